package io.github.ovhantispam.cli.terminal;

import io.github.ovhantispam.cli.output.Console;
import java.io.InputStream;
import java.util.Map;

/**
 * The surroundings of one run of the program.
 *
 * @param environment the variables of the process
 * @param in standard input
 * @param console standard output and standard error
 * @param terminal the terminal, if there is one
 * @param interruption Ctrl-C
 */
public record Session(
        Map<String, String> environment,
        InputStream in,
        Console console,
        Terminal terminal,
        Interruption interruption) {

    /** Creates the surroundings. */
    public Session {
        environment = Map.copyOf(environment);
    }
}
