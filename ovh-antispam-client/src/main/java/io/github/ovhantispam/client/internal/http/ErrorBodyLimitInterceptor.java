package io.github.ovhantispam.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Cuts error bodies, which Retrofit reads whole into memory, to what an error message can use. */
final class ErrorBodyLimitInterceptor implements Interceptor {

    static final long LONGEST = 64L * 1024;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            return response.newBuilder().body(response.peekBody(LONGEST)).build();
        }
    }
}
