package io.github.ovhantispam.emulator.internal.text;

/** Text of a caller, made fit to be said back to them, printed or kept. */
public final class Excerpt {

    private static final int LONGEST = 120;

    private Excerpt() {}

    /** Cuts text short and replaces what is not printable. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** Cuts text short and replaces what is not printable. */
    public static String of(String text, int longest) {
        if (text.length() <= longest && isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(Math.min(text.length(), longest + 3));
        text.codePoints()
                .limit(longest)
                .forEach(codePoint -> safe.appendCodePoint(isPrintable(codePoint) ? codePoint : '?'));
        return text.codePointCount(0, text.length()) > longest
                ? safe.append("...").toString()
                : safe.toString();
    }

    /** Returns true for printable ASCII, as all but a few of the texts are that every request brings. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
