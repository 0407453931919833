package io.github.ovhantispam.emulator.internal.lists;

import java.util.List;
import java.util.Locale;

/**
 * A pattern of the {@code like} filters: {@code %} stands for any text, so that one at the end asks for a prefix. A
 * pattern without any asks for a part of the text.
 */
public final class LikePattern {

    private final List<String> parts;
    private final boolean anyCase;

    private LikePattern(String pattern, boolean anyCase) {
        String cased = anyCase ? pattern.toLowerCase(Locale.ROOT) : pattern;
        String wrapped = cased.contains("%") ? cased : "%" + cased + "%";
        this.parts = List.of(wrapped.split("%", -1));
        this.anyCase = anyCase;
    }

    /** Returns a pattern that letters of any case match. */
    public static LikePattern of(String pattern) {
        return new LikePattern(pattern, true);
    }

    /** Returns a pattern that letters match as they are. */
    public static LikePattern ofExactCase(String pattern) {
        return new LikePattern(pattern, false);
    }

    public boolean matches(String actual) {
        String text = anyCase ? actual.toLowerCase(Locale.ROOT) : actual;
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        int end = text.length() - last.length();
        if (!text.startsWith(first) || !text.endsWith(last) || end < first.length()) {
            return false;
        }
        int from = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, from);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }
}
