package io.github.ovhantispam.emulator.internal.http;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A check of Host headers. Remembers the last one that was well-formed: a connection brings the same one with every
 * request, and parsing it would be a good part of the work.
 */
final class HostCheck {

    private @Nullable String lastAccepted;

    boolean accepts(String host) {
        if (!host.equals(lastAccepted)) {
            if (!HostName.isHeader(host) || HttpUrl.parse("http://" + host + "/") == null) {
                return false;
            }
            lastAccepted = host;
        }
        return true;
    }
}
