package io.github.ovhantispam.emulator.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host within a {@code Host} header or a whole URL. */
final class HostName {

    /** {@code uri-host [ ":" port ]}: no user, no path, nothing that a URL parser would take for one. */
    private static final Pattern HEADER =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(:[0-9]*)?");

    private HostName() {}

    static boolean isHeader(String header) {
        return HEADER.matcher(header).matches();
    }

    static String withoutPort(String header) {
        int colon = header.lastIndexOf(':');
        return colon > header.lastIndexOf(']') ? header.substring(0, colon) : header;
    }

    /** Returns the host of a target in absolute form, or the empty text when such a target has none to be found. */
    static Optional<String> ofUrl(String target) {
        if (target.startsWith("/") || target.equals("*")) {
            return Optional.empty();
        }
        try {
            String authority = new URI(target).getRawAuthority();
            boolean plain = authority != null && isHeader(authority);
            return Optional.of(plain ? withoutPort(authority) : "");
        } catch (URISyntaxException e) {
            return Optional.of("");
        }
    }
}
