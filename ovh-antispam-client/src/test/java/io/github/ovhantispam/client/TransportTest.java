package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
            CompletableFuture<Object> call =
                    antispam.async(view -> view.ipBlocks().list());

            assertThat(headOf(proxy)).startsWith("CONNECT api.example.invalid:443 ");
            assertThat(call).failsWithin(Duration.ofSeconds(30));
            assertThat(tokens.journal().entries()).hasSize(1);
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
