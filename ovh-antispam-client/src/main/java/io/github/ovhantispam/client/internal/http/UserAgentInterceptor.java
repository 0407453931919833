package io.github.ovhantispam.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Says who is calling, and that JSON is wanted. */
final class UserAgentInterceptor implements Interceptor {

    private final String userAgent;

    UserAgentInterceptor(@Nullable String application) {
        String library = "ovh-antispam-client/" + Version.text();
        userAgent = application == null ? library : application + ' ' + library;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .header("User-Agent", userAgent)
                .header("Accept", "application/json")
                .build());
    }
}
