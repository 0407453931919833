package io.github.ovhantispam.emulator.internal.routing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request target, taken apart.
 *
 * @param rawPath its path, as encoded as it was sent
 * @param segments what stands between the slashes of the path, decoded
 * @param query names and values after the question mark, decoded, in order
 */
public record Target(String rawPath, List<String> segments, List<Parameter> query) {

    /**
     * A name and a value of the query.
     *
     * @param value decoded, empty when there was none
     */
    public record Parameter(String name, String value) {}

    /** Takes a target apart; empty when it is not a path, or its encoding is broken. */
    public static Optional<Target> parse(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String raw : path.substring(1).split("/", -1)) {
            String decoded = decode(raw, false);
            if (decoded == null) {
                return Optional.empty();
            }
            segments.add(decoded);
        }
        List<Parameter> query = mark < 0 ? List.of() : query(target.substring(mark + 1));
        return query == null ? Optional.empty() : Optional.of(new Target(path, segments, query));
    }

    private static @Nullable List<Parameter> query(String text) {
        List<Parameter> query = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
            String value = decode(equals < 0 ? "" : pair.substring(equals + 1), true);
            if (name == null || value == null) {
                return null;
            }
            query.add(new Parameter(name, value));
        }
        return query;
    }

    /** Decodes percent signs, and in a query plus signs; null when the encoding is broken or not UTF-8. */
    public static @Nullable String decode(String text, boolean plusIsBlank) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                int high = i + 2 <= encoded.length - 1 ? Character.digit(encoded[i + 1], 16) : -1;
                int low = i + 2 <= encoded.length - 1 ? Character.digit(encoded[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                decoded.put((byte) (high * 16 + low));
                i += 2;
            } else {
                decoded.put(plusIsBlank && encoded[i] == '+' ? (byte) ' ' : encoded[i]);
            }
        }
        if (isAscii(decoded)) {
            return new String(decoded.array(), 0, decoded.position(), StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isAscii(ByteBuffer bytes) {
        for (int i = 0; i < bytes.position(); i++) {
            if (bytes.get(i) < 0) {
                return false;
            }
        }
        return true;
    }
}
