package io.github.ovhantispam.model.internal;

/** Text from outside, made fit to be printed: one line, bounded, nothing in it that a terminal or a log would obey. */
public final class PrintableText {

    private static final int LONGEST = 300;

    private PrintableText() {}

    /**
     * Replaces what is not printable and cuts what is too long.
     *
     * @param text any text
     * @return at most 300 characters, each control, format, line or unpaired surrogate character of the text a
     *     {@code ?}
     */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(Math.min(text.length(), LONGEST));
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (safe.length() + Character.charCount(codePoint) > LONGEST - 3) {
                return safe.append("...").toString();
            }
            safe.appendCodePoint(isPrintable(codePoint) ? codePoint : '?');
            at += Character.charCount(codePoint);
        }
        return safe.toString();
    }

    /** Returns true when nothing in it has to be looked up: short, and of printable ASCII. */
    private static boolean isPlain(String text) {
        if (text.length() > LONGEST - 3) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
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
