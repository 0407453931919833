package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that offers HTTP/2, as the vendor's may and the emulator does not. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class Http2Test {

    private static final int REFUSED_STREAM = 7;

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private AntispamClient antispam;

    @BeforeEach
    void start() throws Exception {
        TransportTest.assumeCertificatesCanBeMade();
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .heldCertificate(own)
                .addTrustedCertificate(own.certificate())
                .build();
        server.useHttps(certificates.sslSocketFactory());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return answer(request.getTarget());
            }
        });
        server.start();
        antispam = AntispamClient.builder()
                .endpoint(Endpoint.of(server.url("/1.0").toString()))
                .credentials(Credentials.applicationKeys("some-application", "some-secret-of-it", "some-consumer-key"))
                .sslContext(certificates.sslContext(), certificates.trustManager())
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        if (antispam != null) {
            antispam.close();
            server.close();
        }
    }

    private static MockResponse answer(String target) {
        if (target.endsWith("/auth/time")) {
            return json("1700000000").build();
        }
        if (target.endsWith("/unblock")) {
            return json("").onRequestStart(new SocketEffect.CloseStream(REFUSED_STREAM))
                    .build();
        }
        if (target.contains("/spam/")) {
            return json("{\"ipSpamming\":\"192.0.2.1\",\"state\":\"blockedForSpam\",\"date\":\"2026-01-01T00:00:00+00:00\","
                            + "\"time\":3600}")
                    .build();
        }
        return json("[]").headersDelay(50, TimeUnit.MILLISECONDS).build();
    }

    private static MockResponse.Builder json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body);
    }

    @Test
    void calls_atTheSameTime_shareOneConnection() {
        List<CompletableFuture<List<IpBlock>>> calls = Stream.generate(
                        () -> antispam.async(client -> client.ipBlocks().list()))
                .limit(4)
                .toList();

        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEmpty());
        assertThat(requests).hasSize(5).allSatisfy(request -> {
            assertThat(request.getVersion()).isEqualTo("HTTP/2");
            assertThat(request.getConnectionIndex()).isZero();
        });
    }

    /** OkHttp would send it again by itself. */
    @Test
    void unblock_whoseStreamIsRefused_isSentOnceAndReadBack() {
        SpamIpResource address = antispam.ipBlock("192.0.2.0/28").spamIp("192.0.2.1");

        assertThatExceptionOfType(AntispamException.class)
                .isThrownBy(() -> address.unblock(ip -> {}))
                .matches(AntispamException::mayHaveBeenProcessed);

        assertThat(requests)
                .filteredOn(request -> request.getMethod().equals("POST"))
                .hasSize(1);
        assertThat(address.get().state()).isEqualTo(SpamState.BLOCKED_FOR_SPAM);
    }
}
