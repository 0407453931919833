package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** TLS, proxies, redirects, name look-ups, and an HTTP client of the caller's own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TransportTest {

    @Test
    void tls_withTheGivenTrust_works() {
        assumeCertificatesCanBeMade();
        try (AntispamEmulator emulator = AntispamEmulator.builder().tls().start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sslContext(emulator.tls().sslContext(), emulator.tls().trustManager())
                        .build()) {
            assertThat(emulator.endpoint().getScheme()).isEqualTo("https");
            assertThat(antispam.ipBlocks().list()).isEmpty();
        }
    }

    /** A client of plain http makes no TLS ready, unless it needs some for its tokens. */
    @Test
    void tls_forTheTokensOfAPlainEndpoint_works() {
        assumeCertificatesCanBeMade();
        try (AntispamEmulator api = AntispamEmulator.start();
                AntispamEmulator tokens = AntispamEmulator.builder().tls().start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(tokens.oauth2Environment())
                        .endpoint(Endpoint.of(api.endpoint().toString())
                                .tokenUrl(tokens.tokenEndpoint().toString()))
                        .sslContext(tokens.tls().sslContext(), tokens.tls().trustManager())
                        .build()) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .as("a token that another server made")
                    .isThrownBy(() -> antispam.ipBlocks().list());

            assertThat(tokens.journal().entries()).isNotEmpty();
        }
    }

    @Test
    void tls_ofAnUnknownAuthority_isRefusedWithoutRetries() {
        assumeCertificatesCanBeMade();
        try (AntispamEmulator emulator = AntispamEmulator.builder().tls().start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .sleeper(duration -> {
                            throw new AssertionError("it will not be trusted later either");
                        })
                        .build()) {
            assertThatExceptionOfType(AntispamIOException.class)
                    .isThrownBy(() -> antispam.ipBlocks().list())
                    .withMessageContaining("the server's certificate is not trusted");
        }
    }

    /** OkHttp's maker of certificates, which the emulator uses, writes dates in the digits of the default locale. */
    static void assumeCertificatesCanBeMade() {
        assumeThat(String.format("%d", 1)).isEqualTo("1");
    }

    @Test
    void redirect_toAnotherHost_carriesNothingThere() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                TestAccount account = TestAccount.open()) {
            other.setSoTimeout(1);
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM, Operation.UNBLOCK)
                    .redirect(307, URI.create("http://127.0.0.1:" + other.getLocalPort() + "/"));

            assertThat(catchThrowableOfType(
                                    UnexpectedResponseException.class,
                                    () -> account.ip().get())
                            .statusCode())
                    .isEqualTo(307);
            assertThatExceptionOfType(UnexpectedResponseException.class)
                    .isThrownBy(() -> account.ip().unblock(ip -> {}));
            assertThatExceptionOfType(java.net.SocketTimeoutException.class).isThrownBy(other::accept);
        }
    }

    @Test
    void proxy_forTls_isAskedForATunnel() throws Exception {
        assumeCertificatesCanBeMade();
        try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                AntispamEmulator emulator = AntispamEmulator.builder().tls().start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .retryPolicy(RetryPolicy.none())
                        .proxy(ProxySelector.of((InetSocketAddress) proxy.getLocalSocketAddress()))
                        .build()) {
            CompletableFuture<Object> call =
                    antispam.async(view -> view.ipBlocks().list());
            String asked = headOf(proxy);

            assertThat(asked)
                    .startsWith("CONNECT 127.0.0.1:" + emulator.endpoint().getPort());
            assertThat(call).failsWithin(Duration.ofSeconds(30));
        }
    }

    private static String headOf(ServerSocket server) throws IOException {
        try (Socket socket = server.accept();
                InputStream in = socket.getInputStream()) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n") < 0) {
                head.append(new String(in.readNBytes(1), StandardCharsets.US_ASCII));
            }
            return head.toString();
        }
    }

    @Test
    void proxy_forPlainHttp_isNotUsed() {
        ProxySelector nobody = ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
        OkHttpClient withProxy = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)))
                .build();
        try (TestAccount account = TestAccount.open(client -> client.proxy(nobody));
                TestAccount other = TestAccount.open(client -> client.httpClient(withProxy))) {
            assertThat(account.antispam.ipBlocks().list()).hasSize(1);
            assertThat(other.antispam.ipBlocks().list()).hasSize(1);
        }
    }

    /** A plain http token URL is of this machine, and the secret that goes there is in clear. */
    @Test
    void proxy_forTls_doesNotGetTheTokensOfPlainHttp() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                AntispamEmulator tokens = AntispamEmulator.start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(tokens.oauth2Environment())
                        .endpoint(Endpoint.of("https://api.example.invalid/1.0")
                                .tokenUrl(tokens.tokenEndpoint().toString()))
                        .proxy(ProxySelector.of(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getLocalPort())))
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> firstLine(proxy));

            assertThatExceptionOfType(AntispamIOException.class)
                    .isThrownBy(() -> antispam.ipBlocks().list());

            assertThat(asked.get()).isEqualTo("CONNECT api.example.invalid:443 HTTP/1.1");
            assertThat(tokens.journal().entries()).hasSize(1);
        }
    }

    private static String firstLine(ServerSocket server) {
        try (Socket socket = server.accept();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ownHttpClient_isBuiltOnAndNeverClosed() {
        CountDownLatch seen = new CountDownLatch(1);
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.countDown();
                    return chain.proceed(chain.request());
                })
                .build();
        try (TestAccount account = TestAccount.open(client -> client.httpClient(own))) {
            assertThat(account.ip().get()).isNotNull();
        }

        assertThat(seen.getCount()).isZero();
        assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
        assertThat(own.connectionPool().connectionCount()).isPositive();
    }

    @Test
    void connections_areFewHoweverManyCalls() {
        OkHttpClient counted = new OkHttpClient();
        try (TestAccount account = TestAccount.open(client -> client.httpClient(counted))) {
            for (int i = 0; i < 50; i++) {
                account.ip().get();
                assertThat(catchThrowableOfType(
                                NotFoundException.class,
                                () -> account.antispam
                                        .ipBlock(TestAccount.BLOCK)
                                        .spamIp("192.0.2.2")
                                        .get()))
                        .isNotNull();
            }
            assertThat(counted.connectionPool().connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void resolverThatHangs_isLeftBehindInTime() {
        CountDownLatch never = new CountDownLatch(1);
        OkHttpClient hanging = new OkHttpClient.Builder()
                .dns(name -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return List.of();
                })
                .build();
        try (AntispamClient antispam = AntispamClient.builder()
                .endpoint(Endpoint.of("https://api.example.invalid/1.0"))
                .credentials(Credentials.accessToken("some-token-or-other"))
                .httpClient(hanging)
                .timeout(Duration.ofMillis(300))
                .build()) {
            // Without a limit of its own this would wait for ever; OkHttp's timeout may be a moment earlier than ours.
            assertThat(catchThrowableOfType(
                            AntispamException.class, () -> antispam.ipBlocks().list()))
                    .isInstanceOfAny(AntispamTimeoutException.class, AntispamIOException.class);
        } finally {
            never.countDown();
        }
    }

    private static AntispamClient withResolver(Dns resolver) {
        return AntispamClient.builder()
                .endpoint(Endpoint.of("https://api.example.invalid:1/1.0"))
                .credentials(Credentials.accessToken("some-token-or-other"))
                .httpClient(new OkHttpClient.Builder().dns(resolver).build())
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private static AntispamException failure(AntispamClient antispam, Duration limit) {
        return catchThrowableOfType(
                AntispamException.class,
                () -> antispam.withOptions(o -> o.timeout(limit)).ipBlocks().list());
    }

    @Test
    void resolverThatHangsOnce_isAskedAgain() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (AntispamClient antispam = withResolver(name -> {
            if (asked.incrementAndGet() == 1) {
                awaitUninterruptibly(never);
            }
            return List.of(InetAddress.getLoopbackAddress());
        })) {
            assertThat(failure(antispam, Duration.ofMillis(50))).isInstanceOf(AntispamTimeoutException.class);
            assertThat(failure(antispam, Duration.ofSeconds(20)))
                    .isInstanceOf(AntispamIOException.class)
                    .hasMessageContaining("could not connect");
            assertThat(asked).hasValue(2);
        } finally {
            never.countDown();
        }
    }

    /** However many attempts are made meanwhile, and the end of the client does not wait for it. */
    @Test
    void resolverThatHangsForEver_isNotAskedForEver_andHoldsNobodyAtTheEnd() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        AntispamClient antispam = withResolver(name -> {
            asked.incrementAndGet();
            awaitUninterruptibly(never);
            return List.of();
        });
        for (int i = 0; i < 20; i++) {
            assertThat(failure(antispam, Duration.ofMillis(10))).isInstanceOf(AntispamTimeoutException.class);
        }
        CompletableFuture<AntispamException> end = new CompletableFuture<>();
        Thread asking = new Thread(() -> end.complete(failure(antispam, Duration.ofSeconds(60))));
        asking.start();
        while (asking.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        antispam.close();

        assertThat(end.get(20, TimeUnit.SECONDS))
                .isInstanceOf(AntispamInterruptedException.class)
                .hasMessageEndingWith("the client is closed");
        assertThat(asked.get()).isBetween(2, 10);
        never.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a resolver", e);
        }
    }

    @Test
    void interruptWhileConnecting_isAnInterruption_flagSet() throws Exception {
        // A name that answers when the thread has been interrupted, which OkHttp then meets while it connects.
        OkHttpClient slow = new OkHttpClient.Builder()
                .socketFactory(new UnconnectableSockets())
                .build();
        try (AntispamClient antispam = AntispamClient.builder()
                .endpoint(Endpoint.of("http://127.0.0.1:9/1.0"))
                .credentials(Credentials.accessToken("some-token-or-other"))
                .httpClient(slow)
                .build()) {
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                Throwable caught = catchThrowableOfType(
                        AntispamInterruptedException.class,
                        () -> antispam.ipBlocks().list());
                flag.complete(Thread.currentThread().isInterrupted());
                thrown.complete(caught);
            });
            thread.start();
            UnconnectableSockets.CONNECTING.await();
            thread.interrupt();

            assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(AntispamInterruptedException.class);
            assertThat(flag.get()).isTrue();
            thread.join();
        }
    }

    /** Sockets that connect until they are closed. */
    private static final class UnconnectableSockets extends javax.net.SocketFactory {

        private static final CountDownLatch CONNECTING = new CountDownLatch(1);

        @Override
        public Socket createSocket() {
            return new Socket() {
                private final CountDownLatch closed = new CountDownLatch(1);

                @Override
                public void connect(java.net.SocketAddress address, int timeout) throws IOException {
                    CONNECTING.countDown();
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new IOException("closed while connecting");
                }

                @Override
                public synchronized void close() {
                    closed.countDown();
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new AssertionError("OkHttp connects by itself");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new AssertionError("OkHttp connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new AssertionError("OkHttp connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new AssertionError("OkHttp connects by itself");
        }
    }

    @Test
    void clocksDifferFromTheMachines_signaturesHoldAllTheSame() {
        try (AntispamEmulator emulator = AntispamEmulator.builder()
                        .clock(EmulatorClock.startingAt(TestAccount.START))
                        .start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .build()) {
            // No clock is given: the client's own is years away from the emulator's.
            assertThat(antispam.ipBlocks().list()).isEmpty();
        }
    }
}
