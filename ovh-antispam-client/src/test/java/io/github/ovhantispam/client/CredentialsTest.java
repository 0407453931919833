package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three kinds of credentials, used and refused. */
class CredentialsTest {

    private static AntispamClient client(AntispamEmulator emulator, Map<String, String> environment) {
        return AntispamClient.builder()
                .environment(environment)
                .clock(emulator.clock())
                .sleeper(emulator.clock()::sleep)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\u0000", "clé", "a\u007f"})
    void values_notSafeInAHeader_areRefusedWithoutBeingQuoted(String bad) {
        String value = "hunter2" + bad + "hunter2";
        for (String secret : List.of(bad.isBlank() ? bad : value)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Credentials.applicationKeys(secret, "s", "c"))
                    .withMessageStartingWith("applicationKey ")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Credentials.applicationKeys("k", secret, "c"))
                    .withMessageStartingWith("applicationSecret ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Credentials.applicationKeys("k", "s", secret))
                    .withMessageStartingWith("consumerKey ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Credentials.oauth2(secret, "s"))
                    .withMessageStartingWith("clientId ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Credentials.oauth2("i", secret))
                    .withMessageStartingWith("clientSecret ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Credentials.accessToken(secret))
                    .withMessageStartingWith("accessToken ");
        }
    }

    @Test
    void toString_saysTheKindOnly() {
        assertThat(Credentials.applicationKeys("k1", "s1", "c1")).hasToString("Credentials[application keys]");
        assertThat(Credentials.oauth2("i1", "s1")).hasToString("Credentials[OAuth2 service account]");
        assertThat(Credentials.accessToken("t1")).hasToString("Credentials[access token]");
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', You must login first",
        "403, INVALID_KEY, This application key is invalid",
        "403, NOT_CREDENTIAL, This credential does not exist",
        "403, INVALID_CREDENTIAL, This credential is not valid",
        "403, Client::Forbidden, This credential is not valid",
        "400, INVALID_SIGNATURE, Invalid signature",
        "400, Client::BadRequest, Invalid signature"
    })
    void refusedCredentials_inEitherGeneration_areAnAuthenticationException(int status, String code, String message) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.GET_SPAM).status(status, code, message);

            AuthenticationException thrown = catchThrowableOfType(
                    AuthenticationException.class, () -> account.ip().get());

            assertThat(thrown.apiMessage()).contains(message);
            assertThat(thrown.statusCode()).isEqualTo(status);
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(1);
        }
    }

    @Test
    void missingAccessRule_isAPermissionException() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.credential().allowNothing().allow("GET", "/ip");

            assertThat(account.antispam.ipBlocks().list()).hasSize(1);
            assertThat(catchThrowableOfType(
                                    PermissionException.class,
                                    () -> account.ip().get())
                            .getMessage())
                    .contains("This call has not been granted", "the SDK needs GET /ip, GET /ip/* and POST /ip/*");
        }
    }

    @Test
    void expiredCredential_isAnAuthenticationException() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.credential().expired();

            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> account.ip().get());
        }
    }

    @Test
    void serviceAccount_ofManyThreads_fetchesOneToken() throws Exception {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = client(emulator, emulator.oauth2Environment())) {
            emulator.ipBlock("192.0.2.0/24");
            List<CompletableFuture<Integer>> calls = IntStream.range(0, 40)
                    .mapToObj(i -> antispam.async(view -> view.ipBlocks().list().size()))
                    .toList();
            for (CompletableFuture<Integer> call : calls) {
                assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            }
            assertThat(emulator.journal().count(Operation.OAUTH2_TOKEN)).isEqualTo(1);
            assertThat(emulator.journal().count(Operation.AUTH_TIME)).isZero();
        }
    }

    @Test
    void token_isRenewedBeforeItExpires() {
        try (AntispamEmulator emulator = AntispamEmulator.builder()
                        .tokenLifetime(Duration.ofMinutes(10))
                        .start();
                AntispamClient antispam = client(emulator, emulator.oauth2Environment())) {
            antispam.ipBlocks().list();
            emulator.clock().advance(Duration.ofSeconds(589));
            antispam.ipBlocks().list();
            assertThat(emulator.journal().count(Operation.OAUTH2_TOKEN)).isEqualTo(1);

            emulator.clock().advance(Duration.ofSeconds(1));
            antispam.ipBlocks().list();
            assertThat(emulator.journal().count(Operation.OAUTH2_TOKEN)).isEqualTo(2);
        }
    }

    @Test
    void tokenThatTheServerTookBack_isReplacedOnce() {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = client(emulator, emulator.oauth2Environment())) {
            antispam.ipBlocks().list();
            emulator.revokeAccessTokens();

            assertThat(antispam.ipBlocks().list()).isEmpty();
            assertThat(emulator.journal().count(Operation.OAUTH2_TOKEN)).isEqualTo(2);
        }
    }

    @Test
    void serverThatRefusesEveryToken_isAskedTwice() {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = client(emulator, emulator.oauth2Environment())) {
            emulator.faults().on(Operation.LIST_BLOCKS).status(401, "You must login first");

            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> antispam.ipBlocks().list());
            assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(2);
        }
    }

    @Test
    void wrongClientSecret_isAnAuthenticationException() {
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            try (AntispamClient antispam = AntispamClient.builder()
                    .endpoint(Endpoint.of(emulator.endpoint().toString()))
                    .credentials(Credentials.oauth2("nobody", "nothing-that-is-right"))
                    .build()) {
                assertThat(catchThrowableOfType(
                                        AuthenticationException.class,
                                        () -> antispam.ipBlocks().list())
                                .getMessage())
                        .startsWith("POST /auth/oauth2/token -> ")
                        .doesNotContain("nothing-that-is-right");
            }
        }
    }

    @Test
    void accessToken_isUsedAndNotRenewed() {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = client(emulator, emulator.accessTokenEnvironment())) {
            assertThat(antispam.ipBlocks().list()).isEmpty();
            emulator.revokeAccessTokens();
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> antispam.ipBlocks().list());
            assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(2);
        }
    }

    @Test
    void unblock_withATokenTheServerTookBack_isSentOnceMore() {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = client(emulator, emulator.oauth2Environment())) {
            emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
            emulator.clock().advance(Duration.ofHours(1));
            antispam.ipBlocks().list();
            emulator.revokeAccessTokens();

            assertThat(antispam.ipBlock("192.0.2.0/24")
                            .spamIp("192.0.2.1")
                            .unblock(ip -> {})
                            .state())
                    .isEqualTo(SpamState.UNBLOCKING);
            assertThat(emulator.journal().count(Operation.UNBLOCK)).isEqualTo(2);
        }
    }

    @Test
    void serviceAccount_whereThereIsNoOAuth2_isAContradiction() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> AntispamClient.builder()
                        .endpoint(Endpoint.KIMSUFI_EU)
                        .credentials(Credentials.oauth2("id", "secret"))
                        .build())
                .withMessageStartingWith("credentials and endpoint contradict each other: kimsufi-eu has no OAuth2");
    }

    @Test
    void requestConsumerKey_isValidatedThenUsed() {
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            Map<String, String> environment = emulator.environment();
            Credentials application = Credentials.application(
                    environment.get("OVH_APPLICATION_KEY"), environment.get("OVH_APPLICATION_SECRET"));
            Endpoint endpoint = Endpoint.of(emulator.endpoint().toString());

            PendingConsumerKey pending = AntispamClient.builder()
                    .endpoint(endpoint)
                    .credentials(application)
                    .requestConsumerKey();

            assertThat(pending.consumerKey()).isNotBlank();
            assertThat(pending.validationUrl()).isNotNull();
            assertThat(pending.toString()).doesNotContain(pending.consumerKey());
            assertThat(emulator.journal().count(Operation.REQUEST_CREDENTIAL)).isEqualTo(1);
            assertThat(emulator.journal().count(Operation.AUTH_TIME)).isZero();
            try (AntispamClient antispam = AntispamClient.builder()
                    .endpoint(endpoint)
                    .credentials(Credentials.applicationKeys(
                            environment.get("OVH_APPLICATION_KEY"),
                            environment.get("OVH_APPLICATION_SECRET"),
                            pending.consumerKey()))
                    .build()) {
                assertThatExceptionOfType(AuthenticationException.class)
                        .isThrownBy(() -> antispam.ipBlocks().list());
            }
        }
    }

    @Test
    void applicationWithoutConsumerKey_buildsNoClient() {
        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(() -> AntispamClient.builder()
                        .credentials(Credentials.application("k", "s"))
                        .build())
                .withMessageContaining("requestConsumerKey()");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> AntispamClient.builder()
                        .credentials(Credentials.accessToken("t"))
                        .requestConsumerKey())
                .withMessageContaining("access token has no consumer key");
    }

    @Test
    void lostUnblock_whoseTokenEndsMeanwhile_isReadBackWithAnother() {
        try (AntispamEmulator emulator = AntispamEmulator.builder()
                        .tokenLifetime(Duration.ofMinutes(1))
                        .start();
                AntispamClient antispam = client(emulator, emulator.oauth2Environment())) {
            emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
            emulator.clock().advance(Duration.ofHours(1));
            emulator.faults().on(Operation.UNBLOCK).resetAfterProcessing();

            assertThat(antispam.ipBlock("192.0.2.0/24")
                            .spamIp("192.0.2.1")
                            .unblock(ip -> {})
                            .state())
                    .isEqualTo(SpamState.UNBLOCKING);
        }
    }
}
