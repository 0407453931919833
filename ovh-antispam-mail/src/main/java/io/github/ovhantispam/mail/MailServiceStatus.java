package io.github.ovhantispam.mail;

import java.util.Objects;

/**
 * The state of a mail server at one moment.
 *
 * @param state the state
 * @param detail one printable line: what runs, or why the state is unknown
 */
public record MailServiceStatus(State state, String detail) {

    /** The states of a mail server. */
    public enum State {
        /** Certainly none of it runs. */
        STOPPED,
        /** Some of it runs. */
        RUNNING,
        /** It could not be found out. */
        UNKNOWN
    }

    /**
     * Creates a status.
     *
     * @param state see the component
     * @param detail see the component
     */
    public MailServiceStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
    }

    /** Returns one printable line. */
    @Override
    public String toString() {
        return switch (state) {
            case STOPPED -> detail + " is stopped";
            case RUNNING -> detail + " is running; stop it first";
            case UNKNOWN -> "cannot tell whether the mail server is stopped: " + detail;
        };
    }
}
