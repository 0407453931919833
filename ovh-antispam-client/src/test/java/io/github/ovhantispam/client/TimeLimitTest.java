package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One limit over attempts, pauses and bodies. The real time here only bounds what would otherwise hang. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TimeLimitTest {

    enum Slow {
        NO_ANSWER(FaultRule::neverRespond),
        DRIP(fault -> fault.drip(Duration.ofMillis(200))),
        LATE(fault -> fault.delay(Duration.ofSeconds(20)));

        final Consumer<FaultRule> fault;

        Slow(Consumer<FaultRule> fault) {
            this.fault = fault;
        }
    }

    @ParameterizedTest
    @EnumSource(Slow.class)
    void answer_slowerThanTheLimit_isATimeout(Slow slow) {
        try (TestAccount account = TestAccount.open()) {
            account.ip().get();
            AntispamClient hurried = account.antispam.withOptions(
                    o -> o.timeout(Duration.ofMillis(300)).retryPolicy(RetryPolicy.none()));
            slow.fault.accept(account.emulator.faults().on(Operation.GET_SPAM));

            AntispamTimeoutException thrown = catchThrowableOfType(
                    AntispamTimeoutException.class,
                    () -> hurried.ipBlock(TestAccount.BLOCK)
                            .spamIp(TestAccount.ADDRESS)
                            .get());

            assertThat(thrown.getMessage()).endsWith("-> no response in time");
        }
    }

    /** So that a connection that died in silence costs a retry and not the call. */
    @ParameterizedTest
    @CsvSource({"PT10S, PT10S", "PT30S, PT30S", "PT60S, PT30S", "PT10M, PT5M"})
    void attempt_mayTakeWhatIsLeft_butOf30SecondsOnNoMoreThanHalf(Duration limit, Duration ofAttempt) {
        List<Duration> limits = new ArrayList<>();
        OkHttpClient watched = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    limits.add(Duration.ofNanos(chain.call().timeout().timeoutNanos()));
                    return chain.proceed(chain.request());
                })
                .build();
        try (TestAccount account =
                TestAccount.open(client -> client.httpClient(watched).timeout(limit))) {
            account.ip().get();
        }

        assertThat(limits).hasSize(2).allSatisfy(each -> assertThat(each).isEqualTo(ofAttempt));
    }

    @Test
    void clockThatIsSetBack_givesNoMoreTime() {
        List<Duration> limits = new ArrayList<>();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH.plus(Duration.ofDays(20_000)));
        OkHttpClient watched = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    limits.add(Duration.ofNanos(chain.call().timeout().timeoutNanos()));
                    now.updateAndGet(instant -> instant.minusSeconds(5));
                    return chain.proceed(chain.request());
                })
                .build();
        try (TestAccount account = TestAccount.open(client ->
                client.httpClient(watched).timeout(Duration.ofSeconds(2)).clock(now::get))) {
            assertThat(catchThrowable(() -> account.ip().get())).isNull();
        }

        assertThat(limits)
                .hasSizeGreaterThan(1)
                .allSatisfy(each -> assertThat(each).isLessThanOrEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void errorBody_thatDrips_isATimeoutToo() {
        try (TestAccount account = TestAccount.open(
                client -> client.timeout(Duration.ofMillis(400)).retryPolicy(RetryPolicy.none()))) {
            account.antispam.ipBlocks().list();
            account.emulator.faults().on(Operation.GET_SPAM).drip(Duration.ofMillis(200));

            assertThat(catchThrowableOfType(
                            AntispamTimeoutException.class,
                            () -> account.antispam
                                    .ipBlock(TestAccount.BLOCK)
                                    .spamIp("192.0.2.2") // not found, said slowly
                                    .get()))
                    .isNotNull();
        }
    }

    @Test
    void pauses_areNotBegunWhenTheLimitWouldPass() {
        try (TestAccount account = TestAccount.open(client -> client.timeout(Duration.ofSeconds(5)))) {
            account.ip().get();
            account.emulator.faults().on(Operation.GET_SPAM).retryAfter(503, Duration.ofSeconds(2));

            assertThat(catchThrowableOfType(
                            ServerException.class, () -> account.ip().get()))
                    .isNotNull();
            assertThat(account.waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
        }
    }

    @Test
    void timeSpentOnTheClock_countsForTheLimit() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.AUTH_TIME).takes(Duration.ofSeconds(61));

            assertThat(catchThrowableOfType(
                                    AntispamTimeoutException.class,
                                    () -> account.ip().get())
                            .getMessage())
                    .endsWith("not sent: the time limit has ended");
            assertThat(account.count(Operation.GET_SPAM)).isZero();
        }
    }

    @Test
    void interruptInARequest_endsItWithinItsLimit_flagSet() throws Exception {
        try (TestAccount account = TestAccount.open(client -> client.timeout(Duration.ofSeconds(1)))) {
            account.ip().get();
            account.emulator.faults().on(Operation.GET_SPAM).neverRespond();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    account.ip().get();
                } catch (AntispamInterruptedException e) {
                    flag.complete(Thread.currentThread().isInterrupted());
                }
            });
            thread.start();

            assertThat(flag.get(20, TimeUnit.SECONDS)).isTrue();
            thread.join();
        }
    }
}
