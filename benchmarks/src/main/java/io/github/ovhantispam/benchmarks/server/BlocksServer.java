package io.github.ovhantispam.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A server over TLS that speaks HTTP/2 as well, which the emulator does not: an account of blocks without addresses,
 * and no check of signatures.
 */
public final class BlocksServer {

    private static final int ADDRESSES = 16;

    private BlocksServer() {}

    /**
     * Prints the settings of a client and an empty line, then serves until its input ends.
     *
     * @param arguments the number of blocks, the milliseconds that each response takes, and the file that is to say
     *     whom to trust
     */
    public static void main(String... arguments) throws Exception {
        String blocks = blocks(Integer.parseInt(arguments[0]));
        Duration delay = Duration.ofMillis(Long.parseLong(arguments[1]));
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        new TrustStore(Path.of(arguments[2])).write(own.certificatePem());
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(own)
                    .build()
                    .sslSocketFactory());
            server.setServerSocketFactory(new PromptSockets());
            server.setBodyLimit(0);
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return answer(request.getTarget(), blocks, delay);
                }
            });
            server.start(InetAddress.getLoopbackAddress(), 0);
            System.out.println("OVH_ENDPOINT=https://127.0.0.1:" + server.getPort() + "/1.0");
            System.out.println("OVH_APPLICATION_KEY=some-application");
            System.out.println("OVH_APPLICATION_SECRET=some-secret-of-it");
            System.out.println("OVH_CONSUMER_KEY=some-consumer-key");
            System.out.println();
            waitForEnd();
        }
    }

    private static void waitForEnd() throws IOException {
        int read = System.in.read();
        while (read >= 0) {
            read = System.in.read();
        }
    }

    private static MockResponse answer(String target, String blocks, Duration delay) {
        String body = target.endsWith("/auth/time")
                ? String.valueOf(System.currentTimeMillis() / 1000)
                : target.endsWith("/spam") ? "[]" : blocks;
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .headersDelay(delay.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private static String blocks(int count) {
        return IntStream.range(0, count)
                .map(block -> block * ADDRESSES)
                .mapToObj(number ->
                        "\"10." + (number >> 16) + "." + (number >> 8 & 0xff) + "." + (number & 0xff) + "/28\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
