package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.Operation;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The columns of the retry table for tickets, which must never be created twice, and for reverse names. */
class WriteTableTest {

    private static final String NAME = "other.example.com.";

    /** Responses that leave open if the request took effect, with a status or without. */
    enum Unclear {
        RESET_BEFORE(FaultRule::resetBeforeProcessing, false),
        RESET_AFTER(FaultRule::resetAfterProcessing, true),
        RESET_WITHIN_BODY(FaultRule::resetWithinBody, true),
        WRONG_LENGTH(FaultRule::wrongContentLength, true),
        STATUS_408(fault -> fault.status(408), false),
        STATUS_429(fault -> fault.status(429), false),
        STATUS_429_AFTER(fault -> fault.retryAfter(429, Duration.ofSeconds(2)), false),
        STATUS_500(fault -> fault.status(500), false),
        STATUS_500_PROCESSED(fault -> fault.processedThenStatus(500), true),
        STATUS_502_HTML(fault -> fault.htmlPage(502), false),
        STATUS_503(fault -> fault.status(503), false),
        STATUS_503_NOW(fault -> fault.retryAfter(503, Duration.ZERO), false),
        STATUS_503_AFTER_PROCESSED(fault -> fault.processedThenRetryAfter(503, Duration.ofSeconds(2)), true),
        STATUS_504(fault -> fault.status(504), false),
        EMPTY(FaultRule::emptyResponse, true),
        TRUNCATED(FaultRule::truncatedJson, true),
        NOT_JSON(FaultRule::notJson, true),
        HTML_200(fault -> fault.htmlPage(200), false);

        final Consumer<FaultRule> fault;
        final boolean processed;

        Unclear(Consumer<FaultRule> fault, boolean processed) {
            this.fault = fault;
            this.processed = processed;
        }
    }

    /** Responses that say that nothing happened. */
    enum Refused {
        REDIRECT(fault -> fault.redirect(302, URI.create("http://127.0.0.1:1/elsewhere"))),
        STATUS_400(fault -> fault.status(400)),
        STATUS_401(fault -> fault.status(401)),
        STATUS_403(fault -> fault.status(403)),
        STATUS_404(fault -> fault.status(404)),
        STATUS_409(fault -> fault.status(409)),
        STATUS_460(fault -> fault.status(460));

        final Consumer<FaultRule> fault;

        Refused(Consumer<FaultRule> fault) {
            this.fault = fault;
        }
    }

    /** The calls that change something. */
    enum Write {
        TICKET(Operation.CREATE_TICKET, antispam -> antispam.supportTickets().create(NewTicket.of("Subject", "Text"))),
        SET(Operation.SET_REVERSE, antispam -> reverse(antispam).set(NAME)),
        DELETE(Operation.DELETE_REVERSE, antispam -> {
            reverse(antispam).delete();
            return "deleted";
        });

        final Operation operation;
        final Function<AntispamClient, Object> call;

        Write(Operation operation, Function<AntispamClient, Object> call) {
            this.operation = operation;
            this.call = call;
        }

        private static ReverseResource reverse(AntispamClient antispam) {
            return antispam.ipBlock(TestAccount.BLOCK).reverse(TestAccount.ADDRESS);
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(Write.values())
                .flatMap(write -> Stream.of(Refused.values()).map(row -> Arguments.of(write, row)));
    }

    @ParameterizedTest
    @EnumSource(Unclear.class)
    void ticket_answeredUnclearly_isNotSentAgain(Unclear row) {
        try (TestAccount account = TestAccount.open()) {
            row.fault.accept(
                    account.emulator.faults().on(Operation.CREATE_TICKET).times(1));

            AntispamException thrown =
                    catchThrowableOfType(AntispamException.class, () -> Write.TICKET.call.apply(account.antispam));

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(thrown.getMessage())
                    .startsWith("POST /support/tickets/create -> ")
                    .contains("; only the control panel tells if there is a ticket; the request may have taken effect")
                    .doesNotContain("release")
                    .doesNotContain("\n");
            assertThat(account.count(Operation.CREATE_TICKET)).isEqualTo(1);
            assertThat(account.emulator.tickets()).hasSize(row.processed ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void write_refused_isNotSentAgain(Write write, Refused row) {
        try (TestAccount account = TestAccount.open()) {
            row.fault.accept(account.emulator.faults().on(write.operation).times(1));

            AntispamException thrown =
                    catchThrowableOfType(AntispamException.class, () -> write.call.apply(account.antispam));

            assertThat(thrown.mayHaveBeenProcessed()).isFalse();
            assertThat(account.count(write.operation)).isEqualTo(1);
            assertThat(account.count(Operation.GET_REVERSE)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void write_withAStaleClock_isSentOnceMore(Write write) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(write.operation).times(1).status(400, "QUERY_TIME_OUT", "Query time out");

            assertThat(write.call.apply(account.antispam)).isNotNull();

            assertThat(account.count(write.operation)).isEqualTo(2);
            assertThat(account.count(Operation.AUTH_TIME)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void write_withAClockThatStaysStale_isSentTwiceAtMost(Write write) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(write.operation).status(400, "QUERY_TIME_OUT", "Query time out");

            AntispamException thrown =
                    catchThrowableOfType(AuthenticationException.class, () -> write.call.apply(account.antispam));

            assertThat(thrown.mayHaveBeenProcessed()).isFalse();
            assertThat(account.count(write.operation)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void write_withATokenThatEnded_isSentOnceMoreWithAnother(Write write) {
        try (TestAccount account = TestAccount.openWithOauth2()) {
            account.emulator.faults().on(write.operation).times(1).status(401);

            assertThat(write.call.apply(account.antispam)).isNotNull();

            assertThat(account.count(write.operation)).isEqualTo(2);
            assertThat(account.count(Operation.OAUTH2_TOKEN)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Unclear.class)
    void reverse_setUnclearly_isReadBackAndSetAgain(Unclear row) {
        try (TestAccount account = TestAccount.open()) {
            row.fault.accept(account.emulator.faults().on(Operation.SET_REVERSE).times(1));

            assertThat(account.reverse().set(NAME).reverse()).isEqualTo(NAME);

            assertThat(account.count(Operation.SET_REVERSE)).isEqualTo(row.processed ? 1 : 2);
            assertThat(account.count(Operation.GET_REVERSE)).isEqualTo(1);
            assertThat(account.reverse().get().reverse()).isEqualTo(NAME);
        }
    }

    @ParameterizedTest
    @EnumSource(Unclear.class)
    void reverse_deletedUnclearly_isReadBackAndDeletedAgain(Unclear row) {
        try (TestAccount account = TestAccount.open()) {
            row.fault.accept(
                    account.emulator.faults().on(Operation.DELETE_REVERSE).times(1));

            account.reverse().delete();

            assertThat(account.count(Operation.DELETE_REVERSE)).isEqualTo(row.processed ? 1 : 2);
            assertThat(account.antispam.ipBlock(TestAccount.BLOCK).reverse().list())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Write.class,
            names = {"SET", "DELETE"})
    void reverse_alwaysUnclear_endsAndSaysSo(Write write) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(write.operation).resetBeforeProcessing();

            AntispamException thrown =
                    catchThrowableOfType(AntispamIOException.class, () -> write.call.apply(account.antispam));

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(thrown.getMessage()).contains("; the reverse's get() tells, and to ask again does no harm; ");
            assertThat(account.count(write.operation)).isEqualTo(4);
            assertThat(account.count(Operation.GET_REVERSE)).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Write.class,
            names = {"SET", "DELETE"})
    void reverse_thatCannotBeReadBack_failsAsTheRequestDid(Write write) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(write.operation).times(1).processedThenStatus(500);
            account.emulator.faults().on(Operation.GET_REVERSE).status(403);

            AntispamException thrown =
                    catchThrowableOfType(ServerException.class, () -> write.call.apply(account.antispam));

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(thrown.getSuppressed()).hasSize(1);
            assertThat(account.count(write.operation)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Write.class,
            names = {"SET", "DELETE"})
    void reverse_refusedAfterAnUnclearResponse_isStillInDoubt(Write write) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(write.operation).times(1).resetBeforeProcessing();
            account.emulator.faults().on(write.operation).status(409);

            AntispamException thrown =
                    catchThrowableOfType(AntispamApiException.class, () -> write.call.apply(account.antispam));

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(account.count(write.operation)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void write_thatCouldNotConnect_isSentAgainAndHarmless(Write write) throws IOException {
        List<AntispamException> failures = new CopyOnWriteArrayList<>();
        int nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        try (AntispamClient antispam = AntispamClient.builder()
                .endpoint(Endpoint.of("http://127.0.0.1:" + nobody + "/1.0"))
                .credentials(Credentials.accessToken("some-token-or-other"))
                .sleeper(duration -> {})
                .listener(new AntispamListener() {
                    @Override
                    public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
                        failures.add(failure);
                    }
                })
                .build()) {
            AntispamException thrown =
                    catchThrowableOfType(AntispamIOException.class, () -> write.call.apply(antispam));

            assertThat(thrown.getMessage()).contains("could not connect").doesNotContain("taken effect");
            assertThat(thrown.mayHaveBeenProcessed()).isFalse();
            assertThat(failures).hasSize(4);
        }
    }
}
