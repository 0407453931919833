package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnblockTest {

    private static final Precaution WORD = Precaution.mailStoppedAndQueueEmptied();

    @Test
    void precautions_inOrder_runBeforeThePost() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            List<String> ran = new ArrayList<>();
            Precaution first = ip -> ran.add("mail stopped for " + ip + ", posts " + account.count(Operation.UNBLOCK));
            Precaution second = ip -> ran.add("queue empty");

            account.ip().unblock(first.and(second));

            assertThat(ran).containsExactly("mail stopped for 192.0.2.1, posts 0", "queue empty");
        }
    }

    @Test
    void precaution_thatDoesNotHold_sendsNothing() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            Precaution never = ip -> {
                throw new AssertionError("the first one has thrown");
            };
            Precaution full = ip -> {
                throw new PrecautionException("17 mails are still in the queue");
            };

            assertThatExceptionOfType(PrecautionException.class)
                    .isThrownBy(() -> account.ip().unblock(full.and(never)))
                    .withMessage("17 mails are still in the queue")
                    .satisfies(e -> assertThat(e.mayHaveBeenProcessed()).isFalse());
            assertThat(account.count(Operation.UNBLOCK)).isZero();
        }
    }

    @Test
    void precaution_runsAgainBeforeEachResend() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).times(2).retryAfter(503, Duration.ofSeconds(1));
            List<IpAddress> checked = new ArrayList<>();

            account.ip().unblock(checked::add);

            assertThat(checked).hasSize(3);
            assertThat(account.address.acceptedUnblocks()).isEqualTo(1);
        }
    }

    @Test
    void precaution_thatNoLongerHoldsOnAResend_endsTheCall() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).retryAfter(503, Duration.ofSeconds(1));
            List<IpAddress> checked = new ArrayList<>();
            Precaution once = ip -> {
                checked.add(ip);
                if (checked.size() > 1) {
                    throw new PrecautionException("somebody sends again");
                }
            };

            assertThatExceptionOfType(PrecautionException.class)
                    .isThrownBy(() -> account.ip().unblock(once));
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
        }
    }

    @Test
    void precaution_thatTakesLong_doesNotUseUpTheTimeLimit() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            Precaution slow = ip -> account.clock.advance(Duration.ofMinutes(5));

            assertThat(account.ip().unblock(slow).state()).isEqualTo(SpamState.UNBLOCKING);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 429, 460})
    void stillBlocked_underAnyClientError_isKnownByItsMessage(int status) {
        try (TestAccount account = TestAccount.open(emulated -> emulated.tooEarlyStatus(status), client -> client)) {
            IpStillBlockedException thrown = catchThrowableOfType(
                    IpStillBlockedException.class, () -> account.ip().unblock(WORD));

            assertThat(thrown.remaining()).isEqualTo(Duration.ofHours(1));
            assertThat(thrown.statusCode()).isEqualTo(status);
            assertThat(thrown.mayHaveBeenProcessed()).isFalse();
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
        }
    }

    @Test
    void lostAnswer_whoseReadBackFails_throwsTheOriginal() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).resetAfterProcessing();
            account.emulator.faults().on(Operation.GET_SPAM).status(500);

            AntispamIOException thrown = catchThrowableOfType(
                    AntispamIOException.class, () -> account.ip().unblock(WORD));

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(thrown.getSuppressed())
                    .hasSize(1)
                    .allSatisfy(e -> assertThat(e).isInstanceOf(ServerException.class));
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(1);
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
        }
    }

    @Test
    void lostAnswer_whoseReadBackSaysSomethingNew_isNotTakenForSuccess() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).resetBeforeProcessing();
            account.emulator.faults().on(Operation.GET_SPAM).unknownValue();

            assertThat(catchThrowableOfType(
                                    AntispamException.class, () -> account.ip().unblock(WORD))
                            .mayHaveBeenProcessed())
                    .isTrue();
        }
    }

    @Test
    void noAnswer_withinTheTimeLimit_isReadBackInWhatIsLeftOfIt() {
        try (TestAccount account = TestAccount.open(client -> client.timeout(Duration.ofMillis(800)))
                .unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).neverRespond();

            assertThat(account.ip().unblock(WORD).state()).isEqualTo(SpamState.UNBLOCKING);
            assertThat(account.address.acceptedUnblocks()).isEqualTo(1);
        }
    }

    @Test
    void drippingAnswer_longerThanTheTimeLimit_isReadBack() {
        try (TestAccount account = TestAccount.open(client -> client.timeout(Duration.ofMillis(800)))
                .unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).drip(Duration.ofMillis(200));

            assertThat(account.ip().unblock(WORD).state()).isEqualTo(SpamState.UNBLOCKING);
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
        }
    }

    @Test
    void retryAfter_beyondTheTimeLimit_failsAtOnce() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).retryAfter(503, Duration.ofMinutes(2));

            ServerException thrown = catchThrowableOfType(
                    ServerException.class, () -> account.ip().unblock(WORD));

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(account.waits).isEmpty();
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(1);
        }
    }

    @Test
    void noConnection_isRetriedAndHarmless() throws IOException {
        List<AntispamException> failures = new ArrayList<>();
        try (AntispamClient antispam = AntispamClient.builder()
                .listener(new AntispamListener() {
                    @Override
                    public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
                        failures.add(failure);
                    }
                })
                .endpoint(Endpoint.of("http://127.0.0.1:" + portNobodyListensOn() + "/1.0"))
                .credentials(Credentials.accessToken("some-token-or-other"))
                .sleeper(duration -> {})
                .build()) {
            AntispamIOException thrown = catchThrowableOfType(
                    AntispamIOException.class,
                    () -> antispam.ipBlock("192.0.2.0/24").spamIp("192.0.2.1").unblock(WORD));

            assertThat(thrown.getMessage()).contains("could not connect");
            assertThat(thrown.mayHaveBeenProcessed()).isFalse();
            assertThat(failures).hasSize(4);
        }
    }

    private static int portNobodyListensOn() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return closed.getLocalPort();
        }
    }

    @Test
    void unblock_ofAnUnblockedAddress_saysWhatTheApiSays() {
        try (TestAccount account =
                TestAccount.open(emulated -> emulated.repeatedUnblockStatus(409), client -> client)) {
            account.address.unblocked();

            assertThat(catchThrowableOfType(
                                    AntispamApiException.class,
                                    () -> account.ip().unblock(WORD))
                            .mayHaveBeenProcessed())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 504})
    void serverErrorThatSpeaksOfATimeOut_isNoStaleClock(int status) {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).status(status, "Database query time out");

            AntispamException thrown = catchThrowableOfType(
                    ServerException.class, () -> account.ip().unblock(WORD));

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
        }
    }

    @Test
    void clientClosedBeforeTheReadBack_keepsTheOriginalFailure() {
        AntispamClient[] closing = new AntispamClient[1];
        AntispamListener closer = new AntispamListener() {
            @Override
            public void responseReceived(Request request, Response response) {
                if (request.method().equals("POST")) {
                    closing[0].close();
                }
            }
        };
        try (TestAccount account =
                TestAccount.open(client -> client.listener(closer)).unblockable()) {
            closing[0] = account.antispam;
            account.emulator.faults().on(Operation.UNBLOCK).processedThenStatus(500);

            ServerException thrown = catchThrowableOfType(
                    ServerException.class, () -> account.ip().unblock(WORD));

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(thrown.getMessage())
                    .contains("; reading the address back failed: not sent: the client is closed; ");
        }
    }

    @Test
    void listener_isToldThatALostPostMayHaveBeenProcessed() {
        List<AntispamException> failures = new ArrayList<>();
        AntispamListener listener = new AntispamListener() {
            @Override
            public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
                failures.add(failure);
            }
        };
        try (TestAccount account =
                TestAccount.open(client -> client.listener(listener)).unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).resetAfterProcessing();

            account.ip().unblock(WORD);

            assertThat(failures).hasSize(1).allMatch(AntispamException::mayHaveBeenProcessed);
        }
    }

    @Test
    void answerAboutAnotherAddress_isNotBelieved() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.UNBLOCK, Operation.GET_SPAM)
                    .raw(
                            200,
                            Map.of(),
                            "{\"ipSpamming\":\"203.0.113.7\",\"state\":\"unblocked\",\"time\":1,\"date\":\"2026-01-01T10:00:00+00:00\"}");

            assertThat(catchThrowableOfType(
                                    UnexpectedResponseException.class,
                                    () -> account.ip().unblock(WORD))
                            .mayHaveBeenProcessed())
                    .isTrue();
            assertThat(catchThrowableOfType(
                            UnexpectedResponseException.class,
                            () -> account.ip().get()))
                    .isNotNull();
        }
    }

    @Test
    void interceptorThatHidesTheRequest_isCaughtBeforeAnythingIsSent() {
        OkHttpClient rebuilding = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(new okhttp3.Request.Builder()
                        .url(chain.request().url())
                        .method(chain.request().method(), chain.request().body())
                        .build()))
                .build();
        try (TestAccount account = TestAccount.open(client -> client.httpClient(rebuilding))) {
            assertThatExceptionOfType(AntispamIOException.class)
                    .isThrownBy(() -> account.ip().get())
                    .withMessageContaining("an interceptor made a new request");
            assertThat(account.emulator.journal().count()).isZero();
        }
    }

    @Test
    void interceptorThatFailsAfterThePost_isReadBack() {
        OkHttpClient broken = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    okhttp3.Response response = chain.proceed(chain.request());
                    if (chain.request().method().equals("POST")) {
                        response.close();
                        throw new IllegalStateException("metrics registry is closed");
                    }
                    return response;
                })
                .build();
        try (TestAccount account =
                TestAccount.open(client -> client.httpClient(broken)).unblockable()) {
            assertThat(account.ip().unblock(WORD).state()).isEqualTo(SpamState.UNBLOCKING);
            assertThat(account.address.acceptedUnblocks()).isEqualTo(1);
        }
    }
}
