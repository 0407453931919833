package io.github.ovhantispam.cli.command.mail;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
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
import io.github.ovhantispam.mail.SpamAlert;
import io.github.ovhantispam.mail.SpamSample;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        footer = {"", "Examples:", "  ovh-antispam alert alert.eml", "  ovh-antispam alert --check - < alert.txt"})
public final class AlertCommand implements Callable<Integer> {

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--check", description = "Ask the API for the state of the address.")
    private boolean check;

    @Parameters(paramLabel = "FILE", description = "The mail as saved, or its text; - for standard input.")
    private String file = "-";

    private final Session session;

    /** Creates the command. */
    public AlertCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SpamAlert alert = read().orElseThrow(() -> CommandFailure.of(
                ExitCode.NOT_FOUND, "no alert in " + name() + ", or one that is in doubt: give the whole mail"));
        print(alert);
        if (check || account.isEmulated()) {
            try (Account open = account.open(session)) {
                SpamIpResource resource = alert.locate(open.client());
                printCheck(resource, resource.get());
            }
        } else if (!output.isJson()) {
            session.console().flush();
            session.console().note("Next: ovh-antispam stats " + alert.address());
        }
        session.console().flush();
        return ExitCode.OK.number();
    }

    private String name() {
        return file.equals("-") ? "standard input" : file;
    }

    private Optional<SpamAlert> read() {
        try {
            return file.equals("-") ? SpamAlert.parse(session.in()) : SpamAlert.parse(Path.of(file));
        } catch (UncheckedIOException e) {
            throw CommandFailure.of(ExitCode.USAGE, name() + " cannot be read: " + e.getCause(), e);
        }
    }

    private void print(SpamAlert alert) {
        Console console = session.console();
        if (output.isJson()) {
            console.line(JsonLine.of("alert")
                    .put("address", alert.address().toString())
                    .put("samples", alert.samples().size())
                    .toString());
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

    private void printCheck(SpamIpResource resource, SpamIp spam) {
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
