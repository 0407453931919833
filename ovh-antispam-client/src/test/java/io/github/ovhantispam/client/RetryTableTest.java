package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.SpamState;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the retry table by every operation. */
class RetryTableTest {

    /** What a read can be asked for. */
    enum Read {
        BLOCKS(Operation.LIST_BLOCKS, account -> account.antispam.ipBlocks().list()),
        DETAILS(
                Operation.LIST_BLOCKS,
                account -> account.antispam.ipBlocks().details().list()),
        BLOCK(
                Operation.GET_BLOCK,
                account -> account.antispam.ipBlock(TestAccount.BLOCK).get()),
        SPAM_IPS(
                Operation.LIST_SPAM,
                account -> account.antispam.ipBlock(TestAccount.BLOCK).spamIps().list()),
        ADDRESSES(
                Operation.LIST_SPAM,
                account -> account.antispam
                        .ipBlock(TestAccount.BLOCK)
                        .spamIps()
                        .addresses()
                        .list()),
        SPAM_IP(Operation.GET_SPAM, account -> account.ip().get()),
        STATS(Operation.GET_STATS, account -> account.ip().stats(TestAccount.START.minusSeconds(9), TestAccount.START)),
        REVERSES(
                Operation.LIST_REVERSES,
                account -> account.antispam.ipBlock(TestAccount.BLOCK).reverse().list()),
        REVERSE_ADDRESSES(
                Operation.LIST_REVERSES,
                account -> account.antispam
                        .ipBlock(TestAccount.BLOCK)
                        .reverse()
                        .addresses()
                        .list()),
        REVERSE(Operation.GET_REVERSE, account -> account.reverse().get()),
        NOTIFICATIONS(
                Operation.LIST_NOTIFICATIONS,
                account -> account.antispam.notifications().list()),
        NOTIFICATION(
                Operation.GET_NOTIFICATION,
                account -> account.antispam.notifications().list()),
        LOCATE(
                Operation.LIST_BLOCKS,
                account -> account.antispam.locate(TestAccount.ADDRESS).block());

        final Operation operation;
        final Function<TestAccount, Object> call;

        Read(Operation operation, Function<TestAccount, Object> call) {
            this.operation = operation;
            this.call = call;
        }
    }

    /** The rows, with what a read that keeps meeting them ends in. */
    enum Row {
        RESET_BEFORE(FaultRule::resetBeforeProcessing, AntispamIOException.class, true),
        RESET_AFTER(FaultRule::resetAfterProcessing, AntispamIOException.class, true),
        RESET_WITHIN_BODY(FaultRule::resetWithinBody, AntispamIOException.class, true),
        WRONG_LENGTH(FaultRule::wrongContentLength, AntispamIOException.class, true),
        STATUS_408(fault -> fault.htmlPage(408), AntispamApiException.class, true),
        STATUS_429(fault -> fault.status(429), RateLimitException.class, true),
        STATUS_429_AFTER(fault -> fault.retryAfter(429, Duration.ofSeconds(2)), RateLimitException.class, true),
        STATUS_500(fault -> fault.status(500), ServerException.class, true),
        STATUS_502(fault -> fault.htmlPage(502), ServerException.class, true),
        STATUS_503(fault -> fault.emptyBody(503), ServerException.class, true),
        STATUS_503_NOW(fault -> fault.retryAfter(503, Duration.ZERO), ServerException.class, true),
        STATUS_503_DATE(fault -> fault.retryAfterDate(503, Duration.ofSeconds(3)), ServerException.class, true),
        STATUS_504(fault -> fault.status(504), ServerException.class, true),
        EMPTY(FaultRule::emptyResponse, UnexpectedResponseException.class, false),
        TRUNCATED(FaultRule::truncatedJson, UnexpectedResponseException.class, false),
        NOT_JSON(FaultRule::notJson, UnexpectedResponseException.class, false),
        HTML_200(fault -> fault.htmlPage(200), UnexpectedResponseException.class, false),
        NO_CONTENT(fault -> fault.emptyBody(204), UnexpectedResponseException.class, false),
        JSON_NULL(fault -> fault.raw(200, Map.of(), "null"), UnexpectedResponseException.class, false),
        REDIRECT(
                fault -> fault.redirect(302, URI.create("http://127.0.0.1:1/elsewhere")),
                UnexpectedResponseException.class,
                false),
        STATUS_400(fault -> fault.status(400), AntispamApiException.class, false),
        STATUS_401(fault -> fault.status(401), AuthenticationException.class, false),
        STATUS_403(fault -> fault.status(403), PermissionException.class, false),
        STATUS_409(fault -> fault.status(409), AntispamApiException.class, false),
        STATUS_460(fault -> fault.status(460), ServiceExpiredException.class, false);

        final Consumer<FaultRule> fault;
        final Class<? extends AntispamException> exception;
        final boolean retried;

        Row(Consumer<FaultRule> fault, Class<? extends AntispamException> exception, boolean retried) {
            this.fault = fault;
            this.exception = exception;
            this.retried = retried;
        }
    }

    static Stream<Arguments> readsByRows() {
        return Stream.of(Read.values()).flatMap(read -> Stream.of(Row.values()).map(row -> Arguments.of(read, row)));
    }

    @ParameterizedTest
    @MethodSource("readsByRows")
    void read_meetingItOnce_isRetriedOrFails(Read read, Row row) {
        try (TestAccount account = TestAccount.open()) {
            Object undisturbed = read.call.apply(account);
            account.emulator.journal().clear();
            row.fault.accept(account.emulator.faults().on(read.operation).times(1));

            if (row.retried) {
                assertThat(read.call.apply(account)).isEqualTo(undisturbed);
                assertThat(account.count(read.operation)).isEqualTo(2);
            } else {
                AntispamException thrown = catchThrowableOfType(row.exception, () -> read.call.apply(account));
                assertThat(thrown).isExactlyInstanceOf(row.exception);
                assertThat(account.count(read.operation)).isEqualTo(1);
                assertThat(thrown.mayHaveBeenProcessed()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Row.class)
    void read_meetingItForEver_endsAfterFourAttempts(Row row) {
        try (TestAccount account = TestAccount.open()) {
            row.fault.accept(account.emulator.faults().on(Operation.GET_SPAM));

            AntispamException thrown =
                    catchThrowableOfType(row.exception, () -> account.ip().get());

            assertThat(thrown).isExactlyInstanceOf(row.exception);
            assertThat(thrown.getMessage())
                    .startsWith("GET /ip/192.0.2.9%2F28/spam/192.0.2.1 -> ")
                    .doesNotContain("\n");
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(row.retried ? 4 : 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Row.class)
    void read_withoutRetries_isSentOnce(Row row) {
        try (TestAccount account = TestAccount.open(client -> client.retryPolicy(RetryPolicy.none()))) {
            row.fault.accept(account.emulator.faults().on(Operation.GET_SPAM));

            assertThat(catchThrowableOfType(row.exception, () -> account.ip().get()))
                    .isNotNull();
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(1);
            assertThat(account.waits).isEmpty();
        }
    }

    /** What an unblock that was answered this way comes to. */
    enum Unblocking {
        RESET_BEFORE(FaultRule::resetBeforeProcessing, false, 1),
        RESET_AFTER(FaultRule::resetAfterProcessing, true, 1),
        RESET_WITHIN_BODY(FaultRule::resetWithinBody, true, 1),
        STATUS_408(fault -> fault.status(408), false, 1),
        STATUS_500(fault -> fault.status(500), false, 1),
        STATUS_500_AFTER(fault -> fault.retryAfter(500, Duration.ofSeconds(2)), false, 1),
        STATUS_500_PROCESSED(fault -> fault.processedThenStatus(500), true, 1),
        STATUS_502_PROCESSED(fault -> fault.processedThenStatus(502), true, 1),
        STATUS_503(fault -> fault.status(503), false, 1),
        STATUS_503_PROCESSED(fault -> fault.processedThenStatus(503), true, 1),
        STATUS_503_AFTER(fault -> fault.retryAfter(503, Duration.ofSeconds(2)), true, 2),
        STATUS_503_NOW(fault -> fault.retryAfter(503, Duration.ZERO), true, 2),
        STATUS_503_AFTER_PROCESSED(fault -> fault.processedThenRetryAfter(503, Duration.ofSeconds(2)), true, 1),
        STATUS_429(fault -> fault.status(429), false, 1),
        STATUS_429_AFTER(fault -> fault.retryAfter(429, Duration.ofSeconds(2)), true, 2),
        STATUS_429_DATE(fault -> fault.retryAfterDate(429, Duration.ofSeconds(2)), true, 2),
        EMPTY(FaultRule::emptyResponse, true, 1),
        TRUNCATED(FaultRule::truncatedJson, true, 1),
        NOT_JSON(FaultRule::notJson, true, 1),
        HTML_200(fault -> fault.htmlPage(200), false, 1);

        final Consumer<FaultRule> fault;
        final boolean succeeds;
        final int posts;

        Unblocking(Consumer<FaultRule> fault, boolean succeeds, int posts) {
            this.fault = fault;
            this.succeeds = succeeds;
            this.posts = posts;
        }
    }

    @ParameterizedTest
    @EnumSource(Unblocking.class)
    void unblock_answeredAmbiguously_isReadBack(Unblocking row) {
        try (TestAccount account = TestAccount.open().unblockable()) {
            row.fault.accept(account.emulator.faults().on(Operation.UNBLOCK).times(1));

            if (row.succeeds) {
                assertThat(account.ip().unblock(ip -> {}).state()).isEqualTo(SpamState.UNBLOCKING);
            } else {
                AntispamException thrown = catchThrowableOfType(
                        AntispamException.class, () -> account.ip().unblock(ip -> {}));
                assertThat(thrown.mayHaveBeenProcessed()).isTrue();
                assertThat(thrown.getMessage()).startsWith("POST /ip/192.0.2.9%2F28/spam/192.0.2.1/unblock -> ");
            }
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(row.posts);
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(1);
            assertThat(account.address.acceptedUnblocks()).isEqualTo(row.succeeds ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Row.class,
            names = {"REDIRECT", "STATUS_400", "STATUS_401", "STATUS_403", "STATUS_409", "STATUS_460"})
    void unblock_refused_isNeitherResentNorReadBack(Row row) {
        try (TestAccount account = TestAccount.open().unblockable()) {
            row.fault.accept(account.emulator.faults().on(Operation.UNBLOCK).times(1));

            AntispamException thrown =
                    catchThrowableOfType(row.exception, () -> account.ip().unblock(ip -> {}));

            assertThat(thrown).isExactlyInstanceOf(row.exception);
            assertThat(thrown.mayHaveBeenProcessed()).isFalse();
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
            assertThat(account.count(Operation.GET_SPAM)).isZero();
        }
    }
}
