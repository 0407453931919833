package io.github.ovhantispam.cli.command.mail;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.AlertFile;
import io.github.ovhantispam.cli.command.options.DurationConverter;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.SpamIpPrinter;
import io.github.ovhantispam.cli.output.Table;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.NotifiedAlert;
import io.github.ovhantispam.mail.SpamAlert;
import io.github.ovhantispam.mail.SpamAlerts;
import io.github.ovhantispam.mail.SpamSample;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alert}: the address and the samples in the vendor's alert mail. */
@Command(
        name = "alert",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the vendor's alert mail: which address is blocked, and for which mails.",
            "Anybody can write such a mail; --check asks the API whether it is true."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam alert --emulator",
            "  ovh-antispam alert alert.eml",
            "  ovh-antispam alert --check - < alert.txt",
            "  ovh-antispam alert --from-api --emulator"
        })
public final class AlertCommand implements Callable<Integer> {

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--check", description = "Ask the API for the state of the address.")
    private boolean check;

    @Option(
            names = "--from-api",
            description =
                    "Read no file, but the mails that OVHcloud sent to the account's owner, the newest first. Needs"
                            + " a key with that right: ovh-antispam keys --notifications.")
    private boolean fromApi;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How far back --from-api looks. Default: 2d.")
    private Duration since = Duration.ofDays(2);

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The mail as saved, or its text; - for standard input, which is read without it, too.")
    private @Nullable String file;

    private final Session session;

    /** Creates the command. */
    public AlertCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (fromApi && file != null) {
            throw CommandFailure.of(ExitCode.USAGE, "--from-api reads no file: give one of the two");
        }
        if (fromApi || (account.isEmulated() && file == null)) {
            readHistory();
        } else {
            readFile(new AlertFile(file == null ? "-" : file));
        }
        session.console().flush();
        return ExitCode.OK.number();
    }

    private void readFile(AlertFile mail) {
        SpamAlert alert = mail.read(session);
        print(alert, header(alert));
        if (check || account.isEmulated()) {
            try (Account open = account.open(session)) {
                printCheck(alert, open);
            }
        } else if (!output.isJson()) {
            session.console().flush();
            session.console()
                    .note(
                            alert.messageIds().isEmpty()
                                    ? "Next: ovh-antispam stats " + alert.address()
                                    : "Next, on the mail server, with this mail: ovh-antispam trace --alert FILE");
        }
    }

    /** Prints the alerts as they are found, the newest first: a mail that cannot be judged fails behind the others. */
    private void readHistory() {
        boolean found = false;
        try (Account open = account.open(session);
                Stream<NotifiedAlert> alerts =
                        SpamAlerts.of(open.client(), open::now).since(since).dated()) {
            for (Iterator<NotifiedAlert> each = alerts.iterator(); each.hasNext(); found = true) {
                printNotified(each.next(), found, open);
            }
        }
        if (!found) {
            throw CommandFailure.of(
                    ExitCode.NOT_FOUND,
                    "no alert among the mails that OVHcloud sent in this time; look further back with --since");
        }
    }

    private void printNotified(NotifiedAlert notified, boolean notFirst, Account open) {
        SpamAlert alert = notified.alert();
        Instant sent = notified.date().toInstant();
        if (!output.isJson()) {
            session.console()
                    .line((notFirst ? "\n" : "") + "Sent: " + output.moments().text(sent));
        }
        print(
                alert,
                header(alert).put("date", output.moments().json(sent)).put("notification", notified.notificationId()));
        if (check) {
            printCheck(alert, open);
        }
    }

    private static JsonLine header(SpamAlert alert) {
        return JsonLine.of("alert")
                .put("address", alert.address().toString())
                .put("samples", alert.samples().size());
    }

    private void print(SpamAlert alert, JsonLine header) {
        Console console = session.console();
        if (output.isJson()) {
            console.line(header.toString());
            for (SpamSample sample : alert.samples()) {
                console.line(JsonLine.of("sample")
                        .put("destination", sample.destination().toString())
                        .put("messageId", sample.messageId().map(MessageId::value))
                        .put("score", sample.score())
                        .toString());
            }
            return;
        }
        console.line("Blocked: " + alert.address());
        if (alert.samples().isEmpty()) {
            console.line("The alert lists no mails.");
            return;
        }
        console.line("");
        Table table = new Table("DESTINATION", "SCORE", "MESSAGE-ID");
        for (SpamSample sample : alert.samples()) {
            table.row(
                    sample.destination().toString(),
                    Long.toString(sample.score()),
                    sample.messageId().map(MessageId::value).orElse("-"));
        }
        table.print(console, session.terminal().outputWidth());
    }

    private void printCheck(SpamAlert alert, Account open) {
        SpamIpResource resource = alert.locate(open.client());
        SpamIp spam = resource.get();
        SpamIpPrinter printer = new SpamIpPrinter(output.moments());
        Console console = session.console();
        if (output.isJson()) {
            console.line(printer.json("address", resource.block(), spam).toString());
            return;
        }
        console.line("");
        new Table("ADDRESS", "STATE", "SINCE", "FOR", "BLOCK")
                .row(printer.cells(resource.block(), spam))
                .print(console, session.terminal().outputWidth());
        if (!spam.state().equals(SpamState.BLOCKED_FOR_SPAM)) {
            console.flush();
            console.note("The API does not say that it is blocked now: the mail is old, or not from OVHcloud.");
        }
    }
}
