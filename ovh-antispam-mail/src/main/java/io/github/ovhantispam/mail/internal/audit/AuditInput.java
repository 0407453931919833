package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.internal.dns.DnsClient;
import io.github.ovhantispam.model.IpAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The subject of an audit.
 *
 * @param dns a client for each check
 * @param now the time of the audit
 * @param address the sending address
 * @param helo the name in its HELO command
 * @param envelopeFrom the envelope sender, an empty text for the null sender
 * @param mail the mail
 * @param destinations the servers that the mails of the alert were sent to
 */
public record AuditInput(
        Supplier<DnsClient> dns,
        Instant now,
        Optional<IpAddress> address,
        Optional<String> helo,
        Optional<String> envelopeFrom,
        Optional<AuditedMail> mail,
        List<IpAddress> destinations) {

    /** Copies the list. */
    public AuditInput {
        destinations = List.copyOf(destinations);
    }

    /** Returns the envelope sender: the one given, or that in Return-Path, or the author. */
    Optional<String> sender() {
        return envelopeFrom
                .or(() -> mail.flatMap(known -> known.header("return-path"))
                        .map(path -> String.join("", Mailboxes.in(path))))
                .or(() -> mail.flatMap(AuditedMail::author));
    }

    /** Returns the domain that SPF speaks of, or empty. */
    Optional<String> senderDomain() {
        return sender().map(Mailboxes::domainOf)
                .filter(domain -> !domain.isEmpty())
                .or(() -> helo.map(String::strip).filter(name -> !name.isEmpty()));
    }

    /** Returns the domain of the only author, or empty. */
    Optional<String> authorDomain() {
        return mail.flatMap(AuditedMail::author).map(Mailboxes::domainOf);
    }
}
