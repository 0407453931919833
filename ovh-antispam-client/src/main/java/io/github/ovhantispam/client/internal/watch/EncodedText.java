package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.model.internal.PrintableText;

/**
 * Text from outside as one word of printable ASCII, from which it can be read back to the last half of a surrogate
 * pair. Public only so that {@code WatchNotice} can use it.
 *
 * @param word letters, digits and {@code _.-}, all other UTF-16 units as {@code %} and four hexadecimal digits
 */
public record EncodedText(String word) {

    private static final int DIGITS = 4;

    public static EncodedText of(String text) {
        StringBuilder word = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (isPlain(unit)) {
                word.append(unit);
            } else {
                word.append('%');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    word.append(Character.forDigit(unit >> shift & 0xf, 16));
                }
            }
        }
        return new EncodedText(word.toString());
    }

    private static boolean isPlain(char unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9')
                || unit == '_'
                || unit == '.'
                || unit == '-';
    }

    /** Returns the text, or throws when the word encodes none. */
    String decoded() {
        StringBuilder text = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            char unit = word.charAt(at++);
            if (unit == '%') {
                text.append(unit(at));
                at += DIGITS;
            } else if (isPlain(unit)) {
                text.append(unit);
            } else {
                throw invalid("it has a character that should be encoded");
            }
        }
        return text.toString();
    }

    private char unit(int from) {
        int number = 0;
        for (int at = from; at < from + DIGITS; at++) {
            int digit = at < word.length() && word.charAt(at) < 128 ? Character.digit(word.charAt(at), 16) : -1;
            if (digit < 0) {
                throw invalid("it has a % without four hexadecimal digits");
            }
            number = number << 4 | digit;
        }
        return (char) number;
    }

    private IllegalArgumentException invalid(String why) {
        return new IllegalArgumentException("not an encoded text: \"" + PrintableText.of(word) + "\": " + why);
    }

    @Override
    public String toString() {
        return word;
    }
}
