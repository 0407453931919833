package io.github.ovhantispam.cli.command.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.AddressConverter;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.ProgressBar;
import io.github.ovhantispam.cli.report.PageFile;
import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportJson;
import io.github.ovhantispam.cli.report.ReportPeriod;
import io.github.ovhantispam.cli.report.ReportReader;
import io.github.ovhantispam.cli.report.ReportedTrace;
import io.github.ovhantispam.cli.report.page.ReportPage;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.Sweep;
import io.github.ovhantispam.mail.MailLog;
import io.github.ovhantispam.model.IpAddress;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: one page about an account or an address, to be shown to somebody. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Makes one page about the whole account, or about one address: what is blocked, since when, until when, the"
                    + " spam per day, the scores, the destinations, the Message-IDs, and what to do next.",
            "The page holds everything it shows, so it can be mailed, printed or put on a web server."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam report --html --emulator --output report.html",
            "  ovh-antispam report --html 192.0.2.7 > report.html",
            "  ovh-antispam report --html 192.0.2.7 --log /var/log/mail.log -o report.html",
            "  ovh-antispam report --json | jq -r 'select(.type==\"address\").address'",
            "",
            "With --log, the page names who handed in the mails, as the logs have it.",
            "The file can be read by you alone; chmod it to publish it.",
            "Cost: one request per block of the account and per address that sent spam in",
            "these days; three requests for one address."
        })
public final class ReportCommand implements Callable<Integer> {

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--html", description = "Make a page for a browser. This is the default.")
    private boolean html;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the page is written; an existing file is replaced as a whole.")
    private @Nullable Path file;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How many days the report covers, from 1 to 90. Default: 30.")
    private int days = 30;

    @Option(names = "--log", paramLabel = "FILE", description = "A log of the mail server; may be repeated.")
    private List<Path> logs = List.of();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most N requests per minute for the blocks; the vendor calls 60 fair.")
    private int rate;

    @Parameters(
            arity = "0..1",
            paramLabel = "IP",
            converter = AddressConverter.class,
            description = "The address. Default: the whole account.")
    private @Nullable IpAddress address;

    private final Session session;

    /** Creates the command. */
    public ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (output.isJson() && (html || file != null)) {
            throw CommandFailure.of(ExitCode.USAGE, "--json goes to standard output, without --html and --output");
        }
        if (!output.isJson() && file == null && session.terminal().showsOutput()) {
            throw CommandFailure.of(
                    ExitCode.USAGE, "the page is for a browser: write it to a file with --output report.html");
        }
        if (days < 1 || days > ReportPeriod.MOST_DAYS) {
            throw CommandFailure.of(ExitCode.USAGE, "--days: from 1 to " + ReportPeriod.MOST_DAYS + ", not " + days);
        }
        for (Path log : logs) {
            if (!Files.isReadable(log)) {
                throw CommandFailure.of(ExitCode.USAGE, "no log can be read at " + log);
            }
        }
        Report report = traced(account.isEmulated() ? read().asExample() : read());
        if (output.isJson()) {
            ReportJson.write(report, session.console()::line);
        } else if (file == null) {
            session.console().line(ReportPage.of(report).stripTrailing());
        } else {
            write(ReportPage.of(report), file);
        }
        session.console().flush();
        return (report.isComplete() ? ExitCode.OK : ExitCode.PARTLY).number();
    }

    private void write(String page, Path target) {
        try {
            new PageFile(target).write(page.getBytes(UTF_8));
        } catch (IOException e) {
            throw CommandFailure.of(
                    ExitCode.OUTPUT, target + " cannot be written: " + reason(e) + "; give another --output", e);
        }
        session.console().note("Written: " + target);
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof FileSystemException ? e.getClass().getSimpleName() + ' ' + message : message;
    }

    private Report read() {
        try (Account open = account.open(session);
                ProgressBar bar = new ProgressBar(
                        session.console(),
                        session.terminal().errorWidth(),
                        session.terminal().showsErrors())) {
            ReportPeriod period = new ReportPeriod(open.now(), days, output.zone());
            ReportReader reader = new ReportReader(period, (done, all) -> bar.update(done, all, "addresses"));
            if (address != null) {
                return reader.address(open.client(), address);
            }
            Sweep sweep = open.client()
                    .sweep()
                    .onProgress(progress -> bar.update(progress.blocksDone(), progress.blocks(), "blocks"));
            return reader.account(rate == 0 ? sweep : sweep.ratePerMinute(rate));
        }
    }

    private Report traced(Report report) {
        if (logs.isEmpty()) {
            return report;
        }
        return report.with(ReportedTrace.of(MailLog.of(logs)
                .traceTargets(report.samples().map(sample -> sample.mail()).toList())));
    }
}
