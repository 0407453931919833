package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.standalone.StandaloneOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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

    private static final int FAILED = 3;

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
        try {
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> end(failure));
            start(StandaloneOptions.parse(asked), System.out);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.err.println("Try --help.");
            System.exit(2);
        }
    }

    /** Ends a program that has run out of memory: if it continued, some callers would wait without end. */
    private static void end(Throwable failure) {
        try {
            System.err.println("The emulator ends, because the JVM failed: " + failure);
            System.err.println("If it is a lack of memory, give it more: java -Xmx256m -jar ...");
            failure.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    static AntispamEmulator start(StandaloneOptions options, PrintStream out) {
        AntispamEmulator emulator = builder(options).start();
        options.authorityFile().ifPresent(file -> write(file, emulator.tls().authorityPem()));
        out.println("# OVHcloud AntiSpam emulator, listening; end it with Ctrl-C. For a client that signs its calls:");
        print("", emulator.environment(), out);
        out.println("# or, with OAuth2, whose token URL is " + emulator.tokenEndpoint() + ":");
        print("# ", emulator.oauth2Environment(), out);
        out.println("# or, with an access token:");
        print("# ", emulator.accessTokenEnvironment(), out);
        out.flush();
        return emulator;
    }

    private static EmulatorBuilder builder(StandaloneOptions options) {
        EmulatorBuilder builder = AntispamEmulator.builder()
                .onFatal(Standalone::end)
                .port(options.port())
                .host(options.host())
                .transition(Transition.after(options.unblocking()))
                .errorBody(options.errorFormat());
        options.hostNames().forEach(builder::hostName);
        if (options.separateAuthTime()) {
            builder.authClock(InstantSource.system());
        }
        if (options.isLenient()) {
            builder.lenient();
        }
        if (!options.isStrictSigning()) {
            builder.tolerantSigning();
        }
        if (options.hasControl()) {
            builder.controlApi();
        }
        if (options.speaksTls()) {
            builder.tls();
        }
        StandaloneSeeds.addTo(builder, options);
        return builder;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** A client takes one set only, so all but the first are comments. */
    private static void print(String prefix, Map<String, String> environment, PrintStream out) {
        new TreeMap<>(environment).forEach((name, value) -> out.println(prefix + "export " + name + "=" + value));
    }
}
