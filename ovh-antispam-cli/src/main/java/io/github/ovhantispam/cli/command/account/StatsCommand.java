package io.github.ovhantispam.cli.command.account;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.AddressConverter;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.Moments;
import io.github.ovhantispam.cli.output.Table;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stats}: the mails that an address was blocked for. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the mails that an address was blocked for, by Message-ID.",
            "Search your mail log for the Message-IDs to find who sent them."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam stats 122.122.122.122 --emulator",
            "  ovh-antispam stats 192.0.2.7 --from 2026-01-30 --to 2026-01-31T12:00+01:00",
            "  ovh-antispam stats 192.0.2.7 --json | jq -r 'select(.type==\"mail\").messageId'",
            "",
            "Without --from: around the last block of the address."
        })
public final class StatsCommand implements Callable<Integer> {

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "IP", converter = AddressConverter.class, description = "The address.")
    private @Nullable IpAddress address;

    @Option(names = "--from", paramLabel = "MOMENT", description = "A day, or a moment such as 2026-01-31T08:30.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "MOMENT", description = "The end. Default: now.")
    private @Nullable String to;

    private final Session session;

    /** Creates the command. */
    public StatsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Instant begin = from == null ? null : output.moments().parse(from);
        Instant end = to == null ? null : output.moments().parse(to);
        if (begin == null && end != null) {
            throw CommandFailure.of(ExitCode.USAGE, "--to needs --from");
        }
        try (Account open = account.open(session)) {
            SpamIpResource resource = open.client().locate(Objects.requireNonNull(address));
            List<SpamStats> all =
                    begin == null ? resource.stats() : resource.stats(begin, end == null ? open.now() : end);
            if (output.isJson()) {
                printLines(all);
            } else {
                printTables(all);
            }
            session.console().flush();
            return ExitCode.OK.number();
        }
    }

    private void printLines(List<SpamStats> all) {
        Console console = session.console();
        Moments moments = output.moments();
        String ip = String.valueOf(address);
        for (SpamStats stats : all) {
            JsonLine line = JsonLine.of("stats")
                    .put("address", ip)
                    .put("date", moments.json(stats.timestamp()))
                    .put("mails", stats.total())
                    .put("spams", stats.numberOfSpams());
            Long score = stats.averageSpamscore();
            console.line((score == null ? line : line.put("averageScore", score)).toString());
            for (SpamTarget mail : stats.detectedSpams()) {
                console.line(JsonLine.of("mail")
                        .put("address", ip)
                        .put("date", moments.json(mail.date()))
                        .put("destination", mail.destinationIp().toString())
                        .put("messageId", mail.messageId())
                        .put("score", mail.spamscore())
                        .toString());
            }
        }
    }

    private void printTables(List<SpamStats> all) {
        Console console = session.console();
        Moments moments = output.moments();
        int width = session.terminal().outputWidth();
        if (all.isEmpty()) {
            console.line("No statistics for this time.");
            return;
        }
        Table days = new Table("DATE", "MAILS", "SPAM", "MEAN SCORE");
        Table mails = new Table("DATE", "DESTINATION", "SCORE", "MESSAGE-ID");
        for (SpamStats stats : all) {
            Long score = stats.averageSpamscore();
            days.row(
                    moments.text(stats.timestamp()),
                    Long.toString(stats.total()),
                    Long.toString(stats.numberOfSpams()),
                    score == null ? "-" : score.toString());
            for (SpamTarget mail : stats.detectedSpams()) {
                mails.row(
                        moments.text(mail.date()),
                        mail.destinationIp().toString(),
                        Long.toString(mail.spamscore()),
                        mail.messageId());
            }
        }
        days.print(console, width);
        console.line("");
        mails.print(console, width);
    }
}
