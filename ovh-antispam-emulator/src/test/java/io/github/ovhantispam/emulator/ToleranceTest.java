package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.internal.auth.Signature;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What real clients send in more than one way is understood in each. */
class ToleranceTest {

    private static final String ADDRESS = "/ip/122.122.122.121%2F28/spam/122.122.122.122";

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
    void path_ofAnIpv6Block_mayHaveItsColonsEncoded() {
        assertThat(caller.get("/ip/2001:41d0:67:d200::%2F56").status()).isEqualTo(200);
        assertThat(caller.get("/ip/2001%3A41d0%3A67%3Ad200%3A%3A%2F56").status())
                .isEqualTo(200);
        assertThat(caller.get("/ip/2001%3a41d0%3a67%3ad200%3a%3a%2f56/spam").body())
                .isEqualTo("[]");
    }

    @Test
    void path_ofASingleAddress_mayHaveItsPrefixOrNot() {
        emulator.ipBlock("10.1.2.3/32");

        assertThat(caller.get("/ip/10.1.2.3").body()).contains("\"ip\":\"10.1.2.3/32\"");
        assertThat(caller.get("/ip/10.1.2.3%2F32").body()).contains("\"ip\":\"10.1.2.3/32\"");
    }

    @Test
    void dates_mayHaveAnEncodedPlusOrAZ() {
        assertThat(caller.get(ADDRESS + "/stats?from=2022-08-29T00%3A00%3A00%2B01%3A00&to=2022-08-30T00%3A00%3A00Z")
                        .body())
                .contains("numberOfSpams");
    }

    @Test
    void unblock_withoutAnyContentLength_isServed() throws IOException {
        emulator.clock().advance(Duration.ofHours(1));
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            String head = signedHead("POST", "/1.0" + ADDRESS + "/unblock");
            RawConnection.Answer answer = connection.send(head + "\r\n").receive();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("unblocking");
        }
    }

    @Test
    void unblock_withABodyInChunks_isServed() throws IOException {
        emulator.clock().advance(Duration.ofHours(1));
        String signature = new Signature(
                        emulator.credential().applicationSecret(),
                        emulator.credential().consumerKey())
                .of("POST", emulator.endpoint() + ADDRESS + "/unblock", new byte[] {'{', '}'}, now());
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            RawConnection.Answer answer = connection
                    .send(head("POST", "/1.0" + ADDRESS + "/unblock", signature)
                            + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n")
                    .receive();

            assertThat(answer.status()).isEqualTo(100);
            assertThat(connection.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void get_thatCarriesAContentType_isServed() {
        assertThat(caller.with("Content-Type", "application/json").get("/ip").status())
                .isEqualTo(200);
    }

    @Test
    void connection_thatIsToBeClosed_isClosed() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            connection.send("GET /1.0/auth/time HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(connection.receive().status()).isEqualTo(200);
            assertThat(connection.receive().status()).isZero();
        }
    }

    @Test
    void signature_overTheHostThatWasSent_isAcceptedWhateverTheHost() throws IOException {
        String signature = new Signature(
                        emulator.credential().applicationSecret(),
                        emulator.credential().consumerKey())
                .of("GET", "http://eu.api.ovh.example/1.0/ip", new byte[0], now());
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            String head = head("GET", "/1.0/ip", signature).replaceFirst("Host: [^\r]*", "Host: eu.api.ovh.example");

            assertThat(connection.send(head + "\r\n").receive().status()).isEqualTo(200);
        }
    }

    @Test
    void tolerantSigning_acceptsTheUrlWithoutItsPortAndWithHttps() throws IOException {
        try (AntispamEmulator tolerant = AntispamEmulator.builder()
                .tolerantSigning()
                .acceptSignaturesOver(URI.create("https://eu.api.ovh.com"))
                .start()) {
            for (String base : new String[] {
                "https://127.0.0.1",
                "http://127.0.0.1",
                "https://127.0.0.1:" + tolerant.endpoint().getPort(),
                "https://eu.api.ovh.com"
            }) {
                assertThat(statusOfSignedOver(tolerant, base)).as(base).isEqualTo(200);
            }
            assertThat(statusOfSignedOver(tolerant, "https://ca.api.ovh.com")).isEqualTo(400);
            assertThat(statusOfSignedOver(emulator, "http://127.0.0.1")).isEqualTo(400);
        }
    }

    private static int statusOfSignedOver(AntispamEmulator target, String base) throws IOException {
        String now = String.valueOf(target.clock().instant().getEpochSecond());
        String signature = new Signature(
                        target.credential().applicationSecret(),
                        target.credential().consumerKey())
                .of("GET", base + "/1.0/ip", new byte[0], now);
        try (RawConnection connection = new RawConnection(target.endpoint())) {
            return connection
                    .send("GET /1.0/ip HTTP/1.1\r\nHost: 127.0.0.1:"
                            + target.endpoint().getPort()
                            + "\r\nX-Ovh-Application: " + target.credential().applicationKey()
                            + "\r\nX-Ovh-Consumer: " + target.credential().consumerKey()
                            + "\r\nX-Ovh-Timestamp: " + now + "\r\nX-Ovh-Signature: " + signature + "\r\n\r\n")
                    .receive()
                    .status();
        }
    }

    @Test
    void tls_withTheAuthorityTrusted_isTheSameApi() {
        try (AntispamEmulator secure = AntispamEmulator.builder().tls().start()) {
            OkHttpClient http = new OkHttpClient.Builder()
                    .sslSocketFactory(
                            secure.tls().sslContext().getSocketFactory(),
                            secure.tls().trustManager())
                    .build();
            assertThat(secure.endpoint().getScheme()).isEqualTo("https");
            assertThat(secure.tls().authorityPem()).startsWith("-----BEGIN CERTIFICATE-----");
            try (TestCaller caller = new TestCaller(secure.environment(), secure.clock(), http)) {
                assertThat(caller.get("/ip").body()).isEqualTo("[]");
            }
        }
    }

    @Test
    void authClock_detached_rulesTimestampsAlone() {
        EmulatorClock clock = EmulatorClock.startingAt(emulator.clock().instant());
        try (AntispamEmulator detached = AntispamEmulator.builder()
                        .seed(Seed.guide())
                        .authClock(clock)
                        .start();
                TestCaller caller = new TestCaller(detached.environment(), clock)) {
            detached.clock().advance(Duration.ofDays(1));
            assertThat(caller.get(ADDRESS).status()).isEqualTo(200);
            clock.advance(Duration.ofDays(9));
            assertThat(caller.get("/auth/time").body())
                    .isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
        }
    }

    private String now() {
        return String.valueOf(emulator.clock().instant().getEpochSecond());
    }

    private String signedHead(String method, String target) {
        Map<String, String> environment = new HashMap<>(emulator.environment());
        String root = environment.get("OVH_ENDPOINT").replace("/1.0", "");
        String signature = new Signature(environment.get("OVH_APPLICATION_SECRET"), environment.get("OVH_CONSUMER_KEY"))
                .of(method, root + target, new byte[0], now());
        return head(method, target, signature);
    }

    private String head(String method, String target, String signature) {
        return method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + emulator.endpoint().getPort()
                + "\r\nX-Ovh-Application: " + emulator.credential().applicationKey()
                + "\r\nX-Ovh-Consumer: " + emulator.credential().consumerKey()
                + "\r\nX-Ovh-Timestamp: " + now() + "\r\nX-Ovh-Signature: " + signature + "\r\n";
    }
}
