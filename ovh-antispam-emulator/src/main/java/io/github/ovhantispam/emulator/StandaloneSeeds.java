package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.standalone.StandaloneOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The seed and the clock of a command line. */
final class StandaloneSeeds {

    private StandaloneSeeds() {}

    static void addTo(EmulatorBuilder builder, StandaloneOptions options) {
        String seed = options.seed();
        builder.clock(options.clock().orElseGet(EmulatorClock::system));
        if (seed.equals("guide")) {
            addGuide(builder, options.blockDuration());
        } else if (seed.matches("generated:[0-9]{1,7}:[0-9]{1,8}:[0-9]{1,18}")) {
            String[] parts = seed.split(":", -1);
            builder.seed(
                    Seed.generated(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Long.parseLong(parts[3])));
        } else if (!seed.equals("empty")) {
            addFile(builder, Path.of(seed), options.clock());
        }
    }

    private static void addGuide(EmulatorBuilder builder, Duration blockDuration) {
        builder.seed(emulator -> {
            Instant chosen = emulator.clock().instant();
            Seed.guide().sow(emulator);
            if (emulator.clock().isVirtual()) {
                emulator.clock().moveTo(chosen); // the guide's seed brings a time of its own
            }
            EmulatedSpamIp address = emulator.ipBlock("122.122.122.121/28")
                    .spamIp("122.122.122.122")
                    .blockedFor(blockDuration);
            Instant now = emulator.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            address.stats(now, 1, 1)
                    .averageSpamscore(410)
                    .detected(now, "188.95.235.33", "2PXQSX-3JRAUU-SF@obfuscated.com", 410);
        });
    }

    private static void addFile(EmulatorBuilder builder, Path file, Optional<EmulatorClock> clock) {
        JsonSeed seed = JsonSeed.read(file);
        if (seed.setsClock() && clock.isPresent()) {
            throw new IllegalArgumentException(
                    "--clock contradicts the clock of the seed file " + file + ": leave one of them out");
        }
        if (seed.setsClock()) {
            builder.clock(EmulatorClock.startingAt(Instant.EPOCH)); // until the seed moves it
        }
        builder.seed(seed);
    }
}
