package io.github.ovhantispam.cli.output;

import java.util.Locale;

/** Text from outside, made fit for a terminal: one line in which nothing is obeyed, and nothing is lost. */
public final class Printable {

    private Printable() {}

    /** Returns the text with each character that cannot be seen, or that a terminal may obey, escaped as in JSON. */
    public static String of(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\\')) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (isPrintable(codePoint)) {
                safe.appendCodePoint(codePoint);
            } else {
                for (char unit : Character.toChars(codePoint)) {
                    safe.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return safe.toString();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, // escape sequences, line breaks
                    Character.FORMAT, // bidirectional overrides
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
