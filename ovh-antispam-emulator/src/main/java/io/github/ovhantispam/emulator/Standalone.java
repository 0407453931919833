package io.github.ovhantispam.emulator;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The emulator as a program of its own, for clients in any language.
 *
 * <p>It starts with the guide's example, its address blocked for a short while from the start on, and prints the
 * {@code OVH_*} variables that a client needs.
 */
public final class Standalone {

    private Standalone() {}

    /**
     * Runs until the process is ended.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        List<String> asked = List.of(arguments);
        if (asked.contains("--help")) {
            System.out.print(StandaloneOptions.USAGE);
            return;
        }
        StandaloneOptions options;
        try {
            options = StandaloneOptions.parse(asked);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(StandaloneOptions.USAGE);
            System.exit(2);
            return;
        }
        start(options, System.out);
    }

    static AntispamEmulator start(StandaloneOptions options, PrintStream out) {
        Seed guide = Seed.guide();
        Seed blockedFromNow = emulator ->
                emulator.ipBlock("122.122.122.121/28").spamIp("122.122.122.122").blockedFor(options.sentence());
        AntispamEmulator emulator =
                options.builder().seed(guide).seed(blockedFromNow).start();
        out.println("# OVHcloud AntiSpam emulator, listening. 122.122.122.122 in 122.122.122.121/28 is blocked for "
                + options.sentence().toSeconds() + " s.");
        print(emulator.environment(), out);
        out.println("# or, with OAuth2, whose token URL is " + emulator.tokenEndpoint() + ":");
        print(emulator.oauth2Environment(), out);
        out.println("# or, with an access token:");
        print(emulator.accessTokenEnvironment(), out);
        out.flush();
        return emulator;
    }

    private static void print(Map<String, String> environment, PrintStream out) {
        new TreeMap<>(environment).forEach((name, value) -> out.println("export " + name + "=" + value));
    }
}
