package io.github.ovhantispam.spring;

/** A property of ours that is missing or wrong. The message is one line that begins with its name. */
final class InvalidAntispamPropertyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidAntispamPropertyException(String message) {
        super(message);
    }

    /** A property whose value was refused, without the value. */
    static InvalidAntispamPropertyException refused(String property, RuntimeException why) {
        InvalidAntispamPropertyException exception =
                new InvalidAntispamPropertyException(property + " is wrong: " + why.getMessage());
        exception.initCause(why);
        return exception;
    }
}
