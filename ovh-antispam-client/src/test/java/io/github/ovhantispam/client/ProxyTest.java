package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.JournalEntry;
import io.github.ovhantispam.emulator.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that ask for credentials: whoever tries wrong ones four times has locked an account. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProxyTest {

    /** {@code guard:käse 1} in UTF-8. */
    private static final String GUARD = "Basic Z3VhcmQ6a8Okc2UgMQ==";

    private static final String BASIC = "Proxy-Authenticate: Basic realm=\"office\"";

    private AntispamEmulator emulator;

    @BeforeEach
    void start() {
        TransportTest.assumeCertificatesCanBeMade();
        emulator = AntispamEmulator.builder().tls().start();
    }

    @AfterEach
    void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    private AntispamClient client(AuthenticatingProxy proxy, UnaryOperator<AntispamClient.Builder> settings) {
        return settings.apply(AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep)
                        .sslContext(emulator.tls().sslContext(), emulator.tls().trustManager())
                        .proxy(proxy.selector()))
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BASIC,
                "Proxy-Authenticate: NTLM\r\nProxy-Authenticate: basic realm=\"x\"",
                BASIC + "\r\nConnection: close"
            })
    void credentials_thatAreRight_goToTheProxyAlone(String challenge) throws Exception {
        try (AuthenticatingProxy proxy = new AuthenticatingProxy(GUARD, challenge);
                AntispamClient antispam = client(proxy, builder -> builder.proxyCredentials("guard", "käse 1"))) {
            assertThat(antispam.ipBlocks().list()).isEmpty();
            assertThat(antispam.ipBlocks().list()).isEmpty();

            assertThat(proxy.headsWith(GUARD)).isEqualTo(1);
            assertThat(proxy.heads).allMatch(head -> head.startsWith("CONNECT 127.0.0.1:"));
            assertThat(proxy.heads.get(0)).as("unasked").doesNotContain("Proxy-Authorization");
            assertThat(emulator.journal().entries())
                    .hasSize(3)
                    .extracting(JournalEntry::headers)
                    .allSatisfy(headers -> assertThat(headers).doesNotContainKey("Proxy-Authorization"));
        }
    }

    @Test
    void credentials_thatAreWrong_areSentOnce() throws Exception {
        try (AuthenticatingProxy proxy = new AuthenticatingProxy(GUARD, BASIC);
                AntispamClient antispam =
                        client(proxy, builder -> builder.proxyCredentials("guard", "hunter2hunter2"))) {
            for (int call = 0; call < 5; call++) {
                assertThatExceptionOfType(AntispamIOException.class)
                        .isThrownBy(() -> antispam.ipBlocks().list())
                        .withMessageStartingWith("GET /auth/time -> " + proxy.name()
                                + " refuses the proxyCredentials (407): correct them")
                        .satisfies(e -> assertThat(e).hasToString(e.toString().replace("hunter2", "")))
                        .satisfies(e -> assertThat(e.mayHaveBeenProcessed()).isFalse());
            }

            assertThat(proxy.headsWith("Proxy-Authorization")).isEqualTo(1);
            assertThat(proxy.heads)
                    .as("one request for a tunnel a call, and the one with credentials")
                    .hasSize(6);
            assertThat(emulator.journal().entries()).isEmpty();
        }
    }

    @Test
    void credentials_thatAreWrong_areSentOnceByManyCallsAtOnce() throws Exception {
        try (AuthenticatingProxy proxy = new AuthenticatingProxy(GUARD, BASIC);
                AntispamClient antispam = client(
                        proxy,
                        builder -> builder.environment(emulator.accessTokenEnvironment())
                                .proxyCredentials("guard", "hunter2hunter2"))) {
            assertThat(listAtOnce(antispam)).allMatch(AntispamIOException.class::isInstance);

            assertThat(proxy.headsWith("Proxy-Authorization")).isEqualTo(1);
        }
    }

    @Test
    void credentials_thatAreRight_serveManyCallsAtOnce() throws Exception {
        try (AuthenticatingProxy proxy = new AuthenticatingProxy(GUARD, BASIC);
                AntispamClient antispam = client(
                        proxy,
                        builder -> builder.environment(emulator.accessTokenEnvironment())
                                .proxyCredentials("guard", "käse 1"))) {
            assertThat(listAtOnce(antispam)).isEmpty();
        }
    }

    /** Lists the blocks on many threads at once, and returns what they threw. */
    private static List<Throwable> listAtOnce(AntispamClient antispam) throws InterruptedException {
        int calls = 24;
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        CyclicBarrier start = new CyclicBarrier(calls);
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        for (int call = 0; call < calls; call++) {
            threads.execute(() -> {
                try {
                    start.await();
                    antispam.ipBlocks().list();
                } catch (Exception e) {
                    thrown.add(e);
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        return thrown;
    }

    @Test
    void credentials_thatAreMissing_areAskedForOnce() throws Exception {
        try (AuthenticatingProxy proxy = new AuthenticatingProxy(GUARD, BASIC);
                AntispamClient antispam = client(proxy, builder -> builder)) {
            assertThatExceptionOfType(AntispamIOException.class)
                    .isThrownBy(() -> antispam.ipBlocks().list())
                    .withMessage("GET /auth/time -> " + proxy.name()
                            + " asks for credentials (407): give them with proxyCredentials(user, password)");

            assertThat(proxy.heads).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM", "X-Nothing: 1"})
    void credentials_forASchemeThatIsNotBasic_areNotSent(String challenge) throws Exception {
        try (AuthenticatingProxy proxy = new AuthenticatingProxy(GUARD, challenge);
                AntispamClient antispam = client(proxy, builder -> builder.proxyCredentials("guard", "käse 1"))) {
            assertThatExceptionOfType(AntispamIOException.class)
                    .isThrownBy(() -> antispam.ipBlocks().list())
                    .withMessageContaining("not by the Basic scheme");

            assertThat(proxy.heads).hasSize(1);
            assertThat(proxy.headsWith("Proxy-Authorization")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"right, 1", "wrong, 1"})
    void httpClientWithAnAuthenticator_isAskedOnce(String password, int sent) throws Exception {
        String header = okhttp3.Credentials.basic("guard", password);
        OkHttpClient own = new OkHttpClient.Builder()
                .sslSocketFactory(
                        emulator.tls().sslContext().getSocketFactory(),
                        emulator.tls().trustManager())
                .proxyAuthenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", header)
                        .build())
                .build();
        try (AuthenticatingProxy proxy = new AuthenticatingProxy(okhttp3.Credentials.basic("guard", "right"), BASIC);
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep)
                        .httpClient(
                                own.newBuilder().proxySelector(proxy.selector()).build())
                        .build()) {
            if (password.equals("right")) {
                assertThat(antispam.ipBlocks().list()).isEmpty();
            } else {
                assertThatExceptionOfType(AntispamIOException.class)
                        .isThrownBy(() -> antispam.ipBlocks().list())
                        .withMessageContaining("of the httpClient's proxyAuthenticator");
            }
            assertThat(proxy.headsWith("Proxy-Authorization")).isEqualTo(sent);
        }
    }

    /** A server, or a proxy between that nobody told us of, must not be given what is for the proxy. */
    @Test
    void status407_fromBeyondTheTunnel_getsNoCredentialsAndNoSecondRequest() throws Exception {
        try (AuthenticatingProxy proxy = new AuthenticatingProxy(GUARD, BASIC);
                AntispamClient antispam = client(proxy, builder -> builder.proxyCredentials("guard", "käse 1"))) {
            emulator.faults()
                    .on(Operation.LIST_BLOCKS)
                    .raw(407, Map.of("Proxy-Authenticate", "Basic realm=\"office\""), "");

            assertThatExceptionOfType(AntispamIOException.class)
                    .isThrownBy(() -> antispam.ipBlocks().list())
                    .withMessageStartingWith("GET /ip -> a proxy asks for credentials (407), and it is not one that");

            assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(1);
            assertThat(emulator.journal().entries())
                    .extracting(JournalEntry::headers)
                    .allSatisfy(headers -> assertThat(headers).doesNotContainKey("Proxy-Authorization"));
        }
    }

    @Test
    void status407_inPlainHttp_isNotRetried() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM, Operation.UNBLOCK)
                    .status(407, "Proxy Authentication Required");

            AntispamIOException read = catchThrowableOfType(
                    AntispamIOException.class, () -> account.ip().get());
            AntispamIOException unblock = catchThrowableOfType(
                    AntispamIOException.class, () -> account.ip().unblock(ip -> {}));

            assertThat(read).hasMessageContaining("a proxy asks for credentials (407)");
            assertThat(unblock.mayHaveBeenProcessed()).isFalse();
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(1);
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
            assertThat(account.waits).isEmpty();
        }
    }

    @Test
    void proxyCredentials_thatCannotBeSent_areRefusedWithoutBeingQuoted() {
        AntispamClient.Builder builder = AntispamClient.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.proxyCredentials("gu:ard", "hunter2"))
                .withMessageStartingWith("user has a colon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.proxyCredentials("", "hunter2"))
                .withMessage("user is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.proxyCredentials("guard", "hunter2\n"))
                .withMessage("password has a control character");
        assertThat(builder.proxyCredentials("guard", "hunter2")
                        .timeout(Duration.ofSeconds(1))
                        .toString())
                .doesNotContain("hunter2", "guard");
    }

    @Test
    void proxyCredentials_besideAnHttpClient_areAContradiction() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> AntispamClient.builder()
                        .credentials(Credentials.accessToken("t"))
                        .httpClient(new OkHttpClient())
                        .proxyCredentials("guard", "x")
                        .build())
                .withMessageStartingWith("httpClient and proxyCredentials contradict each other");
    }
}
