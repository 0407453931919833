package io.github.ovhantispam.cli.keys;

import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The key and the secret of an application: two lines of standard input, the environment, or a prompt; never arguments,
 * which everybody on the machine can see.
 *
 * @param key the application key
 * @param secret its secret
 */
public record ApplicationKey(String key, String secret) {

    /**
     * Reads them.
     *
     * @param fromStandardInput whether they are its two lines
     * @throws CommandFailure when there are none
     */
    public static ApplicationKey read(Session session, boolean fromStandardInput) {
        if (fromStandardInput) {
            return fromLines(session);
        }
        String key = session.environment().getOrDefault("OVH_APPLICATION_KEY", "");
        String secret = session.environment().getOrDefault("OVH_APPLICATION_SECRET", "");
        if (!key.isEmpty() && !secret.isEmpty()) {
            return new ApplicationKey(key, secret);
        }
        Terminal terminal = session.terminal();
        key = key.isEmpty() ? asked(terminal.askSecretly("Application key: ").orElse(null)) : key;
        secret = secret.isEmpty()
                ? asked(terminal.askSecretly("Application secret: ").orElse(null))
                : secret;
        return new ApplicationKey(key, secret);
    }

    private static ApplicationKey fromLines(Session session) {
        // Not closed: standard input is not ours.
        BufferedReader lines = new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8));
        try {
            return new ApplicationKey(asked(lines.readLine()), asked(lines.readLine()));
        } catch (IOException e) {
            throw CommandFailure.of(ExitCode.USAGE, "standard input cannot be read: " + e.getMessage(), e);
        }
    }

    private static String asked(@Nullable String line) {
        if (line == null || line.isBlank()) {
            throw CommandFailure.of(
                    ExitCode.CREDENTIALS,
                    "no application key and secret: set OVH_APPLICATION_KEY and OVH_APPLICATION_SECRET, run this in a"
                            + " terminal, or give two lines to --stdin");
        }
        return line.strip();
    }

    /** The name of the record alone. */
    @Override
    public String toString() {
        return "ApplicationKey[not shown]";
    }
}
