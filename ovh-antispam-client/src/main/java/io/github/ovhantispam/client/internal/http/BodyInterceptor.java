package io.github.ovhantispam.client.internal.http;

import io.github.ovhantispam.client.internal.wire.Attempt;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Application interceptor, the outermost one: gives Retrofit each response as it can be read best, with nothing but its
 * status and its body. Its headers are with the {@link Attempt}, and Retrofit would copy them once more.
 */
final class BodyInterceptor implements Interceptor {

    /** The longest error body, which Retrofit reads whole into memory: as much as an error message can use. */
    private static final long LONGEST_ERROR = 64L * 1024;

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LONGEST_NOTHING = 64;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        if (!response.isSuccessful()) {
            return withBeginning(response);
        }
        Attempt attempt = request.tag(Attempt.class);
        return attempt == null || attempt.route.hasResult()
                ? with(new UntypedBody(response.body()), response).build()
                : withResult(response);
    }

    private static Response withBeginning(Response response) throws IOException {
        try (response) {
            return with(response.peekBody(LONGEST_ERROR), response).build();
        }
    }

    /**
     * Gives a success of a route without a result an empty JSON object for a body, where it has none or {@code null},
     * so that it can be read as any other. What is something else, such as a page of a proxy, stays as it is: the API
     * did not say it.
     */
    private static Response withResult(Response response) throws IOException {
        String beginning = response.peekBody(LONGEST_NOTHING).string().strip();
        if (!beginning.isEmpty() && !beginning.equals("null")) {
            return response;
        }
        response.close();
        return with(ResponseBody.create("{}", JSON), response).code(200).build();
    }

    private static Response.Builder with(ResponseBody body, Response response) {
        return new Response.Builder()
                .request(response.request())
                .protocol(response.protocol())
                .code(response.code())
                .message(response.message())
                .body(body);
    }

    /**
     * A body without its content type, which OkHttp parses anew each time that it is asked for it, as Retrofit does for
     * each response. Nobody needs it: the encoding of JSON can be seen in its bytes.
     */
    private static final class UntypedBody extends ResponseBody {

        private final ResponseBody body;

        private UntypedBody(ResponseBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public BufferedSource source() {
            return body.source();
        }
    }
}
