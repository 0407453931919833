package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.internal.PrintableText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mail that was found in the log: all its ways through the queue, put together. Texts are as the log has them, so
 * hostile; {@link #toString()} makes them printable.
 *
 * @param messageId its Message-ID; empty when it was found by time and destination and has none that can be read
 * @param queueIds all its queue ids, first to last; content filters and forwards give a mail a new one
 * @param time the first line that concerns it
 * @param sender the envelope sender; empty for a bounce, or where the log does not have it
 * @param origin who handed it in
 * @param client the client as it stands in the log, such as {@code host.example[192.0.2.7]}; empty for local accounts
 * @param recipients one entry for each recipient, with its last delivery
 * @param finished whether it has left the queue under each of its queue ids
 */
public record TracedMail(
        Optional<MessageId> messageId,
        List<String> queueIds,
        Instant time,
        String sender,
        Origin origin,
        Optional<String> client,
        List<MailDelivery> recipients,
        boolean finished) {

    /**
     * Not for application code: mails come from {@link MailTrace#mails()}.
     *
     * @param messageId its Message-ID
     * @param queueIds all its queue ids
     * @param time the first line that concerns it
     * @param sender the envelope sender
     * @param origin who handed it in
     * @param client the client
     * @param recipients one entry for each recipient
     * @param finished whether it has left the queue
     */
    public TracedMail {
        Objects.requireNonNull(messageId, "messageId");
        queueIds = List.copyOf(queueIds);
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(client, "client");
        recipients = List.copyOf(recipients);
    }

    @Override
    public String toString() {
        return time + " from <" + PrintableText.of(sender) + "> by " + origin + ", "
                + messageId.map(MessageId::toString).orElse("no Message-ID") + ", queue "
                + PrintableText.of(String.join(" ", queueIds)) + ", " + recipients.size()
                + (recipients.size() == 1 ? " recipient" : " recipients")
                + (finished ? "" : ", not finished in this log");
    }
}
