package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.model.internal.PrintableText;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The vendor's rules on a reverse name, but for the one that it resolves to the address, which the server checks. */
final class ReverseName {

    private static final int LONGEST = 80;
    private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9_.-]*");
    private static final Pattern PARTS = Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+");

    private ReverseName() {}

    static String checked(String reverse) {
        Objects.requireNonNull(reverse, "reverse");
        String problem = problem(reverse);
        if (problem != null) {
            throw new IllegalArgumentException("reverse " + problem + ": \"" + PrintableText.of(reverse) + '"');
        }
        return reverse;
    }

    private static @Nullable String problem(String reverse) {
        if (reverse.length() > LONGEST) {
            return "has " + reverse.length() + " characters, and the API takes " + LONGEST;
        }
        if (reverse.chars().anyMatch(Character::isUpperCase)) {
            return "has a capital letter, which the API does not take";
        }
        if (!CHARACTERS.matcher(reverse).matches()) {
            return "has a character other than a-z, 0-9, hyphen, underscore and dot; write a name of another script in"
                    + " its xn-- form";
        }
        if (!reverse.endsWith(".")) {
            return "does not end with a dot";
        }
        if (!PARTS.matcher(reverse).matches()) {
            return "has a part that is empty, is longer than 63 characters, or begins or ends with a hyphen";
        }
        return null;
    }
}
