package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

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

    @Test
    void authTime_withoutAnyCredential_isTheEmulatorsTime() {
        TestCaller.Reply reply = caller.bare("GET", emulator.endpoint() + "/auth/time", null, Map.of());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(String.valueOf(emulator.clock().instant().getEpochSecond()));
    }

    @Test
    void call_unsigned_isTold401() {
        TestCaller.Reply reply = caller.bare("GET", emulator.endpoint() + "/ip", null, Map.of());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).contains("You must login first");
        assertThat(reply.headers().get("X-Ovh-QueryID")).isNotEmpty();
    }

    @Test
    void call_withAWrongSignature_isRefused() {
        TestCaller.Reply reply =
                caller.with("X-Ovh-Signature", "$1$" + "0".repeat(40)).get("/ip");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"errorCode\":\"INVALID_SIGNATURE\",\"message\":\"Invalid signature\","
                        + "\"httpCode\":\"400 Bad Request\"}");
    }

    @Test
    void call_withAnUnknownApplication_isRefused() {
        TestCaller.Reply reply = caller.with("X-Ovh-Application", "nobody").get("/ip");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).startsWith("{\"errorCode\":\"INVALID_KEY\"");
    }

    @Test
    void call_withTheConsumerKeyOfAnotherApplication_isRefused() {
        String other = emulator.newCredential().consumerKey();

        TestCaller.Reply reply = caller.with("X-Ovh-Consumer", other).get("/ip");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).startsWith("{\"errorCode\":\"NOT_CREDENTIAL\"");
    }

    @Test
    void call_tooFarFromTheServersTime_isRefused() {
        TestCaller late = new TestCaller(
                emulator.environment(), () -> emulator.clock().instant().minusSeconds(181));

        TestCaller.Reply reply = late.get("/ip");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).startsWith("{\"errorCode\":\"QUERY_TIME_OUT\"");
        late.close();
    }

    @Test
    void call_whilePendingExpiredOrRefused_isRefused() {
        emulator.credential().pendingValidation();
        assertThat(caller.get("/ip").body()).startsWith("{\"errorCode\":\"INVALID_CREDENTIAL\"");
        emulator.credential().refused();
        assertThat(caller.get("/ip").status()).isEqualTo(403);
        emulator.credential().validated().expiresAt(emulator.clock().instant().plusSeconds(10));
        assertThat(caller.get("/ip").status()).isEqualTo(200);
        emulator.clock().advance(Duration.ofSeconds(10));
        assertThat(caller.get("/ip").status()).isEqualTo(403);
    }

    @Test
    void call_outsideTheAccessRules_isNotGranted() {
        emulator.credential().allowNothing().allow("GET", "/ip");

        assertThat(caller.get("/ip").status()).isEqualTo(200);
        assertThat(caller.get("/ip/122.122.122.121%2F28").body()).startsWith("{\"errorCode\":\"NOT_GRANTED_CALL\"");
        emulator.credential().allow("GET", "/ip/*");
        assertThat(caller.get("/ip/122.122.122.121%2F28").status()).isEqualTo(200);
        assertThat(caller.post("/ip/122.122.122.121%2F28/spam/122.122.122.122/unblock")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void call_belowV1_isTheSameApi() {
        Map<String, String> environment = new HashMap<>(emulator.environment());
        environment.put("OVH_ENDPOINT", emulator.endpoint().resolve("/v1").toString());
        TestCaller v1 = new TestCaller(environment, emulator.clock());

        assertThat(v1.get("/ip").status()).isEqualTo(200);
        v1.close();
    }

    @Test
    void token_forClientCredentials_letsTheCallerIn() {
        Map<String, String> account = emulator.oauth2Environment();
        String form = "grant_type=client_credentials&scope=all&client_id=" + account.get("OVH_CLIENT_ID")
                + "&client_secret=" + account.get("OVH_CLIENT_SECRET");
        TestCaller.Reply reply = caller.bare("POST", emulator.tokenEndpoint().toString(), form, Map.of());
        assertThat(reply.status()).isEqualTo(200);
        String token = reply.body().replaceAll(".*\"access_token\":\"([A-Za-z0-9]+)\".*", "$1");

        Map<String, String> bearer = Map.of("Authorization", "Bearer " + token);
        assertThat(caller.bare("GET", emulator.endpoint() + "/ip", null, bearer).status())
                .isEqualTo(200);
        emulator.clock().advance(Duration.ofSeconds(3599));
        assertThat(caller.bare("GET", emulator.endpoint() + "/ip", null, bearer).status())
                .isEqualTo(401);
    }

    @Test
    void token_withAWrongSecretOrGrant_isRefused() {
        String id = emulator.oauth2Environment().get("OVH_CLIENT_ID");
        String wrong = "grant_type=client_credentials&client_id=" + id + "&client_secret=wrong";
        String url = emulator.tokenEndpoint().toString();

        TestCaller.Reply reply = caller.bare("POST", url, wrong, Map.of());
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("\"error\":\"invalid_client\"");
        assertThat(caller.bare("POST", url, "grant_type=password", Map.of()).body())
                .contains("unsupported_grant_type");
        assertThat(caller.bare("GET", url, null, Map.of()).status()).isEqualTo(405);
    }

    @Test
    void token_byHttpBasic_isGiven() {
        Map<String, String> account = emulator.oauth2Environment();
        String basic = Credentials.basic(account.get("OVH_CLIENT_ID"), account.get("OVH_CLIENT_SECRET"));

        TestCaller.Reply reply = caller.bare(
                "POST",
                emulator.tokenEndpoint().toString(),
                "grant_type=client_credentials&scope=all",
                Map.of("Authorization", basic));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("\"token_type\":\"Bearer\"").contains("\"expires_in\":3599");
    }

    @Test
    void revokeAccessTokens_endsEveryToken() {
        String token = emulator.accessTokenEnvironment().get("OVH_ACCESS_TOKEN");
        emulator.revokeAccessTokens();

        TestCaller.Reply reply =
                caller.bare("GET", emulator.endpoint() + "/ip", null, Map.of("Authorization", "Bearer " + token));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(caller.bare("GET", emulator.endpoint() + "/ip", null, Map.of("Authorization", "Basic x"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void call_withTheAccessToken_isLetIn() {
        String token = emulator.accessTokenEnvironment().get("OVH_ACCESS_TOKEN");

        assertThat(caller.bare("GET", emulator.endpoint() + "/ip", null, Map.of("Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void journal_ofASignedCall_holdsNoSecret() {
        caller.get("/ip");

        JournalEntry entry = emulator.journal().entries().get(0);
        assertThat(entry.operation()).isEqualTo(Operation.LIST_BLOCKS);
        assertThat(entry.headers().toString() + entry)
                .doesNotContain(emulator.credential().consumerKey())
                .doesNotContain(emulator.credential().applicationSecret())
                .doesNotContain("$1$");
    }
}
