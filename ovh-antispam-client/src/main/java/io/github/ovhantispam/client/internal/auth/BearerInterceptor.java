package io.github.ovhantispam.client.internal.auth;

import io.github.ovhantispam.client.internal.wire.Attempt;
import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Network interceptor: sends the token that the call loop chose for this attempt. */
final class BearerInterceptor implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Attempt attempt = Objects.requireNonNull(request.tag(Attempt.class), "attempt");
        return chain.proceed(request.newBuilder()
                .header("Authorization", "Bearer " + Objects.requireNonNull(attempt.bearerToken(), "token"))
                .build());
    }
}
