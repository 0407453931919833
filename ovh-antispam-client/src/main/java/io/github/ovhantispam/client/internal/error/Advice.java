package io.github.ovhantispam.client.internal.error;

import io.github.ovhantispam.client.AccessRule;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.internal.config.Access;
import io.github.ovhantispam.client.internal.config.AuthMethod;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An addition to the API's own message: a likely cause, and the next step. */
final class Advice {

    private static final Map<AccessRule, String> RULES = Map.of(
            AccessRule.NOTIFICATIONS, "NOTIFICATIONS",
            AccessRule.SUPPORT_TICKETS, "SUPPORT_TICKETS",
            AccessRule.REVERSE, "REVERSE");

    private final Access access;

    Advice(Access access) {
        this.access = access;
    }

    /** Returns the advice on a refusal; empty where there is none. */
    String on(Refusal refusal, @Nullable Duration retryAfter) {
        if (refusal.isStillBlocked() || refusal.isExpired()) {
            return "";
        }
        CredentialProblem problem = refusal.credentialProblem();
        if (problem != null) {
            return problem.hint() + origin(refusal.attempt().route);
        }
        return switch (refusal.attempt().status()) {
            case 400 ->
                refusal.attempt().route == Route.SET_REVERSE
                        ? "the name must resolve to the address already; a new DNS record may take a while to be seen"
                        : "";
            case 403 ->
                (refusal.body().byIam().isEmpty()
                                ? missingRule(refusal.attempt().route)
                                : "add the actions to an IAM policy of this identity")
                        + origin(refusal.attempt().route);
            case 404 -> notFound(refusal);
            case 429 -> retryAfter == null ? "" : "it asks to wait " + DurationText.of(retryAfter);
            default -> "";
        };
    }

    private String missingRule(Route route) {
        AccessRule special = route.specialRule();
        return special == null
                ? "the SDK needs GET /ip, GET /ip/* and POST /ip/*"
                : "this call needs " + special
                        + (access.method() instanceof AuthMethod.ApplicationKeys
                                ? ", an access rule that no consumer key has unless it is asked for: get one with"
                                        + " requestConsumerKey(AccessRule." + RULES.get(special) + ')'
                                : ": allow it in an IAM policy of this identity");
    }

    private String origin(Route route) {
        return " (" + access.credentials() + ", sent to " + host(route) + ')';
    }

    /** Returns the host that a request of a route goes to, with its port where it has one. */
    private String host(Route route) {
        Endpoint endpoint = access.endpoint();
        return (route == Route.TOKEN ? endpoint.tokenUrl().orElse(endpoint.baseUrl()) : endpoint.baseUrl())
                .getRawAuthority();
    }

    private String notFound(Refusal refusal) {
        Route route = refusal.attempt().route;
        if (route == Route.TOKEN) {
            return "the token URL is wrong: " + host(route) + " has no tokens at this path";
        }
        if (route.isPlain()) {
            return "the base URL is wrong: the API is not at "
                    + access.endpoint().baseUrl() + ", which should end in /1.0 or /v1";
        }
        if (!refusal.isMissingObject()) {
            return "this is not what the API says of a missing object: check the base URL "
                    + access.endpoint().baseUrl() + " and proxies";
        }
        if (refusal.body().mentions("service does not exist")) {
            return "the block is not one of this account's";
        }
        if (route == Route.REVERSE || route == Route.DELETE_REVERSE) {
            return "the address has no reverse name";
        }
        return route.isOfAnAddress()
                ? "the address never sent spam as far as the API knows, so there is nothing to release"
                : "";
    }
}
