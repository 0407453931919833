package io.github.ovhantispam.emulator.internal.fault;

import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The values a fault can have: others would fail while a request is processed, where nobody sees it. */
public final class FaultLimits {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[^\\x00\\r\\n]*"); // other control characters do arrive
    private static final Duration FARTHEST = Duration.ofDays(4_000_000);
    private static final long MOST_BYTES = 1L << 50;

    private FaultLimits() {}

    public static int status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status: not from 200 to 599: " + status);
        }
        return status;
    }

    public static HttpHeaders headers(Map<String, String> headers) {
        headers.forEach((name, value) -> {
            if (!TOKEN.matcher(name).matches() || !VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("headers: a name that is not a token, or a value with a line break");
            }
        });
        return new HttpHeaders(List.copyOf(Map.copyOf(headers).entrySet()));
    }

    /** A date may be in the past as well. */
    public static void date(String name, Duration fromNow) {
        if (fromNow.compareTo(FARTHEST) > 0 || fromNow.compareTo(FARTHEST.negated()) < 0) {
            throw new IllegalArgumentException(name + ": more than " + FARTHEST.toDays() + " days: " + fromNow);
        }
    }

    public static long bytes(long bytes) {
        if (bytes < 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("bytes: not from 0 to " + MOST_BYTES + ": " + bytes);
        }
        return bytes;
    }
}
