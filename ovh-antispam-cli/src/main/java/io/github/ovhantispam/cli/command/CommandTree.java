package io.github.ovhantispam.cli.command;

import io.github.ovhantispam.cli.command.account.BlockedCommand;
import io.github.ovhantispam.cli.command.account.EmulatorCommand;
import io.github.ovhantispam.cli.command.account.KeysCommand;
import io.github.ovhantispam.cli.command.account.ReportCommand;
import io.github.ovhantispam.cli.command.account.ShowCommand;
import io.github.ovhantispam.cli.command.account.StatsCommand;
import io.github.ovhantispam.cli.command.account.WatchCommand;
import io.github.ovhantispam.cli.command.mail.AlertCommand;
import io.github.ovhantispam.cli.command.mail.QueueCommand;
import io.github.ovhantispam.cli.command.mail.TraceCommand;
import io.github.ovhantispam.cli.command.proof.AuditCommand;
import io.github.ovhantispam.cli.command.proof.DeclareCommand;
import io.github.ovhantispam.cli.command.release.ReleaseCommand;
import io.github.ovhantispam.cli.terminal.Session;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The program's name, its commands, and their common settings. */
public final class CommandTree {

    /** A width at which help reads well, in a pipe too. */
    private static final int HELP_WIDTH = 80;

    private CommandTree() {}

    /** Returns the parser with all commands. */
    public static CommandLine of(Session session) {
        CommandLine commands = new CommandLine(new Root())
                .addSubcommand(new AlertCommand(session))
                .addSubcommand(new BlockedCommand(session))
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new StatsCommand(session))
                .addSubcommand(new TraceCommand(session))
                .addSubcommand(new QueueCommand(session))
                .addSubcommand(new ReleaseCommand(session))
                .addSubcommand(new WatchCommand(session))
                .addSubcommand(new ReportCommand(session))
                .addSubcommand(new AuditCommand(session))
                .addSubcommand(new DeclareCommand(session))
                .addSubcommand(new KeysCommand(session))
                .addSubcommand(new EmulatorCommand(session))
                .addSubcommand("generate-completion", new GenerateCompletion());
        return commands.setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(session.console().outWriter())
                .setErr(session.console().errWriter());
    }

    @Command(
            name = "ovh-antispam",
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            synopsisSubcommandLabel = "COMMAND",
            description = {
                "Finds out which of your OVHcloud addresses are blocked for spam, and why, and gets them released.",
                "Unofficial: not made or endorsed by OVHcloud."
            },
            footer = {
                "",
                "Try it without an account; nothing real is touched:",
                "  ovh-antispam blocked --emulator",
                "  ovh-antispam stats 122.122.122.122 --emulator",
                "",
                "The morning of the alert:",
                "  ovh-antispam alert alert.eml      what the mail says",
                "  ovh-antispam keys                 a key for the API, once",
                "  ovh-antispam stats IP             which mails, by Message-ID",
                "  ovh-antispam trace --alert alert.eml   who handed them in",
                "  ovh-antispam queue                what still waits to be sent",
                "  ovh-antispam release IP ...       when the mail is stopped",
                "  ovh-antispam declare IP ...       if these mails are not spam",
                "",
                "Exit codes: 0 ok, 2 usage, 3 credentials, 4 not found, 5 network or server,",
                "6 precaution does not hold, 7 time ran out or still blocked, 8 partly read,",
                "9 output not written, 130 interrupted."
            })
    static final class Root {}
}
