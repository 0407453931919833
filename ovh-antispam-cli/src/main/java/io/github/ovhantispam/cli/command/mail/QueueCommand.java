package io.github.ovhantispam.cli.command.mail;

import io.github.ovhantispam.cli.command.options.MailServer;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.Paragraph;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.output.Table;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.mail.MailServiceStatus;
import io.github.ovhantispam.mail.QueueReport;
import io.github.ovhantispam.mail.QueueSender;
import io.github.ovhantispam.mail.QueuedMail;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code queue}: the mail that waits on this machine. */
@Command(
        name = "queue",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the mail that waits in the queue of this machine's mail server, its top senders, and the commands"
                    + " that delete it. Changes nothing. Run it as root.",
            "Exit code 0 means that the queue is certainly empty; 6 that it is not, or that this is unknown."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam queue --emulator",
            "  ovh-antispam queue",
            "  ovh-antispam queue postfix --stopped"
        })
public final class QueueCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SERVER",
            arity = "0..1",
            converter = MailServer.Converter.class,
            completionCandidates = MailServer.Words.class,
            description = "${COMPLETION-CANDIDATES}. Default: detect.")
    private MailServer server = MailServer.DETECT;

    @Option(names = "--stopped", description = "Find out as well whether the server is stopped; name it.")
    private boolean stopped;

    @Option(
            names = "--config-dir",
            paramLabel = "DIR",
            description = "Look only at the instance of Postfix with this configuration, as postfix -c does."
                    + " Default: all instances.")
    private @Nullable Path configuration;

    @Option(names = "--emulator", description = "Try the command with an invented queue.")
    private boolean emulator;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Session session;

    /** Creates the command. */
    public QueueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (stopped && server == MailServer.DETECT) {
            throw CommandFailure.of(
                    ExitCode.USAGE, "--stopped needs the server by its name, such as: queue postfix --stopped");
        }
        if (configuration != null && server != MailServer.POSTFIX) {
            throw CommandFailure.of(ExitCode.USAGE, "--config-dir is for postfix: queue postfix --config-dir DIR");
        }
        if (emulator) {
            session.console().note("(emulator: an invented queue; none of this machine is read)");
            return end(true, InventedQueue.report());
        }
        boolean safe = true;
        if (stopped) {
            MailServiceStatus status =
                    server.service(configuration).orElseThrow().status();
            print(status);
            safe = status.state() == MailServiceStatus.State.STOPPED;
        }
        return end(safe, server.queue(configuration).inspect());
    }

    private int end(boolean safe, QueueReport report) {
        if (output.isJson()) {
            printLines(report);
        } else {
            printTables(report);
        }
        session.console().flush();
        return (safe && report.isEmpty() ? ExitCode.OK : ExitCode.PRECAUTION).number();
    }

    private void print(MailServiceStatus status) {
        session.console()
                .line(
                        output.isJson()
                                ? JsonLine.of("service")
                                        .put("state", status.state().name().toLowerCase(Locale.ROOT))
                                        .put("detail", status.detail())
                                        .toString()
                                : Printable.of(status.toString()));
    }

    private void printLines(QueueReport report) {
        Console console = session.console();
        JsonLine line = JsonLine.of("queue")
                .put("queue", report.queue())
                .put("empty", report.isEmpty())
                .put("known", report instanceof QueueReport.Known)
                .put("count", report.count())
                .put("held", report.held())
                .put("notes", report.notes())
                .put("cleanUpCommands", report.cleanUpCommands());
        if (report instanceof QueueReport.Unknown unknown) {
            line.put("reason", unknown.reason());
        }
        console.line(line.toString());
        for (QueueSender sender : report.topSenders()) {
            console.line(JsonLine.of("sender")
                    .put("sender", sender.sender())
                    .put("mails", sender.mails())
                    .toString());
        }
        for (QueuedMail mail : report.first()) {
            console.line(JsonLine.of("queued")
                    .put("id", mail.id())
                    .put("queue", mail.queue())
                    .put("instance", mail.instance())
                    .put("sender", mail.sender())
                    .put("recipients", mail.recipients())
                    .put("recipientCount", mail.recipientCount())
                    .put("arrival", mail.arrival().map(output.moments()::json))
                    .put("reason", mail.reason())
                    .put("held", mail.held())
                    .toString());
        }
    }

    private void printTables(QueueReport report) {
        Console console = session.console();
        int width = session.terminal().outputWidth();
        Paragraph.print(console, width, "", report.toString());
        report.notes().forEach(note -> Paragraph.print(console, width, "Note: ", note));
        if (!report.topSenders().isEmpty()) {
            console.line("");
            Table senders = new Table("MAILS", report.sendersAreExact() ? "SENDER" : "SENDER (ABOUT)");
            report.topSenders().forEach(sender -> senders.row(Long.toString(sender.mails()), sender.sender()));
            senders.print(console, width);
        }
        if (!report.first().isEmpty()) {
            console.line("");
            Table mails = new Table("ID", "ARRIVED", "SENDER", "RECIPIENTS");
            for (QueuedMail mail : report.first()) {
                mails.row(
                        mail.id() + (mail.held() ? " (held)" : ""),
                        mail.arrival().map(output.moments()::text).orElse("-"),
                        mail.sender(),
                        String.join(", ", mail.recipients())
                                + (mail.recipientCount() > mail.recipients().size()
                                        ? " and "
                                                + (mail.recipientCount()
                                                        - mail.recipients().size()) + " more"
                                        : ""));
            }
            mails.print(console, width);
        }
        if (!report.cleanUpCommands().isEmpty()) {
            console.line("");
            console.line("To delete it, when you know that it is spam:");
            report.cleanUpCommands().forEach(command -> console.line("  " + Printable.of(command)));
        }
    }
}
