package io.github.ovhantispam.cli;

import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.terminal.Interruption;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.cli.terminal.SystemTerminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Map;

/** The start of the program. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        setUpLog(List.of(arguments).contains("--debug"));
        Map<String, String> environment = System.getenv();
        Interruption interruption = new Interruption();
        interruption.guard();
        Session session = new Session(
                environment,
                System.in,
                // Not System.out, which hides what cannot be written.
                new Console(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err)),
                new SystemTerminal(environment),
                interruption);
        int code = new Program(session).run(arguments);
        interruption.finish();
        if (!interruption.isUnderway()) {
            System.exit(code);
        }
    }

    private static void setUpLog(boolean debug) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", debug ? "debug" : "warn");
        if (!debug) {
            // These log the stack of each failure of DNS, which is a finding of the audit.
            System.setProperty("org.slf4j.simpleLogger.log.org.apache.james", "off");
            System.setProperty("org.slf4j.simpleLogger.log.org.xbill", "off");
        }
        System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
        System.setProperty("org.slf4j.simpleLogger.showShortLogName", "true");
    }
}
