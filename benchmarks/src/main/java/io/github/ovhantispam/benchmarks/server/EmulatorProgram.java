package io.github.ovhantispam.benchmarks.server;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** An emulator in a JVM of its own, so that its work is not counted as that of who asks it. */
public final class EmulatorProgram {

    private static final int SEED = 1;

    private EmulatorProgram() {}

    /**
     * Prints its environment and an empty line, then answers each line of its input with the number of requests there
     * were since the line before, until the input ends.
     *
     * @param arguments the number of blocks, of blocked addresses, and the milliseconds each answer takes; without
     *     blocks, the vendor guide's example; with a file besides, it speaks TLS and writes there whom to trust
     */
    public static void main(String... arguments) throws IOException, GeneralSecurityException {
        int blocks = Integer.parseInt(arguments[0]);
        Seed seed = blocks == 0 ? Seed.guide() : Seed.generated(blocks, Integer.parseInt(arguments[1]), SEED);
        Duration delay = Duration.ofMillis(Long.parseLong(arguments[2]));
        EmulatorBuilder builder =
                AntispamEmulator.builder().clock(EmulatorClock.system()).seed(seed);
        boolean tls = arguments.length > 3;
        if (tls) {
            builder.tls();
        }
        try (AntispamEmulator emulator = builder.start();
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            if (tls) {
                new TrustStore(Path.of(arguments[3])).write(emulator.tls().authorityPem());
            }
            if (!delay.isZero()) {
                emulator.faults().onEveryRequest().delay(delay);
            }
            emulator.environment().forEach((name, value) -> System.out.println(name + '=' + value));
            System.out.println();
            while (commands.readLine() != null) {
                System.out.println(emulator.journal().count());
                emulator.journal().clear();
            }
        }
    }
}
