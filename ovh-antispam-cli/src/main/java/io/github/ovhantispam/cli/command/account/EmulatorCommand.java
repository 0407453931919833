package io.github.ovhantispam.cli.command.account;

import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.emulator.Standalone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code emulator}: the emulator of the API as a server, until Ctrl-C. */
@Command(
        name = "emulator",
        description = "Serves the emulator of the API, for clients in any language, until Ctrl-C."
                + " See emulator --help for its options.")
public final class EmulatorCommand implements Callable<Integer> {

    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    private final Session session;

    /** Creates the command. */
    public EmulatorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        // It ends the process itself, and has nothing to say when it is interrupted.
        session.interruption().finish();
        Standalone.main(arguments.toArray(String[]::new));
        if (System.out.checkError()) {
            session.console().note("ovh-antispam: standard output cannot be written");
            return ExitCode.OUTPUT.number();
        }
        if (!arguments.contains("--help")) {
            new CountDownLatch(1).await();
        }
        return ExitCode.OK.number();
    }
}
