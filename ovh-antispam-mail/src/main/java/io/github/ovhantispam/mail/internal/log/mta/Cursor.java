package io.github.ovhantispam.mail.internal.log.mta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text that is read from left to right, each thing where it must stand. */
final class Cursor {

    private final String text;
    private int at;

    Cursor(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int place() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** Steps over a text that must stand here, or stays. */
    boolean skip(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    /** Reads up to a text and steps over it, or stays. */
    Optional<String> until(String stop) {
        int to = text.indexOf(stop, at);
        if (to < 0) {
            return Optional.empty();
        }
        String read = text.substring(at, to);
        at = to + stop.length();
        return Optional.of(read);
    }

    /** Reads up to the next space or the end. */
    String word() {
        int to = text.indexOf(' ', at);
        String read = text.substring(at, to < 0 ? text.length() : to);
        at += read.length();
        return read;
    }

    /** Reads an envelope address up to the next space that is not inside quotes; null when a quote stays open. */
    @Nullable
    String address() {
        int from = at;
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                break;
            }
            at++;
        }
        at = Math.min(at, text.length());
        return quoted ? null : text.substring(from, at);
    }

    /** Reads a quoted text, or a word where there are no quotes; null when a quote stays open. */
    @Nullable
    String quoted() {
        if (!text.startsWith("\"", at)) {
            return word();
        }
        int from = at;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            at = text.length();
            return null;
        }
        at++;
        return text.substring(from + 1, at - 1);
    }

    /** Reads {@code [address]}; null when none stands here. */
    @Nullable
    String bracketed() {
        int from = at;
        if (!skip("[")) {
            return null;
        }
        String inside = until("]").orElse(null);
        if (inside == null || !isAddress(inside)) {
            at = from;
            return null;
        }
        return inside;
    }

    private static boolean isAddress(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':' || c == '%')
                && (text.indexOf('.') > 0 || text.indexOf(':') >= 0);
    }
}
