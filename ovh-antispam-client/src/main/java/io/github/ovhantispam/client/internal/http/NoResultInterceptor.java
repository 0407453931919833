package io.github.ovhantispam.client.internal.http;

import io.github.ovhantispam.client.internal.wire.Attempt;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Gives a success of a route without a result an empty JSON object for a body, whatever body it had: it may be empty,
 * or {@code null}. Its status says all there is to say, so that a body which breaks off is no failure.
 */
final class NoResultInterceptor implements Interceptor {

    private static final MediaType JSON = MediaType.get("application/json");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Attempt attempt = chain.request().tag(Attempt.class);
        if (attempt == null || attempt.route.hasResult() || !response.isSuccessful()) {
            return response;
        }
        response.close();
        return response.newBuilder()
                .code(200)
                .body(ResponseBody.create("{}", JSON))
                .build();
    }
}
