package io.github.ovhantispam.emulator.internal.lists;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list goes on, as text that means nothing to who carries it.
 *
 * @param offset how many elements were given already
 */
record Cursor(long offset) {

    private static final Pattern PLAIN = Pattern.compile("after:([0-9]{1,9})");

    static Optional<Cursor> parse(String text) {
        try {
            Matcher plain = PLAIN.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return plain.matches() ? Optional.of(new Cursor(Long.parseLong(plain.group(1)))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        byte[] plain = ("after:" + offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
