package io.github.ovhantispam.cli.command.mail;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.AddressConverter;
import io.github.ovhantispam.cli.command.options.AlertFile;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.output.Table;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.mail.Culprit;
import io.github.ovhantispam.mail.MailLog;
import io.github.ovhantispam.mail.MailTrace;
import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.TracedMail;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamStats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace}: who handed in the mails that an address was blocked for. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = {
            "Finds in the mail log who handed in the mails of an alert: a login, a local account or a client.",
            "Reads Postfix, Exim and Sendmail logs, gzip archives too, and changes nothing."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam trace --emulator",
            "  ovh-antispam trace --alert alert.eml",
            "  ovh-antispam trace --stats 192.0.2.7 /var/log/mail.log",
            "  ovh-antispam trace --id abc@example.org /var/log/mail.log /var/log/mail.log.1",
            "",
            "Without LOG: the usual places of this machine, else its journal.",
            "Exit code 4 means that none of the mails was found, 8 that some were not."
        })
public final class TraceCommand implements Callable<Integer> {

    @Option(names = "--id", paramLabel = "ID", description = "A Message-ID to search; may be repeated.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--alert", paramLabel = "FILE", description = "Search the Message-IDs of this alert mail.")
    private @Nullable String alert;

    @Option(
            names = "--stats",
            paramLabel = "IP",
            converter = AddressConverter.class,
            description = "Search the mails that the API has for this address: by Message-ID, and by time and"
                    + " destination where there is none. Needs credentials.")
    private @Nullable IpAddress stats;

    @Option(names = "--year", paramLabel = "YEAR", description = "The year of the newest line, if it has none.")
    private int year;

    @Parameters(paramLabel = "LOG", arity = "0..*", description = "Log files and archives of them.")
    private List<Path> logs = new ArrayList<>();

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Session session;

    /** Creates the command. */
    public TraceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        MailTrace trace = trace();
        if (output.isJson()) {
            printLines(trace);
        } else {
            printTables(trace);
        }
        session.console().flush();
        if (trace.mails().isEmpty()) {
            return ExitCode.NOT_FOUND.number();
        }
        return (trace.missing().isEmpty() && trace.incomplete().isEmpty() ? ExitCode.OK : ExitCode.PARTLY).number();
    }

    private MailTrace trace() {
        List<MessageId> wanted = wanted();
        if (wanted.isEmpty() && (stats != null || account.isEmulated())) {
            return log().traceStats(detected());
        }
        if (stats != null) {
            throw CommandFailure.of(ExitCode.USAGE, "--stats searches by itself: leave out --id and --alert");
        }
        if (wanted.isEmpty()) {
            throw CommandFailure.of(
                    ExitCode.USAGE, "no mail to search: give --id, an --alert that lists some, or --stats IP");
        }
        return log().trace(wanted);
    }

    private MailLog log() {
        if (account.isEmulated() && logs.isEmpty()) {
            session.console().note("(emulator: an invented log; give yours behind the options)");
            return InventedLog.open();
        }
        MailLog log = (logs.isEmpty() ? MailLog.detect() : MailLog.of(logs)).zone(output.zone());
        return year == 0 ? log : log.year(year);
    }

    private List<SpamStats> detected() {
        try (Account open = account.open(session)) {
            return open.client()
                    .locate(stats == null ? IpAddress.of(AccountOptions.EXAMPLE) : stats)
                    .stats();
        }
    }

    private List<MessageId> wanted() {
        List<MessageId> wanted = new ArrayList<>();
        ids.forEach(id -> wanted.add(MessageId.of(id)));
        if (alert != null) {
            wanted.addAll(new AlertFile(alert).read(session).messageIds());
        }
        return wanted;
    }

    private void printLines(MailTrace trace) {
        Console console = session.console();
        for (Culprit culprit : trace.culprits()) {
            console.line(JsonLine.of("culprit")
                    .put("origin", culprit.origin().toString())
                    .put("mails", culprit.mails())
                    .put("first", output.moments().json(culprit.first()))
                    .put("last", output.moments().json(culprit.last()))
                    .put("unfinished", culprit.unfinished())
                    .toString());
        }
        for (TracedMail mail : trace.mails()) {
            console.line(JsonLine.of("traced")
                    .put("messageId", mail.messageId().map(MessageId::value))
                    .put("queueIds", mail.queueIds())
                    .put("date", output.moments().json(mail.time()))
                    .put("sender", mail.sender())
                    .put("origin", mail.origin().toString())
                    .put("client", mail.client())
                    .put("recipients", mail.recipients().size())
                    .put("finished", mail.finished())
                    .toString());
        }
        trace.missing()
                .forEach(id -> console.line(
                        JsonLine.of("missing").put("messageId", id.value()).toString()));
        trace.incomplete()
                .forEach(gap -> console.line(
                        JsonLine.of("incomplete").put("message", gap.toString()).toString()));
    }

    private void printTables(MailTrace trace) {
        Console console = session.console();
        int width = session.terminal().outputWidth();
        if (trace.mails().isEmpty()) {
            console.line("None of the mails is in these logs.");
        }
        if (!trace.culprits().isEmpty()) {
            Table culprits = new Table("WHO", "MAILS", "FIRST", "LAST");
            for (Culprit culprit : trace.culprits()) {
                culprits.row(
                        culprit.origin().toString(),
                        Integer.toString(culprit.mails()),
                        output.moments().text(culprit.first()),
                        output.moments().text(culprit.last()));
            }
            culprits.print(console, width);
            console.line("");
        }
        if (!trace.mails().isEmpty()) {
            Table mails = new Table("DATE", "WHO", "SENDER", "MESSAGE-ID");
            for (TracedMail mail : trace.mails()) {
                mails.row(
                        output.moments().text(mail.time()),
                        mail.origin().toString(),
                        mail.sender().isEmpty() ? "<>" : mail.sender(),
                        mail.messageId().map(MessageId::value).orElse("-"));
            }
            mails.print(console, width);
        }
        console.flush();
        trace.missing().forEach(id -> console.note("not in these logs: " + Printable.of(id.value())));
        trace.incomplete().forEach(gap -> console.note("incomplete: " + Printable.of(gap.toString())));
        trace.notes().forEach(note -> console.note("Note: " + Printable.of(note)));
    }
}
