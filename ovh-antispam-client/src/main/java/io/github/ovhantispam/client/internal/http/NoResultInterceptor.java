package io.github.ovhantispam.client.internal.http;

import io.github.ovhantispam.client.internal.wire.Attempt;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Gives a success of a route without a result an empty JSON object for a body, where it has none or {@code null}, so
 * that it can be read as any other. What is something else, such as a page of a proxy, stays as it is: the API did not
 * say it.
 */
final class NoResultInterceptor implements Interceptor {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LONGEST = 64;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Attempt attempt = chain.request().tag(Attempt.class);
        if (attempt == null || attempt.route.hasResult() || !response.isSuccessful()) {
            return response;
        }
        String beginning = response.peekBody(LONGEST).string().strip();
        if (!beginning.isEmpty() && !beginning.equals("null")) {
            return response;
        }
        response.close();
        return response.newBuilder()
                .code(200)
                .body(ResponseBody.create("{}", JSON))
                .build();
    }
}
