package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.AddressConverter;
import io.github.ovhantispam.cli.command.options.AlertFile;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.NewTicket;
import io.github.ovhantispam.mail.AuditReport;
import io.github.ovhantispam.mail.FalsePositiveReport;
import io.github.ovhantispam.mail.Language;
import io.github.ovhantispam.mail.SpamAlert;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code declare}: the case for the vendor's support that a block is a mistake. */
@Command(
        name = "declare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Declares to the vendor's support that a block is a mistake: puts the original mails, an audit of the sender"
                    + " and a ticket in one place, and prints the ticket and what is weak in the case.",
            "Without --send, nothing is sent. With it, the ticket is opened once you have typed the word, and never"
                    + " twice from the same case."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam declare 122.122.122.122 --emulator",
            "  ovh-antispam declare --alert alert.eml --mail newsletter.eml -o case.zip",
            "  ovh-antispam declare 192.0.2.7 --mail newsletter.eml -o case.zip --send",
            "",
            "The mails are files with all their headers, as they were sent (.eml). The case",
            "and the ticket hold the personal data in them.",
            "--send needs a key that may create tickets: ovh-antispam keys --tickets.",
            "Exit code 8 means that the case lacks something that the vendor asks for."
        })
public final class DeclareCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "IP",
            arity = "0..1",
            converter = AddressConverter.class,
            description = "The blocked address, whose Message-IDs are read from the API. Or give --alert.")
    private @Nullable IpAddress address;

    @Option(
            names = "--alert",
            paramLabel = "FILE",
            description = "The vendor's alert mail, which has the address and the Message-IDs; no request is made.")
    private @Nullable String alertFile;

    @Option(
            names = "--mail",
            paramLabel = "FILE",
            description = "An original mail; may be repeated. The first one is audited.")
    private List<Path> mails = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PLACE",
            description = "Where the case is put: a zip, if the name ends in zip, or else a folder.")
    private @Nullable Path place;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = LanguageConverter.class,
            description = "The language of the ticket: en or fr. Default: en.")
    private Language language = Language.ENGLISH;

    @Option(names = "--send", description = "Open the ticket; needs --output, which keeps it from being sent twice.")
    private boolean send;

    @Option(names = "--yes", description = "Send it without asking, where there is no terminal.")
    private boolean yes;

    @Mixin
    private final AuditOptions auditOptions = new AuditOptions();

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Session session;

    /** Creates the command. */
    public DeclareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        validate();
        Optional<SpamAlert> alert = Optional.ofNullable(alertFile).map(file -> new AlertFile(file).read(session));
        List<byte[]> originals = new ArrayList<>(
                mails.stream().map(file -> new MailFile(file).read()).toList());
        if (account.isEmulated() && originals.isEmpty()) {
            originals.add(InventedMail.bytes());
        }
        IpAddress blocked = blocked(alert);
        if (alert.isPresent() && !send) {
            return finish(report(FalsePositiveReport.of(alert.get()), blocked, originals));
        }
        try (Account open = account.open(session)) {
            FalsePositiveReport.Builder builder = alert.map(FalsePositiveReport::of)
                    .orElseGet(() -> FalsePositiveReport.of(blocked, detected(open, blocked)));
            FalsePositiveReport report = report(builder, blocked, originals);
            return send ? dispatch(report, open) : finish(report);
        }
    }

    private void validate() {
        if (address == null && alertFile == null) {
            throw CommandFailure.of(ExitCode.USAGE, "which block is a mistake? Give its address, or the --alert");
        }
        if (send && place == null) {
            throw CommandFailure.of(ExitCode.USAGE, "--send needs --output, where the case is kept");
        }
        if (send && mails.isEmpty() && !account.isEmulated()) {
            throw CommandFailure.of(
                    ExitCode.USAGE, "--send needs an original mail, which the vendor asks for: --mail FILE");
        }
        if (yes && !send) {
            throw CommandFailure.of(ExitCode.USAGE, "--yes goes with --send");
        }
    }

    private IpAddress blocked(Optional<SpamAlert> alert) {
        IpAddress given = address;
        if (given == null) {
            return alert.orElseThrow().address();
        }
        if (alert.isPresent() && !alert.get().address().equals(given)) {
            throw CommandFailure.of(
                    ExitCode.USAGE, "the alert is about " + alert.get().address() + ", and not about " + given);
        }
        return given;
    }

    private static List<SpamTarget> detected(Account open, IpAddress blocked) {
        return open.client().locate(blocked).stats().stream()
                .flatMap(stats -> stats.detectedSpams().stream())
                .toList();
    }

    private FalsePositiveReport report(FalsePositiveReport.Builder builder, IpAddress blocked, List<byte[]> originals) {
        originals.forEach(builder::message);
        Optional<byte[]> audited = originals.stream().findFirst();
        AuditReport audit = account.isEmulated()
                ? auditOptions.runInvented(Optional.of(blocked), audited)
                : auditOptions.run(Optional.of(blocked), audited);
        return builder.audit(audit).build();
    }

    private int finish(FalsePositiveReport report) {
        CasePrinter printer = new CasePrinter(session, output.isJson());
        printer.print(report, report.ticket(language), Optional.empty());
        if (place != null) {
            new CaseFiles(place).write(report);
            session.console().note("Written: " + Printable.of(place.toString()));
        }
        if (!output.isJson()) {
            session.console().note("Nothing was sent. To open the ticket, once you have read it: add --send");
        }
        return (report.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTLY).number();
    }

    private int dispatch(FalsePositiveReport report, Account open) {
        CaseFiles files = new CaseFiles(Objects.requireNonNull(place));
        TicketDispatch dispatch = new TicketDispatch(session, TicketReceipt.beside(files.path()));
        CasePrinter printer = new CasePrinter(session, output.isJson());
        NewTicket draft = report.draft(open.client(), language);
        printer.print(report, report.ticket(language), Optional.of(draft));
        dispatch.confirm(yes);
        if (files.exists()) {
            session.console().note(Printable.of(files.path() + " is there already, and is kept as it is."));
        } else {
            files.write(report);
        }
        printer.printOpened(dispatch.send(open.client(), draft));
        return ExitCode.OK.number();
    }
}
