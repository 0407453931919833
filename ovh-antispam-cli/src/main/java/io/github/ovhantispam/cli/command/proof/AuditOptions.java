package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.cli.command.options.DurationConverter;
import io.github.ovhantispam.mail.AuditReport;
import io.github.ovhantispam.mail.DnsResolver;
import io.github.ovhantispam.mail.SenderAudit;
import io.github.ovhantispam.model.IpAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of an audit: the sender as it presents itself, and the DNS server to ask. */
final class AuditOptions {

    @Option(
            names = "--helo",
            paramLabel = "NAME",
            description = "The name that the server gives itself in HELO or EHLO, such as mail.example.org.")
    private @Nullable String helo;

    @Option(
            names = "--sender",
            paramLabel = "ADDRESS",
            description = "The envelope sender. Default: the address in Return-Path of the mail, else that in From.")
    private @Nullable String sender;

    @Option(
            names = "--dns",
            paramLabel = "SERVER",
            converter = DnsServerConverter.class,
            description = "Ask this DNS server, such as 192.0.2.53 or [2001:db8::53]:5353."
                    + " Default: those of the machine.")
    private @Nullable InetSocketAddress server;

    @Option(
            names = "--dns-timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long all queries of one check may take. Default: 10s.")
    private @Nullable Duration timeout;

    AuditReport run(Optional<IpAddress> address, Optional<byte[]> mail) {
        return run(server == null ? DnsResolver.system() : DnsResolver.of(server), address, mail);
    }

    /** Runs the audit without asking anybody outside of this process, unless a server was named. */
    AuditReport runInvented(Optional<IpAddress> address, Optional<byte[]> mail) {
        try (InventedDns dns = new InventedDns()) {
            return run(DnsResolver.of(server == null ? dns.address() : server), address, mail);
        }
    }

    private AuditReport run(DnsResolver resolver, Optional<IpAddress> address, Optional<byte[]> mail) {
        SenderAudit audit = SenderAudit.using(timeout == null ? resolver : resolver.timeout(timeout));
        address.ifPresent(audit::address);
        mail.ifPresent(audit::message);
        if (helo != null) {
            audit.helo(helo);
        }
        if (sender != null) {
            audit.envelopeFrom(sender);
        }
        return audit.run();
    }
}
