package io.github.ovhantispam.mail;

import io.github.ovhantispam.mail.internal.audit.Audit;
import io.github.ovhantispam.mail.internal.audit.AuditInput;
import io.github.ovhantispam.mail.internal.audit.AuditedMail;
import io.github.ovhantispam.model.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An audit of a sending address, of a mail, or of both, by the best practices of the vendor's guide and the RFCs.
 *
 * <p>Only DNS is asked. Links are counted and not followed, and neither the API nor a block list is consulted. A
 * failure of DNS makes a finding {@link Verdict#UNKNOWN}. The mail is hostile text: what is beyond a limit or damaged
 * is a finding, not an exception. A builder may be reused; it is not for several threads.
 */
public final class SenderAudit {

    private final DnsResolver resolver;
    private Clock clock = Clock.systemUTC();
    private Optional<IpAddress> address = Optional.empty();
    private Optional<String> helo = Optional.empty();
    private Optional<String> envelopeFrom = Optional.empty();
    private Optional<AuditedMail> mail = Optional.empty();
    private List<IpAddress> destinations = List.of();

    private SenderAudit(DnsResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Begins an audit.
     *
     * @param resolver the DNS servers to ask
     * @return an audit of nothing yet
     */
    public static SenderAudit using(DnsResolver resolver) {
        return new SenderAudit(Objects.requireNonNull(resolver, "resolver"));
    }

    /**
     * Sets the sending address.
     *
     * @param address an IPv4 or IPv6 address
     * @return this
     */
    public SenderAudit address(IpAddress address) {
        this.address = Optional.of(address);
        return this;
    }

    /**
     * Sets the sending address, and the destinations whose feedback loops are looked up, to those of an alert.
     *
     * @param alert the alert
     * @return this
     */
    public SenderAudit alert(SpamAlert alert) {
        address = Optional.of(alert.address());
        destinations = alert.samples().stream().map(SpamSample::destination).toList();
        return this;
    }

    /**
     * Sets the name that the server gives itself.
     *
     * @param helo the argument of HELO or EHLO
     * @return this
     */
    public SenderAudit helo(String helo) {
        this.helo = Optional.of(helo);
        return this;
    }

    /**
     * Sets the envelope sender. By default it is the address in Return-Path, else that in From.
     *
     * @param sender an address without angle brackets, or an empty text for the null sender
     * @return this
     */
    public SenderAudit envelopeFrom(String sender) {
        envelopeFrom = Optional.of(sender);
        return this;
    }

    /**
     * Sets the mail.
     *
     * @param message the mail as it was sent, with its full headers
     * @return this
     * @throws MalformedMailException when it has more than 50 MiB
     */
    public SenderAudit message(byte[] message) {
        mail = Optional.of(AuditedMail.of(message.clone()));
        return this;
    }

    /**
     * Sets the mail.
     *
     * @param message a file with the mail as it was sent ({@code .eml})
     * @return this
     * @throws MalformedMailException when it has more than 50 MiB
     * @throws UncheckedIOException when the file cannot be read
     */
    public SenderAudit message(Path message) {
        try (InputStream in = Files.newInputStream(message)) {
            mail = Optional.of(AuditedMail.of(in.readNBytes(AuditedMail.MOST_BYTES + 1)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sets the clock that tells whether a signature has expired.
     *
     * @param clock the clock, by default that of the system
     * @return this
     */
    public SenderAudit clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Runs the audit. Each check sends at most 30 DNS queries and ends after the timeout of the resolver.
     *
     * @return the report
     * @throws IllegalStateException when neither an address nor a mail was set
     */
    public AuditReport run() {
        if (address.isEmpty() && mail.isEmpty()) {
            throw new IllegalStateException("nothing to audit: set address(..), message(..) or both");
        }
        return Audit.run(
                new AuditInput(resolver::newClient, clock.instant(), address, helo, envelopeFrom, mail, destinations));
    }
}
