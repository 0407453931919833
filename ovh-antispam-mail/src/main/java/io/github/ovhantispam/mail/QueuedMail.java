package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.internal.PrintableText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mail in a queue. All texts are attacker-controlled as the mail server gave them; {@link #toString} is fit to be
 * printed.
 *
 * @param id the queue id, of letters, digits and hyphens only
 * @param queue the queue it is in, such as {@code deferred} of Postfix; for other servers the name of a named queue or
 *     the directory, or an empty text
 * @param instance the configuration directory of the Postfix instance, or empty for its default one and other servers
 * @param sender the envelope sender; an empty text, or {@code MAILER-DAEMON} from Postfix, for a bounce
 * @param recipients the first recipients, at most five
 * @param recipientCount the number of all recipients
 * @param arrival the time of arrival, when the server gives one that is complete
 * @param reason the reason of the delay, the first of several
 * @param held true for a mail that is not delivered until somebody releases it: held by Postfix, frozen by Exim,
 *     quarantined by Sendmail
 */
public record QueuedMail(
        String id,
        String queue,
        String instance,
        String sender,
        List<String> recipients,
        int recipientCount,
        Optional<Instant> arrival,
        Optional<String> reason,
        boolean held) {

    /**
     * Copies the recipients.
     *
     * @param id see the component
     * @param queue see the component
     * @param instance see the component
     * @param sender see the component
     * @param recipients see the component
     * @param recipientCount see the component
     * @param arrival see the component
     * @param reason see the component
     * @param held see the component
     */
    public QueuedMail {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(reason, "reason");
        recipients = List.copyOf(recipients);
    }

    /** Returns one printable line. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(id);
        if (held) {
            line.append(" (held)");
        }
        line.append(" from <").append(sender).append('>');
        if (recipientCount > 0) {
            line.append(" to ").append(String.join(", ", recipients));
        }
        if (recipientCount > recipients.size()) {
            line.append(" and ").append(recipientCount - recipients.size()).append(" more");
        }
        reason.ifPresent(text -> line.append(": ").append(text));
        return PrintableText.of(line.toString());
    }
}
