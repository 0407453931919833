package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.cli.command.options.AddressConverter;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.mail.AuditReport;
import io.github.ovhantispam.mail.Verdict;
import io.github.ovhantispam.model.IpAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit}: the sender and a mail of it, by the rules of good mail. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a sending address, a mail, or both by the vendor's best practices and the RFCs: reverse name, SPF,"
                    + " DKIM, DMARC, headers, unsubscribe. Asks DNS only; needs no credentials.",
            "Exit code 0 means that no rule is broken; 6 that one is; 8 that none is, but some could not be checked."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam audit 122.122.122.122 --emulator",
            "  ovh-antispam audit 192.0.2.7 --mail newsletter.eml",
            "  ovh-antispam audit 192.0.2.7 --dns 192.0.2.53 --json | jq -r .rule",
            "",
            "The mail is a file with all its headers, as it was sent (.eml)."
        })
public final class AuditCommand implements Callable<Integer> {

    /** The rules that nobody can check from outside: that they are unknown is no sign of a failure of DNS. */
    private static final Set<String> HIDDEN = Set.of("dedicated-block", "abuse-contact");

    @Parameters(
            paramLabel = "IP",
            arity = "0..1",
            converter = AddressConverter.class,
            description = "The sending address.")
    private @Nullable IpAddress address;

    @Option(names = "--mail", paramLabel = "FILE", description = "A mail that the address has sent.")
    private @Nullable Path mail;

    @Mixin
    private final AuditOptions options = new AuditOptions();

    @Option(
            names = "--emulator",
            description = "Try the command with an invented DNS server in memory, and an invented mail without --mail.")
    private boolean emulator;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Session session;

    /** Creates the command. */
    public AuditCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        AuditReport report = audit();
        AuditPrinter printer = new AuditPrinter(session);
        if (output.isJson()) {
            printer.printLines(report);
            session.console().flush();
        } else {
            printer.printText(report);
            session.console().flush();
            printer.printSummary(report);
        }
        return code(report).number();
    }

    private AuditReport audit() {
        Optional<IpAddress> sending = Optional.ofNullable(address);
        Optional<byte[]> sent = Optional.ofNullable(mail).map(file -> new MailFile(file).read());
        if (emulator) {
            session.console().note("(emulator: an invented DNS server; nobody outside is asked)");
            return options.runInvented(sending, sent.or(() -> Optional.of(InventedMail.bytes())));
        }
        if (sending.isEmpty() && sent.isEmpty()) {
            throw CommandFailure.of(ExitCode.USAGE, "nothing to audit: give an address, a --mail, or both");
        }
        return options.run(sending, sent);
    }

    private static ExitCode code(AuditReport report) {
        if (!report.findings(Verdict.FAIL).isEmpty()) {
            return ExitCode.PRECAUTION;
        }
        return report.findings(Verdict.UNKNOWN).stream().allMatch(finding -> HIDDEN.contains(finding.rule()))
                ? ExitCode.OK
                : ExitCode.PARTLY;
    }
}
