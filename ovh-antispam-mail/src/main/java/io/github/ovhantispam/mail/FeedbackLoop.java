package io.github.ovhantispam.mail;

import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A provider's complaint feedback loop or postmaster tool, from a list that is part of this library.
 *
 * @param provider its name
 * @param kind the kind of report that a sender gets
 * @param register the page to register at, or to read
 * @param source the public page that the entry was taken from
 * @param checked the day on which it was
 */
public record FeedbackLoop(String provider, Kind kind, URI register, URI source, LocalDate checked) {

    /**
     * Not for application code: loops come from {@link FeedbackLoops}.
     *
     * @param provider its name
     * @param kind the kind of report
     * @param register the page to register at
     * @param source the page that the entry was taken from
     * @param checked the day on which it was
     */
    public FeedbackLoop {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(register, "register");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(checked, "checked");
    }

    /** Returns one line: the name and the page. */
    @Override
    public String toString() {
        return provider + ", " + register;
    }

    /** The kind of report that a sender gets. */
    public enum Kind {
        /** A report of each complaint of a recipient. */
        COMPLAINTS,
        /** Numbers only, such as the rate of complaints per day. */
        STATISTICS,
        /** No report: a page with the provider's rules for senders. */
        INFORMATION
    }
}
