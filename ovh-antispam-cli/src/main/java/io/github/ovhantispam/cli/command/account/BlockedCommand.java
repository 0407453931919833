package io.github.ovhantispam.cli.command.account;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.output.ProgressBar;
import io.github.ovhantispam.cli.output.SpamIpPrinter;
import io.github.ovhantispam.cli.output.Table;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.Sweep;
import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.SweepResult;
import io.github.ovhantispam.model.SpamState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code blocked}: the addresses of the whole account that are blocked. */
@Command(
        name = "blocked",
        mixinStandardHelpOptions = true,
        description = "Lists the addresses of the whole account that are blocked for spam.",
        footer = {
            "",
            "Examples:",
            "  ovh-antispam blocked --emulator",
            "  ovh-antispam blocked --all --json | jq -r .address",
            "",
            "One request per block of the account; --batch 50 makes it one for fifty."
        })
public final class BlockedCommand implements Callable<Integer> {

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--all", description = "Also those that are being released or were released.")
    private boolean all;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most N requests per minute; the vendor calls 60 fair. Default: as fast as it goes.")
    private int rate;

    @Option(names = "--batch", paramLabel = "N", description = "Ask for N blocks at once, up to 100.")
    private int batch;

    private final Session session;

    /** Creates the command. */
    public BlockedCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Account open = account.open(session)) {
            SweepResult result = run(sweep(open));
            SpamIpPrinter printer = new SpamIpPrinter(output.moments());
            if (output.isJson()) {
                printLines(result, printer);
            } else {
                printTable(result, printer);
            }
            session.console().flush();
            return (result.isComplete() ? ExitCode.OK : ExitCode.PARTLY).number();
        }
    }

    private Sweep sweep(Account open) {
        Sweep sweep = open.client().sweep();
        if (!all) {
            sweep = sweep.state(SpamState.BLOCKED_FOR_SPAM);
        }
        if (rate != 0) {
            sweep = sweep.ratePerMinute(rate);
        }
        return batch == 0 ? sweep : sweep.batch(batch);
    }

    private SweepResult run(Sweep sweep) {
        try (ProgressBar bar = new ProgressBar(
                session.console(),
                session.terminal().errorWidth(),
                session.terminal().showsErrors())) {
            return sweep.onProgress(progress -> bar.update(progress.blocksDone(), progress.blocks(), "blocks"))
                    .run();
        }
    }

    private void printLines(SweepResult result, SpamIpPrinter printer) {
        Console console = session.console();
        for (Finding finding : result.findings()) {
            console.line(
                    printer.json("address", finding.block(), finding.spamIp()).toString());
        }
        for (BlockFailure failure : result.failures()) {
            console.line(JsonLine.of("failure")
                    .put("block", failure.block().toString())
                    .put("message", message(failure))
                    .toString());
        }
    }

    private static String message(BlockFailure failure) {
        return String.valueOf(failure.exception().getMessage());
    }

    private void printTable(SweepResult result, SpamIpPrinter printer) {
        Console console = session.console();
        if (result.findings().isEmpty()) {
            console.line(
                    result.isComplete()
                            ? (all ? "No address has sent spam." : "No address is blocked.")
                            : "None found, but not every block could be read.");
        } else {
            Table table = new Table("ADDRESS", "STATE", "SINCE", "FOR", "BLOCK");
            result.findings().forEach(finding -> table.row(printer.cells(finding.block(), finding.spamIp())));
            table.print(console, session.terminal().outputWidth());
        }
        console.flush();
        for (BlockFailure failure : result.failures()) {
            console.note("not read: " + failure.block() + ": " + Printable.of(message(failure)));
        }
        if (!result.findings().isEmpty()) {
            console.note("Next: ovh-antispam show "
                    + result.findings().get(0).spamIp().ipSpamming());
        }
    }
}
