package io.github.ovhantispam.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The headers of each request of a client: its name, and that it wants JSON. */
final class ClientHeaders {

    private final String userAgent;

    ClientHeaders(@Nullable String application) {
        String library = "ovh-antispam-client/" + version();
        userAgent = application == null ? library : application + ' ' + library;
    }

    /** Reads the version of this library, which the build writes into a file beside this class. */
    private static String version() {
        try (InputStream in = ClientHeaders.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Request.Builder headers) {
        headers.header("User-Agent", userAgent).header("Accept", "application/json");
    }
}
