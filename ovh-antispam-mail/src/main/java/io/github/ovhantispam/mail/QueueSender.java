package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.internal.PrintableText;
import java.util.Objects;

/**
 * A sender of mail that is in a queue.
 *
 * @param sender the envelope sender, attacker-controlled; cut after 320 characters
 * @param mails the number of its mails; a lower bound when {@link QueueReport#sendersAreExact} is false
 */
public record QueueSender(String sender, long mails) {

    /**
     * Creates a sender.
     *
     * @param sender see the component
     * @param mails see the component
     */
    public QueueSender {
        Objects.requireNonNull(sender, "sender");
    }

    /** Returns one printable line. */
    @Override
    public String toString() {
        return mails + " from <" + PrintableText.of(sender) + '>';
    }
}
