package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a consumer key may do, from where, and over which bytes its signature has to be. */
class CredentialLimitsTest {

    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().seed(Seed.guide()).start();
        caller = TestCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    private TestCaller.Reply request(String body) {
        return caller.bare(
                "POST",
                emulator.endpoint() + "/auth/credential",
                body,
                Map.of("X-Ovh-Application", emulator.credential().applicationKey()));
    }

    @Test
    void allowedIps_ofARequest_areKeptShownAndEnforced() {
        String requested = request("{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/*\"}],"
                        + "\"allowedIPs\":[\"192.0.2.0/24\",\"127.0.0.1/32\"],\"redirection\":null}")
                .body();
        String key = requested.replaceAll(".*\"consumerKey\":\"([^\"]+)\".*", "$1");
        String page = requested.replaceAll(".*\"validationUrl\":\"([^\"]+)\".*", "$1");
        caller.bare("GET", page, null, Map.of());
        Map<String, String> environment = new HashMap<>(emulator.environment());
        environment.put("OVH_CONSUMER_KEY", key);
        try (TestCaller limited = new TestCaller(environment, emulator.clock())) {
            assertThat(limited.get("/auth/currentCredential").body())
                    .contains("\"allowedIPs\":[\"192.0.2.0/24\",\"127.0.0.1/32\"]");
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.0/8, 200", "127.0.0.1, 200", "0.0.0.0/0, 200", "192.0.2.0/24, 403", "::/0, 403", "::1, 403"})
    void allowedIps_fromElsewhere_areRefused(String block, int status) {
        emulator.credential().allowFrom(block);

        TestCaller.Reply reply = caller.get("/ip");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().contains("\"errorCode\":\"FORBIDDEN\"")).isEqualTo(status == 403);
        emulator.reset();
        assertThat(caller.get("/ip").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"accessRules\":[],\"allowedIPs\":[\"x\"]}",
                "{\"accessRules\":[],\"allowedIPs\":[7]}",
                "{\"accessRules\":[],\"allowedIPs\":\"127.0.0.1\"}",
                "{\"accessRules\":[],\"allowedIPs\":{}}",
                "{\"accessRules\":[],\"redirection\":7}",
                "{\"accessRules\":{}}",
                "{\"accessRules\":[null]}",
                "{\"accessRules\":[{\"method\":\"HEAD\",\"path\":\"/ip\"}]}",
                "null",
                "[]"
            })
    void credentialRequest_thatBreaksTheSchema_is400(String body) {
        assertThat(request(body).status()).isEqualTo(400);
    }

    @Test
    void details_ofALimitedKey_listItsRules() {
        assertThat(caller.get("/auth/details").body()).contains("\"allowedRoutes\":null");
        emulator.credential().allowNothing().allow("GET", "/auth/*").allow("GET", "/ip");

        assertThat(caller.get("/auth/details").body())
                .contains("\"allowedRoutes\":[{\"method\":\"GET\",\"path\":\"/auth/*\"},"
                        + "{\"method\":\"GET\",\"path\":\"/ip\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "/1.0/ip, 200",
        "/v1/ip, 200",
        "/%31.0/ip, 200",
        "/%31%2e%30/ip, 200",
        "/v%31/ip, 200",
        "/1.0/%69p, 200",
        "/1.0/ip/2001:41d0:67:d200::%2F56, 200",
        "/%31.0/ip/2001%3a41d0%3A67:d200::%2f56, 200",
        "/1.0/ip/145.56.222.96%2F28, 403",
        "/%31.0/ip/145.56.222.96%2F28, 403",
        "/%31.0/i%70/145.56.222.96%2F28, 403",
        "/%31.0/auth/currentCredential, 403"
    })
    void accessRules_howeverThePathIsEncoded_countTheSame(String target, int status) throws IOException {
        emulator.credential().allowNothing().allow("GET", "/ip").allow("GET", "/ip/2001:41d0:67:d200::%2F56");

        assertThat(signed("GET", target, target, "", "").status()).isEqualTo(status);
    }

    @Test
    void signature_overOtherBytesThanWereSent_isRefused() throws IOException {
        String query = "/1.0/ip?description=";

        // What a lenient decoder makes of a byte that is no UTF-8, encoded again, and Latin-1 taken for UTF-8.
        assertThat(signed("GET", query + "\u00ff", query + "\u00ef\u00bf\u00bd", "", "")
                        .status())
                .isEqualTo(400);
        assertThat(signed("GET", query + "\u00ff", query + "\u00c3\u00bf", "", "")
                        .status())
                .isEqualTo(400);
        assertThat(signed("GET", query + "\u00ff", query + "\u00ff", "", "").status())
                .isEqualTo(400);
        assertThat(signed("GET", query + "%FF", query + "\u00ff", "", "").status())
                .isIn(400, 404);
        assertThat(signed("GET", query + "\u00c3\u00bf", query + "\u00c3\u00bf", "", "")
                        .status())
                .isEqualTo(200);
        String put = "/1.0/ip/145.56.222.96%2F28";
        assertThat(signed("PUT", put, put, "{\"description\":\"\u00ff\"}", "{\"description\":\"\u00ef\u00bf\u00bd\"}")
                        .status())
                .isEqualTo(400);
    }

    /** Sends one text and signs another, each character of either being one byte. */
    private RawConnection.Answer signed(
            String method, String target, String signedTarget, String body, String signedBody) throws IOException {
        String host = emulator.endpoint().getAuthority();
        String timestamp = String.valueOf(emulator.clock().instant().getEpochSecond());
        String text = String.join(
                "+",
                emulator.credential().applicationSecret(),
                emulator.credential().consumerKey(),
                method,
                "http://" + host + signedTarget,
                signedBody,
                timestamp);
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
            return connection
                    .send(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nX-Ovh-Application: "
                            + emulator.credential().applicationKey() + "\r\nX-Ovh-Consumer: "
                            + emulator.credential().consumerKey() + "\r\nX-Ovh-Timestamp: " + timestamp
                            + "\r\nX-Ovh-Signature: $1$" + digest
                            + (body.isEmpty() ? "" : "\r\nContent-Length: " + body.length()) + "\r\n\r\n" + body)
                    .receive();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void requests_forMoreKeysThanFit_forgetTheOldestThatNobodyValidated() {
        String rules = "{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/" + "x".repeat(60_000) + "\"}]}";
        String first = request(rules).body().replaceAll(".*\"validationUrl\":\"([^\"]+)\".*", "$1");
        String last = first;
        for (int i = 0; i < 100; i++) {
            TestCaller.Reply reply = request(rules);
            assertThat(reply.status()).isEqualTo(200);
            last = reply.body().replaceAll(".*\"validationUrl\":\"([^\"]+)\".*", "$1");
        }

        assertThat(caller.bare("GET", first, null, Map.of()).status()).isEqualTo(404);
        assertThat(caller.bare("GET", last, null, Map.of()).status()).isEqualTo(200);
        assertThat(caller.get("/ip").status()).isEqualTo(200);
    }

    @Test
    void requests_withRulesBeyondReason_areRefused() {
        String rule = "{\"method\":\"GET\",\"path\":\"/ip\"}";

        assertThat(request("{\"accessRules\":[" + (rule + ",").repeat(1000) + rule + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(request("{\"accessRules\":[{\"method\":\"GET\",\"path\":\"" + "x".repeat(70_000) + "\"}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void expiration_outsideWhatDatesCanHold_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.credential().expiresAt(Instant.MAX));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.credential().allowFrom("x"));
    }
}
