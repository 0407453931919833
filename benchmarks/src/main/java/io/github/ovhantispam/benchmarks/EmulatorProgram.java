package io.github.ovhantispam.benchmarks;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
     *     blocks, the vendor guide's example
     */
    public static void main(String... arguments) throws IOException {
        int blocks = Integer.parseInt(arguments[0]);
        Seed seed = blocks == 0 ? Seed.guide() : Seed.generated(blocks, Integer.parseInt(arguments[1]), SEED);
        Duration delay = Duration.ofMillis(Long.parseLong(arguments[2]));
        try (AntispamEmulator emulator = AntispamEmulator.builder()
                        .clock(EmulatorClock.system())
                        .seed(seed)
                        .start();
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
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
