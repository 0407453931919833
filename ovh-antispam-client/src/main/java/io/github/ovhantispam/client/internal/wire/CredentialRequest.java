package io.github.ovhantispam.client.internal.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.client.AccessRule;
import java.util.List;
import java.util.stream.Stream;

/** The request for a consumer key. */
public record CredentialRequest(@JsonProperty("accessRules") List<Rule> accessRules) {

    /** The routes this library needs as a rule. A rule for {@code /ip} does not cover what is below it. */
    private static final List<Rule> NEEDED =
            List.of(new Rule("GET", "/ip"), new Rule("GET", "/ip/*"), new Rule("POST", "/ip/*"));

    /** A request for a key that allows more than the routes this library needs as a rule. */
    public static CredentialRequest with(List<AccessRule> more) {
        return new CredentialRequest(Stream.concat(
                        NEEDED.stream(), more.stream().map(rule -> new Rule(rule.method(), rule.path())))
                .distinct()
                .toList());
    }

    record Rule(
            @JsonProperty("method") String method,
            @JsonProperty("path") String path) {}
}
