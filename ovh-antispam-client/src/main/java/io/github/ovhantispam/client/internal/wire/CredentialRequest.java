package io.github.ovhantispam.client.internal.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The request for a consumer key. */
public record CredentialRequest(@JsonProperty("accessRules") List<AccessRule> accessRules) {

    /** The routes this library needs. A rule for {@code /ip} does not cover what is below it. */
    public static final CredentialRequest NEEDED = new CredentialRequest(
            List.of(new AccessRule("GET", "/ip"), new AccessRule("GET", "/ip/*"), new AccessRule("POST", "/ip/*")));

    record AccessRule(
            @JsonProperty("method") String method,
            @JsonProperty("path") String path) {}
}
