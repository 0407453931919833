package io.github.ovhantispam.client.internal.secret;

import java.util.Objects;

/** Values that go into headers. They are checked when they are given, because OkHttp's own refusal quotes them. */
public final class HeaderValue {

    private HeaderValue() {}

    /** Returns the value of a secret, which has no space in it either. */
    public static String checked(String name, String value) {
        return checked(name, value, '!');
    }

    public static String withSpaces(String name, String value) {
        return checked(name, value, ' ');
    }

    private static String checked(String name, String value, char lowest) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < lowest || value.charAt(i) > '~') {
                throw new IllegalArgumentException(name + " has a character that is not safe in a header, at position "
                        + i + " of " + value.length());
            }
        }
        return value;
    }
}
