package io.github.ovhantispam.client.internal.auth;

import io.github.ovhantispam.client.internal.http.ProofHeaders;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.util.Objects;
import okhttp3.Request;

/** The token that the call loop chose for this attempt. */
final class BearerHeader implements ProofHeaders {

    @Override
    public void add(Request request, Request.Builder headers) {
        Attempt attempt = Objects.requireNonNull(request.tag(Attempt.class), "attempt");
        headers.header("Authorization", "Bearer " + Objects.requireNonNull(attempt.bearerToken(), "token"));
    }
}
