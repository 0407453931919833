package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.ErrorFormat;
import io.github.ovhantispam.emulator.Operation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {

    private static AntispamApiException refusal(int status, Map<String, String> headers, String body) {
        try (TestAccount account = TestAccount.open(client -> client.retryPolicy(RetryPolicy.none()))) {
            account.emulator.faults().on(Operation.GET_SPAM).raw(status, headers, body);
            return catchThrowableOfType(
                    AntispamApiException.class, () -> account.ip().get());
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorFormat.class)
    void bodies_ofBothGenerations_areUnderstood(ErrorFormat generation) {
        try (TestAccount account = TestAccount.open(emulated -> emulated.errorBody(generation), client -> client)) {
            NotFoundException thrown = catchThrowableOfType(
                    NotFoundException.class,
                    () -> account.antispam
                            .ipBlock(TestAccount.BLOCK)
                            .spamIp("192.0.2.2")
                            .get());

            assertThat(thrown.apiMessage()).get().asString().contains("192.0.2.2");
            assertThat(thrown.queryId()).isPresent();
            assertThat(thrown.method()).isEqualTo("GET");
            assertThat(thrown.path()).isEqualTo("/ip/192.0.2.9%2F28/spam/192.0.2.2");
            assertThat(thrown.getMessage())
                    .startsWith("GET /ip/192.0.2.9%2F28/spam/192.0.2.2 -> 404: ")
                    .endsWith(" [X-Ovh-QueryId: " + thrown.queryId().orElseThrow() + "]");
        }
    }

    @Test
    void olderBody_givesItsErrorCode() {
        AntispamApiException thrown = refusal(
                403,
                Map.of(),
                "{\"errorCode\":\"NOT_GRANTED_CALL\",\"httpCode\":\"403 Forbidden\",\"message\":\"This call has not been granted\"}");

        assertThat(thrown).isExactlyInstanceOf(PermissionException.class);
        assertThat(thrown.code()).contains("NOT_GRANTED_CALL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void emptyCode_isNone(String code) {
        AntispamApiException thrown = refusal(
                401,
                Map.of(),
                "{\"errorCode\":\"" + code
                        + "\",\"class\":\"Client::Unauthorized\",\"message\":\"You must login first\"}");

        assertThat(thrown).isExactlyInstanceOf(AuthenticationException.class);
        assertThat(thrown.code()).contains("Client::Unauthorized");
    }

    @Test
    void newerBody_givesItsClassAndWhatIamLacks() {
        AntispamApiException thrown = refusal(
                403,
                Map.of(),
                "{\"class\":\"Client::Forbidden\",\"message\":\"User not granted for this request\",\"details\":"
                        + "{\"unauthorizedActionsByIAM\":\"ip:apiovh:spam/get\"}}");

        assertThat(thrown).isExactlyInstanceOf(PermissionException.class);
        assertThat(thrown.code()).contains("Client::Forbidden");
        assertThat(thrown.getMessage())
                .contains("User not granted for this request, not allowed by IAM: ip:apiovh:spam/get");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "17",
                "\"text\"",
                "{",
                "{\"message\":",
                "{\"message\":17,\"errorCode\":[]}",
                "{\"message\":null,\"class\":null,\"details\":17}",
                "<html><body>Bad Gateway</body></html>",
                "\u0000\u0001",
                "\ufeff{\"message\":\"with a byte order mark\"}",
                "{\"message\":\"a\"} trailing"
            })
    void bodies_thatAreNoError_stillGiveTheStatus(String body) {
        AntispamApiException thrown = refusal(409, Map.of(), body);

        assertThat(thrown).isExactlyInstanceOf(AntispamApiException.class);
        assertThat(thrown.statusCode()).isEqualTo(409);
        assertThat(thrown.getMessage())
                .startsWith("GET /ip/192.0.2.9%2F28/spam/192.0.2.1 -> 409")
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void deeplyNestedBody_doesNotOverflowTheStack() {
        assertThat(refusal(409, Map.of(), "{\"a\":".repeat(10_000)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void hugeErrorBody_isCut() {
        AntispamApiException thrown = refusal(400, Map.of(), "x".repeat(5_000_000));

        assertThat(thrown.getMessage()).hasSizeLessThan(500);
    }

    @Test
    void hugeAnswer_isRefused() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.GET_SPAM).hugeBody(80L * 1024 * 1024);

            assertThat(catchThrowableOfType(
                                    UnexpectedResponseException.class,
                                    () -> account.ip().get())
                            .getMessage())
                    .contains("longer than");
        }
    }

    @Test
    void hostileText_isMadePrintable() {
        AntispamApiException thrown = refusal(
                400,
                Map.of("X-Ovh-QueryId", "\u001b[2J" + "q".repeat(1000)),
                "{\"message\":\"\\u001b[31m\\r\\nfake log line\\u202e\",\"class\":\"" + "c".repeat(9999) + "\"}");

        assertThat(thrown.getMessage())
                .contains("?[31m??fake log line?")
                .doesNotContainPattern("\\p{Cntrl}")
                .doesNotContain("\u202e")
                .hasSizeLessThan(1100);
    }

    @Test
    void charsetsOtherThanUtf8_doNotBreakTheMessage() {
        try (TestAccount account = TestAccount.open(client -> client.retryPolicy(RetryPolicy.none()))) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM)
                    .raw(400, Map.of("Content-Type", "application/json; charset=no-such"), "{\"message\":\"tèsté\"}");

            assertThat(catchThrowableOfType(
                                    AntispamApiException.class,
                                    () -> account.ip().get())
                            .apiMessage())
                    .contains("tèsté");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This IP address is still blocked for 129 seconds",
                "this ip address is STILL BLOCKED FOR 129 SECONDS.",
                "Error: still blocked for 129 seconds, try later"
            })
    void stillBlocked_isReadFromTheMessage(String message) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.UNBLOCK).status(460, message);

            assertThat(catchThrowableOfType(
                                    IpStillBlockedException.class,
                                    () -> account.ip().unblock(ip -> {}))
                            .remaining())
                    .isEqualTo(Duration.ofSeconds(129));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "still blocked for many seconds",
                "still blocked for -1 seconds",
                "still blocked for 99999999999999999999 seconds"
            })
    void stillBlocked_withoutASensibleNumber_isAnOrdinaryRefusal(String message) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.UNBLOCK).status(400, message);

            assertThat(catchThrowableOfType(
                            AntispamApiException.class, () -> account.ip().unblock(ip -> {})))
                    .isExactlyInstanceOf(AntispamApiException.class);
        }
    }

    @Test
    void expiredService_isKnownByStatusOrMessage() {
        assertThat(refusal(460, Map.of(), "")).isExactlyInstanceOf(ServiceExpiredException.class);
        assertThat(refusal(404, Map.of(), "{\"message\":\"This Service is expired\"}"))
                .isExactlyInstanceOf(ServiceExpiredException.class);
    }

    @Test
    void rateLimit_saysHowLongTheServerAsksToWait() {
        RateLimitException thrown = (RateLimitException) refusal(429, Map.of("Retry-After", "3600"), "");

        assertThat(thrown.retryAfter()).contains(Duration.ofHours(1));
        assertThat(thrown.getMessage()).contains("it asks to wait 1 h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "1.5", "", "Thu, 99 Foo 2026 00:00:00 GMT"})
    void retryAfter_thatMakesNoSense_isIgnored(String value) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.GET_SPAM).times(1).raw(503, Map.of("Retry-After", value), "");

            assertThat(account.ip().get()).isNotNull();
        }
    }

    @Test
    void retryAfter_isHonouredToTheSecond() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.GET_SPAM).times(1).retryAfter(429, Duration.ofSeconds(2));
            account.ip().get();
            account.emulator.faults().on(Operation.GET_SPAM).times(1).retryAfterDate(503, Duration.ofSeconds(17));
            account.ip().get();

            assertThat(account.waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(17));
        }
    }

    @Test
    void retryAfter_isCapped() {
        try (TestAccount account = TestAccount.open(client -> client.timeout(Duration.ofHours(2))
                .retryPolicy(RetryPolicy.standard().maxRetryAfter(Duration.ofMinutes(3))))) {
            account.emulator.faults().on(Operation.GET_SPAM).times(1).retryAfter(429, Duration.ofHours(1));
            account.ip().get();

            assertThat(account.waits).containsExactly(Duration.ofMinutes(3));
        }
    }

    @Test
    void retryAfter_beyondTheTimeLimit_failsWithoutWaiting() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.GET_SPAM).retryAfter(429, Duration.ofSeconds(61));

            assertThat(catchThrowableOfType(
                            RateLimitException.class, () -> account.ip().get()))
                    .isNotNull();
            assertThat(account.waits).isEmpty();
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(1);
        }
    }

    @Test
    void unexpectedResponse_hasStatusAndExcerpt() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM)
                    .raw(200, Map.of("Content-Type", "text/html"), "<html>please log in\u001b[0m</html>");

            UnexpectedResponseException thrown = catchThrowableOfType(
                    UnexpectedResponseException.class, () -> account.ip().get());

            assertThat(thrown.statusCode()).isEqualTo(200);
            assertThat(thrown.excerpt()).isEqualTo("<html>please log in?[0m</html>");
            assertThat(thrown.getMessage())
                    .contains("-> 200: the response cannot be read")
                    .doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @Test
    void missingField_isNamed() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM)
                    .raw(200, Map.of(), "{\"ipSpamming\":\"192.0.2.1\",\"state\":\"unblocked\",\"time\":1}");

            assertThat(catchThrowableOfType(
                                    UnexpectedResponseException.class,
                                    () -> account.ip().get())
                            .getMessage())
                    .contains("SpamIp.date is missing");
        }
    }

    @Test
    void unknownFieldsAndValues_areNoError() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.GET_SPAM).times(1).unknownField();
            assertThat(account.ip().get().state().isKnown()).isTrue();

            account.emulator.faults().on(Operation.GET_SPAM).times(1).unknownValue();
            assertThat(account.ip().get().state().isKnown()).isFalse();

            account.emulator.faults().on(Operation.GET_SPAM).times(1).chunked();
            assertThat(account.ip().get().ipSpamming()).hasToString("192.0.2.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "99999999999999999999"})
    void retryAfter_longerThanAnything_failsAtOnce(String value) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.GET_SPAM).raw(503, Map.of("Retry-After", value), "");

            assertThat(catchThrowableOfType(
                            ServerException.class, () -> account.ip().get()))
                    .isNotNull();
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(1);
        }
    }
}
