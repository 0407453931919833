package io.github.ovhantispam.client.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ovhantispam.client.AntispamApiException;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AuthenticationException;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.IpStillBlockedException;
import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.client.PermissionException;
import io.github.ovhantispam.client.RateLimitException;
import io.github.ovhantispam.client.ServerException;
import io.github.ovhantispam.client.ServiceExpiredException;
import io.github.ovhantispam.client.internal.config.Access;
import io.github.ovhantispam.client.internal.config.AuthMethod;
import io.github.ovhantispam.client.internal.secret.SecretRedactor;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The exception of a refusal does not depend on the secrets, and shows none. */
class RefusalTest {

    /** A status and a body, and the class that they come to. */
    private record Case(int status, String body, Class<? extends AntispamApiException> thrown) {}

    private static final List<Case> CASES = List.of(
            new Case(460, stillBlocked("class", "Client::Whatever"), IpStillBlockedException.class),
            new Case(400, stillBlocked("errorCode", "IP_BLOCKED"), IpStillBlockedException.class),
            new Case(409, "still blocked for 129 seconds", IpStillBlockedException.class),
            new Case(400, json("QUERY_TIME_OUT", "Query time out"), AuthenticationException.class),
            new Case(400, newer("Client::BadRequest", "Query time out"), AuthenticationException.class),
            new Case(400, json("INVALID_SIGNATURE", "Invalid signature"), AuthenticationException.class),
            new Case(400, newer("Client::BadRequest", "Invalid signature"), AuthenticationException.class),
            new Case(403, json("INVALID_KEY", "This application key is invalid"), AuthenticationException.class),
            new Case(403, newer("Client::Forbidden", "This credential is not valid"), AuthenticationException.class),
            new Case(403, newer("Client::Forbidden", "This credential does not exist"), AuthenticationException.class),
            new Case(401, newer("Client::Unauthorized", "You must login first"), AuthenticationException.class),
            new Case(400, "{\"error\":\"invalid_client\"}", AuthenticationException.class),
            new Case(403, json("NOT_GRANTED_CALL", "This call has not been granted"), PermissionException.class),
            new Case(
                    403,
                    "{\"class\":\"Client::Forbidden\",\"details\":{\"unauthorizedActionsByIAM\":\"a,b\"}}",
                    PermissionException.class),
            new Case(
                    404,
                    newer("Client::NotFound", "The requested object (ip = 192.0.2.1) does not exist"),
                    NotFoundException.class),
            new Case(404, "{\"message\":\"This service is expired\"}", ServiceExpiredException.class),
            new Case(429, json("TOO_MANY", "Too many requests"), RateLimitException.class),
            new Case(503, "<html>Service Unavailable</html>", ServerException.class),
            new Case(409, json("CONFLICT", "A conflict"), AntispamApiException.class));

    private static String json(String code, String message) {
        return "{\"errorCode\":\"" + code + "\",\"httpCode\":\"4xx\",\"message\":\"" + message + "\"}";
    }

    private static String newer(String code, String message) {
        return "{\"class\":\"" + code + "\",\"message\":\"" + message + "\"}";
    }

    private static String stillBlocked(String field, String code) {
        return "{\"" + field + "\":\"" + code + "\",\"message\":\"This IP address is still blocked for 129 seconds\"}";
    }

    private static ErrorDecoder errors(String... secrets) {
        return new ErrorDecoder(
                () -> JsonMapper.builder().build(),
                new SecretRedactor(List.of(secrets)),
                new Access(Endpoint.OVH_EU, AuthMethod.applicationKeys("k", "s", "c"), "the environment"));
    }

    private static Failure refuse(
            ErrorDecoder errors, Route route, int status, String body, Map<String, String> headers) {
        Attempt attempt = new Attempt(route, 1);
        attempt.received(status, Headers.of(headers));
        return errors.refusal(attempt, "/path", body);
    }

    private static AntispamApiException thrown(Route route, int status, String body) {
        return (AntispamApiException) refuse(errors(), route, status, body, Map.of("X-Ovh-QueryId", "EU.1"))
                .exception();
    }

    /** Short and long words that are in any message, among them the very words by which it is known. */
    static List<String> secrets() {
        return List.of(
                "k",
                "a",
                "1",
                "key",
                "still",
                "blocked",
                "is",
                "for",
                "seconds",
                "second",
                "129",
                "12",
                "QUERY",
                "QUERY_TIME_OUT",
                "INVALID_SIGNATURE",
                "INVALID_KEY",
                "message",
                "class",
                "errorCode",
                "Client",
                "Client::Forbidden",
                "details",
                "unauthorizedActionsByIAM",
                "credential",
                "This credential is not valid",
                "Invalid signature",
                "still blocked for",
                "still blocked for 129 seconds",
                "does not exist",
                "expired",
                "service is expired",
                "invalid_client",
                "error",
                "\"",
                "{",
                ":",
                "application",
                "my_application_key",
                "NOT_GRANTED_CALL",
                "html",
                "EU.ext-3.63ac85b6.10528");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void refusal_comesToTheSame_whateverTheSecrets(String secret) {
        for (Case refused : CASES) {
            Map<String, String> headers = Map.of("X-Ovh-QueryId", "EU.ext-3.63ac85b6.10528.a-b", "Retry-After", "129");
            Failure usual = refuse(errors(), Route.SPAM_IP, refused.status, refused.body, headers);
            Failure failure = refuse(errors(secret), Route.SPAM_IP, refused.status, refused.body, headers);

            assertThat(failure.kind()).isEqualTo(usual.kind());
            assertThat(failure.code()).isEqualTo(usual.code());
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(129));
            AntispamApiException thrown = (AntispamApiException) failure.exception();
            assertThat(thrown).isExactlyInstanceOf(refused.thrown);
            assertThat(thrown.statusCode()).isEqualTo(refused.status);
            assertThat(thrown.code().isPresent())
                    .isEqualTo(((AntispamApiException) usual.exception()).code().isPresent());
            if (thrown instanceof IpStillBlockedException blocked) {
                assertThat(blocked.remaining()).isEqualTo(Duration.ofSeconds(129));
            }
            if (secret.length() >= 8) {
                assertThat(thrown.apiMessage().orElse("")).doesNotContain(secret);
                assertThat(thrown.code().orElse("")).doesNotContain(secret);
                assertThat(thrown.queryId().orElse("")).doesNotContain(secret);
            }
        }
    }

    @Test
    void secrets_areTakenOutOfEveryTextThatIsShown() {
        String secret = "9ufkBmLaTQ9nz5yM";
        String body =
                ("{\"errorCode\":\"X_S\",\"message\":\"m S, S\",\"details\":{\"unauthorizedActionsByIAM\":\"a:S,b\","
                                + "\"unauthorizedActionsByAuthentication\":\"c\\u003aS\"}}")
                        .replace("S", secret);
        PermissionException thrown = (PermissionException)
                refuse(errors(secret), Route.BLOCKS, 403, body, Map.of("X-Ovh-QueryId", "EU." + secret))
                        .exception();

        assertThat(thrown.getMessage())
                .contains("m ***, ***", "a:***, b", "c:***")
                .doesNotContain(secret);
        assertThat(thrown.code()).contains("X_***");
        assertThat(thrown.queryId()).contains("EU.***");
        assertThat(thrown.unauthorizedActionsByIam()).containsExactly("a:***", "b");
        assertThat(thrown.unauthorizedActionsByAuthentication()).containsExactly("c:***");
    }

    @Test
    void permission_namesWhatIsMissingOnEitherSide() {
        PermissionException thrown = (PermissionException) thrown(
                Route.BLOCKS,
                403,
                "{\"class\":\"Client::Forbidden\",\"message\":\"User not granted for this request\",\"details\":"
                        + "{\"unauthorizedActionsByAuthentication\":\"ip:apiovh:spam/get , ip:apiovh:get,\","
                        + "\"unauthorizedActionsByIAM\":[\"account:apiovh:get\",17,\"\\u001b[2J\"]}}");

        assertThat(thrown.unauthorizedActionsByAuthentication()).containsExactly("ip:apiovh:spam/get", "ip:apiovh:get");
        assertThat(thrown.unauthorizedActionsByIam()).containsExactly("account:apiovh:get", "?[2J");
        assertThat(thrown.getMessage())
                .contains("User not granted for this request, not allowed by the credentials: ip:apiovh:spam/get,"
                        + " ip:apiovh:get, not allowed by IAM: account:apiovh:get, ?[2J (Client::Forbidden)")
                .contains("(application keys from the environment, sent to eu.api.ovh.com)");
    }

    @Test
    void permission_withoutDetails_hasNoActions() {
        for (String details : List.of("null", "17", "{}", "{\"unauthorizedActionsByIAM\":\" , \"}")) {
            PermissionException thrown =
                    (PermissionException) thrown(Route.BLOCKS, 403, "{\"message\":\"no\",\"details\":" + details + "}");

            assertThat(thrown.unauthorizedActionsByIam()).isEmpty();
            assertThat(thrown.unauthorizedActionsByAuthentication()).isEmpty();
            assertThat(thrown.getMessage()).contains("the SDK needs GET /ip, GET /ip/* and POST /ip/*");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | INVALID_KEY          | This application key is invalid | the application key is unknown there
            403 | Client::Forbidden    | This application key is invalid | the application key is unknown there
            403 | NOT_CREDENTIAL       | This credential does not exist  | the consumer key is unknown there
            403 | Client::Forbidden    | This credential does not exist  | the consumer key is unknown there
            403 | INVALID_CREDENTIAL   | This credential is not valid    | not validated yet, or expired or revoked
            403 | Client::Forbidden    | This credential is not valid    | not validated yet, or expired or revoked
            400 | INVALID_SIGNATURE    | Invalid signature               | check the application secret
            400 | QUERY_TIME_OUT       | Query time out                  | the time of the signature is refused
            401 | Client::Unauthorized | You must login first            | taken for one without credentials
            401 | anything             | anything                        | the credentials are unknown, wrong, expired
            400 | invalid_client       | anything                        | the client id or its secret is wrong
            400 | unauthorized_client  | anything                        | this service account may not get tokens
            401 | Invalid client       | anything                        | the client id or its secret is wrong
            """)
    void authentication_hasOneHintForEachProblem(int status, String code, String message, String hint) {
        AntispamApiException thrown = thrown(Route.SPAM_IP, status, newer(code, message));

        assertThat(thrown).isExactlyInstanceOf(AuthenticationException.class);
        assertThat(thrown.getMessage())
                .contains(hint)
                .contains("(application keys from the environment, sent to eu.api.ovh.com)");
    }

    @Test
    void token_isRefusedByAnotherHost() {
        assertThat(thrown(Route.TOKEN, 401, "{\"error\":\"invalid_client\"}").getMessage())
                .contains("sent to www.ovh.com)");
    }

    @Test
    void notFound_ofTheRoutesThatNeedNoObject_isAWrongUrl() {
        for (Route route : List.of(Route.TIME, Route.CREDENTIAL)) {
            assertThat(thrown(route, 404, "<html>nothing here</html>"))
                    .isExactlyInstanceOf(AntispamApiException.class)
                    .message()
                    .contains("the base URL is wrong: the API is not at https://eu.api.ovh.com/1.0");
        }
        assertThat(thrown(Route.TOKEN, 404, newer("Client::NotFound", "Got an invalid (or empty) URL")))
                .isExactlyInstanceOf(AntispamApiException.class)
                .message()
                .contains("the token URL is wrong: www.ovh.com has no tokens");
    }

    @Test
    void notFound_saysWhetherTheApiSaidIt_andOfWhat() {
        String object = newer("Client::NotFound", "The requested object (ipSpamming = 192.0.2.1) does not exist");
        for (Route route : List.of(Route.SPAM_IP, Route.STATS, Route.UNBLOCK)) {
            NotFoundException thrown = (NotFoundException) thrown(route, 404, object);

            assertThat(thrown.isSaidByApi()).isTrue();
            assertThat(thrown.getMessage()).contains("the address never sent spam as far as the API knows");
        }
        assertThat(thrown(Route.BLOCK, 404, object).getMessage()).doesNotContain("never sent spam");
        NotFoundException block =
                (NotFoundException) thrown(Route.SPAM_IP, 404, "{\"message\":\"This service does not exist\"}");
        assertThat(block.isSaidByApi()).isTrue();
        assertThat(block.getMessage())
                .contains("the block is not one of this account's")
                .doesNotContain("never sent");
        for (String other : List.of(
                "<html>not JSON: does not exist</html>",
                "",
                "{\"message\":\"Got an invalid (or empty) URL\"}",
                "not JSON: {\"message\":\"does not exist\"}")) {
            NotFoundException thrown = (NotFoundException) thrown(Route.SPAM_IP, 404, other);

            assertThat(thrown.isSaidByApi()).isFalse();
            assertThat(thrown.getMessage())
                    .contains("this is not what the API says of a missing object: check the base URL"
                            + " https://eu.api.ovh.com/1.0")
                    .doesNotContain("never sent spam");
        }
    }

    @Test
    void look_isPartOfTheMessage_withOrWithoutAdvice() {
        Attempt attempt = new Attempt(Route.UNBLOCK, 1);
        attempt.sending();
        attempt.received(500, Headers.of());
        AntispamException plain =
                errors().refusal(attempt, "/path", "").exceptionAfterReadBack("showed blockedForSpam");
        assertThat(plain.getMessage())
                .isEqualTo("POST /path -> 500; reading the address back showed blockedForSpam; while the address is"
                        + " unblocking, release(..) only polls; the request may have taken effect all the same:"
                        + " check before asking again");

        attempt.received(429, Headers.of("Retry-After", "9"));
        assertThat(errors().refusal(attempt, "/path", "")
                        .exceptionAfterReadBack("failed: x")
                        .getMessage())
                .startsWith("POST /path -> 429; it asks to wait 9 s; reading the address back failed: x; while");
    }
}
