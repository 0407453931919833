package io.github.ovhantispam.emulator.internal.auth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one encoding in which paths and access rules are compared: the same path may be sent with a colon or with
 * {@code %3A}, and that must not decide who may call it.
 */
public final class CallPath {

    private CallPath() {}

    /** Returns the path that consists of some decoded segments. */
    public static String of(List<String> segments) {
        StringBuilder path = new StringBuilder(64);
        for (String segment : segments) {
            addEncoded(segment.getBytes(StandardCharsets.UTF_8), path.append('/'));
        }
        return segments.isEmpty() ? "/" : path.toString();
    }

    /** Returns the pattern of an access rule, whose stars and slashes keep their meaning. */
    public static String pattern(String rule) {
        StringBuilder pattern = new StringBuilder();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] bytes = rule.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '*' || bytes[i] == '/') {
                addEncoded(text.toByteArray(), pattern);
                pattern.append((char) bytes[i]);
                text.reset();
            } else if (bytes[i] == '%' && hex(bytes, i + 1) >= 0 && hex(bytes, i + 2) >= 0) {
                text.write(hex(bytes, i + 1) * 16 + hex(bytes, i + 2));
                i += 2;
            } else {
                text.write(bytes[i]);
            }
        }
        addEncoded(text.toByteArray(), pattern);
        return pattern.toString();
    }

    private static int hex(byte[] bytes, int index) {
        return index < bytes.length ? Character.digit(bytes[index], 16) : -1;
    }

    private static void addEncoded(byte[] bytes, StringBuilder text) {
        for (byte b : bytes) {
            boolean unreserved = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || b == '-'
                    || b == '.'
                    || b == '_'
                    || b == '~';
            if (unreserved) {
                text.append((char) b);
            } else {
                text.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xf, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
            }
        }
    }
}
