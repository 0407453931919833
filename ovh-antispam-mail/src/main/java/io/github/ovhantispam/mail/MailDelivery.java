package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.internal.PrintableText;
import java.time.Instant;
import java.util.Objects;

/**
 * A recipient of a traced mail, and the last attempt to deliver to it. Texts are as the log has them, so hostile;
 * {@link #toString()} makes them printable.
 *
 * @param recipient the envelope recipient
 * @param status the result
 * @param relay where the mail went, such as {@code mx.example.net[192.0.2.1]:25}; empty when the log does not have it
 * @param response the text behind the status; empty when there is none
 * @param time when that was
 * @param queueId the queue id at that time
 */
public record MailDelivery(
        String recipient, DeliveryStatus status, String relay, String response, Instant time, String queueId) {

    /**
     * Not for application code: deliveries come from {@link TracedMail#recipients()}.
     *
     * @param recipient the envelope recipient
     * @param status the result
     * @param relay where the mail went
     * @param response the text behind the status
     * @param time when that was
     * @param queueId the queue id
     */
    public MailDelivery {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(relay, "relay");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(queueId, "queueId");
    }

    @Override
    public String toString() {
        return PrintableText.of(recipient) + ' ' + status + " at " + time + " via " + PrintableText.of(relay);
    }
}
