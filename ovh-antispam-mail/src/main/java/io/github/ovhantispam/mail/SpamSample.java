package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.IpAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the mails that an alert lists as evidence.
 *
 * @param destination the address it was sent to
 * @param messageId its Message-ID, or empty when the alert gives none
 * @param score its spam score, which the vendor does not explain
 */
public record SpamSample(IpAddress destination, Optional<MessageId> messageId, long score) {

    /** Checks that nothing is null. */
    public SpamSample {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(messageId, "messageId");
    }
}
