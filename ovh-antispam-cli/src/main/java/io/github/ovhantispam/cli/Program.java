package io.github.ovhantispam.cli;

import io.github.ovhantispam.cli.command.CommandTree;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.failure.Failure;
import io.github.ovhantispam.cli.output.OutputFailedException;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.terminal.Session;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** One run of the program: from its arguments to its exit code. */
final class Program {

    private final Session session;

    Program(Session session) {
        this.session = session;
    }

    int run(String... arguments) {
        try {
            return execute(arguments);
        } catch (Error e) {
            // The JVM has failed, by a lack of memory perhaps. Threads of others may be left: let the caller end it.
            note(Failure.of(e).line());
            return ExitCode.UNEXPECTED.number();
        }
    }

    private int execute(String... arguments) {
        CommandLine commands = CommandTree.of(session)
                .setParameterExceptionHandler(this::usageMistake)
                .setExecutionExceptionHandler((failure, command, parsed) ->
                        end(failure, List.of(arguments).contains("--debug")));
        if (arguments.length == 0) {
            commands.usage(session.console().errWriter());
            return ExitCode.USAGE.number();
        }
        int code = commands.execute(arguments);
        try {
            session.console().flush(); // help is printed by picocli, which does not look whether it can
            return code;
        } catch (OutputFailedException e) {
            return code == ExitCode.OUTPUT.number() ? code : end(e, false);
        }
    }

    private int usageMistake(ParameterException mistake, String[] arguments) {
        note(String.valueOf(mistake.getMessage()));
        session.console()
                .note("Try: " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private int end(Exception thrown, boolean debug) {
        if (thrown instanceof OutputFailedException failure) {
            if (failure.isClosedPipe()) {
                return ExitCode.OK.number(); // the reader has seen all it wanted
            }
            note(String.valueOf(failure.getMessage()));
            return ExitCode.OUTPUT.number();
        }
        Failure failure = Failure.of(thrown);
        note(failure.line());
        if (debug) {
            thrown.printStackTrace(session.console().errWriter());
            session.console().errWriter().flush();
        }
        return failure.code().number();
    }

    private void note(String line) {
        session.console().note("ovh-antispam: " + Printable.of(line));
    }
}
