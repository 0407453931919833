package io.github.ovhantispam.mail;

import java.time.Instant;
import java.util.Objects;

/**
 * An origin, and how much of the traced mail came from it.
 *
 * @param origin who handed the mails in
 * @param mails how many
 * @param first the first of them
 * @param last the last of them
 * @param unfinished how many had not left the queue when the log ended
 */
public record Culprit(Origin origin, int mails, Instant first, Instant last, int unfinished) {

    /**
     * Not for application code: culprits come from {@link MailTrace#culprits()}.
     *
     * @param origin who handed the mails in
     * @param mails how many
     * @param first the first of them
     * @param last the last of them
     * @param unfinished how many had not left the queue
     */
    public Culprit {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
    }

    /** Returns a line for a person: who, how many, since when, and what is still in the queue. */
    @Override
    public String toString() {
        return origin + ": " + mails + (mails == 1 ? " mail" : " mails") + " from " + first + " to " + last
                + (unfinished == 0 ? "" : ", " + unfinished + " still in the queue when the log ended");
    }
}
