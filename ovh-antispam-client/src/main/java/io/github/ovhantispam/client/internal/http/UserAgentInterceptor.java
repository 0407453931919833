package io.github.ovhantispam.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Application interceptor: names the caller in each request, and asks for JSON. */
final class UserAgentInterceptor implements Interceptor {

    private final String userAgent;

    UserAgentInterceptor(@Nullable String application) {
        String library = "ovh-antispam-client/" + version();
        userAgent = application == null ? library : application + ' ' + library;
    }

    /** Reads the version of this library, which the build writes into a file beside this class. */
    private static String version() {
        try (InputStream in = UserAgentInterceptor.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
