package io.github.ovhantispam.spring;

import java.util.function.Supplier;

/** A value made of a property, whose name the exception begins with if it cannot be made. */
final class Checked {

    private Checked() {}

    static <T> T value(String property, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw InvalidAntispamPropertyException.refused(property, e);
        }
    }

    static <T> T value(String property, Supplier<T> value, String why) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidAntispamPropertyException(property + " is wrong: " + why);
        }
    }
}
