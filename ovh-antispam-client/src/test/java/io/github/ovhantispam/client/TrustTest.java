package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates from PEM files, and messages about certificates that are not trusted. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TrustTest {

    @TempDir
    Path directory;

    private final MockWebServer server = new MockWebServer();
    private HeldCertificate authority;
    private HeldCertificate other;

    @BeforeEach
    void make() {
        TransportTest.assumeCertificatesCanBeMade();
        authority = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("office")
                .build();
        other = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("other")
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HeldCertificate.Builder leaf(String host) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(host).signedBy(authority);
    }

    private void serve(HeldCertificate certificate) throws Exception {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().body("[]").build();
            }
        });
        server.start();
    }

    private AntispamClient client(UnaryOperator<AntispamClient.Builder> settings) {
        return settings.apply(AntispamClient.builder()
                        .endpoint(Endpoint.of(server.url("/1.0").toString()))
                        .credentials(Credentials.accessToken("some-token-or-other"))
                        .sleeper(duration -> {
                            throw new AssertionError("it will not be trusted later either");
                        }))
                .build();
    }

    private Path pem(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s%s", "Subject: office\n\n%s\n# the next one\n%s\n", "\ufeff%s"})
    void trust_ofAFileWithTheAuthority_isEnough(String form) throws Exception {
        serve(leaf("localhost").build());
        Path file = pem("office.pem", form.formatted(authority.certificatePem(), other.certificatePem()));

        try (AntispamClient antispam = client(builder -> builder.trust(file))) {
            assertThat(antispam.ipBlocks().list()).isEmpty();
        }
    }

    @Test
    void trust_ofAFileWithWindowsLines_isEnough() throws Exception {
        serve(leaf("localhost").build());
        Path file = pem("office.pem", authority.certificatePem().replace("\n", "\r\n"));

        try (AntispamClient antispam = client(builder -> builder.trust(file))) {
            assertThat(antispam.ipBlocks().list()).isEmpty();
        }
    }

    @Test
    void trust_ofTwoFiles_isInBoth() throws Exception {
        serve(leaf("localhost").build());
        Path office = pem("office.pem", authority.certificatePem());
        Path second = pem("other.pem", other.certificatePem());

        try (AntispamClient antispam = client(builder -> builder.trust(office).trust(second))) {
            assertThat(antispam.ipBlocks().list()).isEmpty();
        }
    }

    /** The server's own certificate, which signs itself, is an authority too. */
    @Test
    void trust_ofASelfSignedServer_isEnough() throws Exception {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        serve(own);
        Path file = pem("own.pem", own.certificatePem());

        try (AntispamClient antispam = client(builder -> builder.trust(file))) {
            assertThat(antispam.ipBlocks().list()).isEmpty();
        }
    }

    @Test
    void trust_ofAnotherAuthority_isNotEnough() throws Exception {
        serve(leaf("localhost").build());
        Path file = pem("other.pem", other.certificatePem());

        assertDistrusted(
                builder -> builder.trust(file),
                "the server's certificate is not trusted: ",
                "give the certificate of its authority with trust(pem) or sslContext(..)");
        assertDistrusted(builder -> builder, "the server's certificate is not trusted: ", "trust(pem)");
    }

    @Test
    void certificate_ofAnotherHost_isNamedSo() throws Exception {
        serve(leaf("api.example.net").build());
        Path file = pem("office.pem", authority.certificatePem());

        assertDistrusted(
                builder -> builder.trust(file),
                "the server's certificate is for another host: ",
                "check the host of the endpoint");
    }

    @ParameterizedTest
    @CsvSource({"-20, -10", "10, 20"})
    void certificate_thatIsOutOfDate_isNamedSo(long fromDays, long toDays) throws Exception {
        long now = System.currentTimeMillis();
        serve(leaf("localhost")
                .validityInterval(
                        now + Duration.ofDays(fromDays).toMillis(),
                        now + Duration.ofDays(toDays).toMillis())
                .build());
        Path file = pem("office.pem", authority.certificatePem());

        assertDistrusted(
                builder -> builder.trust(file),
                "the server's certificate has expired or is not valid yet: ",
                "check the clock of this machine");
    }

    private void assertDistrusted(UnaryOperator<AntispamClient.Builder> settings, String problem, String advice) {
        try (AntispamClient antispam = client(settings)) {
            assertThatExceptionOfType(AntispamIOException.class)
                    .isThrownBy(() -> antispam.ipBlocks().list())
                    .withMessageStartingWith("GET /ip -> " + problem)
                    .withMessageContaining(advice)
                    .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
        }
    }

    @Test
    void trust_ofABrokenFile_namesFileAndReason() throws Exception {
        String good = authority.certificatePem();
        refused(directory.resolve("none.pem"), "there is no such file");
        refused(directory, "IOException");
        refused(pem("empty.pem", ""), "it has no line -----BEGIN CERTIFICATE-----");
        refused(pem("key.pem", authority.privateKeyPkcs8Pem()), "it has no line -----BEGIN CERTIFICATE-----");
        refused(
                Files.write(
                        directory.resolve("der.pem"), authority.certificate().getEncoded()),
                "a binary (DER) file must be converted");
        refused(pem("cut.pem", good.substring(0, good.length() / 2)), "has a beginning and no end");
        refused(pem("second.pem", good + good.substring(0, good.length() - 30)), "has a beginning and no end");
        refused(
                pem("noise.pem", "-----BEGIN CERTIFICATE-----\n????\n-----END CERTIFICATE-----\n"),
                "certificate 1 cannot be read: ");
        refused(
                pem("text.pem", good + "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n"),
                "certificate 2 cannot be read: ");
        refused(
                pem("none.pem", "-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----\n"),
                "certificate 1 cannot be read: ");
    }

    private static void refused(Path file, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AntispamClient.builder().trust(file))
                .withMessageStartingWith("trust(" + file + "): ")
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(700));
    }

    @Test
    void trust_besideASettingThatDecidesToo_isAContradiction() throws Exception {
        Path file = pem("office.pem", authority.certificatePem());
        HandshakeCertificates own = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();

        contradicts("httpClient and trust", builder -> builder.trust(file).httpClient(new OkHttpClient()));
        contradicts(
                "sslContext and trust",
                builder -> builder.trust(file).sslContext(own.sslContext(), own.trustManager()));
        assertThatNullPointerException()
                .isThrownBy(() -> AntispamClient.builder().trust(null))
                .withMessage("pem");
    }

    private static void contradicts(String names, UnaryOperator<AntispamClient.Builder> settings) {
        AntispamClient.Builder builder =
                settings.apply(AntispamClient.builder().credentials(Credentials.accessToken("t")));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(builder::build)
                .withMessageStartingWith(names + " contradict each other");
    }
}
