package io.github.ovhantispam.emulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line. */
final class StandaloneOptions {

    static final String USAGE = """
            Usage: java -jar ovh-antispam-emulator-VERSION-standalone.jar [options]

              --port N          listen on port N (default: any free one)
              --host ADDRESS    listen on ADDRESS (default: the loopback address, which nobody else can reach)
              --seed WHAT       guide (default), empty, a JSON file, or generated:BLOCKS:BLOCKED:SEED
              --clock MODE      system, or an instant such as 2022-08-29T16:42:50Z for a clock that stands still and is
                                moved through the control API (default: that of the seed file if it has one, or system)
              --auth-time MODE  system (default): /auth/time, timestamps and tokens follow the machine's clock, whatever is
                                done to the clock of the blocks; or blocks, to have them follow that clock
              --host-name NAME  answer to this host name too where no signature is asked for (may be repeated)
              --sentence N      with the guide's seed: block its address for N seconds from the start on (default 60)
              --unblocking N    let an accepted release take effect after N seconds (default 10)
              --error-body X    older (default) or newer: the shape of error bodies
              --lenient         relax the schema; authentication is never relaxed
              --strict-signing  refuse signatures over the URL without its port or with another scheme
              --tls             speak TLS
              --tls-ca FILE     with --tls: write the certificate to trust to FILE
              --no-control      do not serve /__emulator/
              --help            print this
            """;

    private final EmulatorBuilder builder = AntispamEmulator.builder()
            .clock(EmulatorClock.system())
            .transition(Transition.after(Duration.ofSeconds(10)));
    private Duration sentence = Duration.ofMinutes(1);
    private @Nullable Path authorityFile;

    private StandaloneOptions() {}

    static StandaloneOptions parse(List<String> arguments) {
        StandaloneOptions options = new StandaloneOptions();
        options.read(new ArrayDeque<>(arguments));
        return options;
    }

    private void read(Queue<String> left) {
        boolean strictSigning = false;
        boolean control = true;
        boolean tls = false;
        boolean separateAuthTime = true;
        String seed = "guide";
        String clock = "";
        while (!left.isEmpty()) {
            String option = left.remove();
            switch (option) {
                case "--port" -> builder.port((int) number(option, left, 65_535));
                case "--host" -> builder.host(address(option, left));
                case "--seed" -> seed = value(option, left);
                case "--clock" -> clock = value(option, left);
                case "--auth-time" -> separateAuthTime = isSeparate(option, left);
                case "--host-name" -> builder.hostName(value(option, left));
                case "--sentence" -> sentence = Duration.ofSeconds(number(option, left, Integer.MAX_VALUE));
                case "--unblocking" ->
                    builder.transition(Transition.after(Duration.ofSeconds(number(option, left, Integer.MAX_VALUE))));
                case "--error-body" -> builder.errorBody(errorBody(option, left));
                case "--lenient" -> builder.lenient();
                case "--strict-signing" -> strictSigning = true;
                case "--tls" -> tls = true;
                case "--tls-ca" -> authorityFile = Path.of(value(option, left));
                case "--no-control" -> control = false;
                default -> throw new IllegalArgumentException("unknown option: " + option);
            }
        }
        if (!strictSigning) {
            builder.tolerantSigning();
        }
        if (control) {
            builder.controlApi();
        }
        if (tls) {
            builder.tls();
        } else if (authorityFile != null) {
            throw new IllegalArgumentException("--tls-ca goes with --tls");
        }
        if (separateAuthTime) {
            builder.authClock(InstantSource.system());
        }
        sow(seed, clock);
    }

    private void sow(String seed, String clock) {
        builder.clock(clock.isEmpty() ? EmulatorClock.system() : clock(clock));
        if (seed.equals("guide")) {
            builder.seed(emulator -> {
                Instant chosen = emulator.clock().instant();
                Seed.guide().sow(emulator);
                if (emulator.clock().isVirtual()) {
                    emulator.clock().moveTo(chosen); // the guide's seed brings a time of its own
                }
            });
            builder.seed(emulator -> {
                EmulatedSpamIp address = emulator.ipBlock("122.122.122.121/28")
                        .spamIp("122.122.122.122")
                        .blockedFor(sentence);
                Instant now = emulator.clock().instant().truncatedTo(ChronoUnit.SECONDS);
                address.stats(now, 1, 1)
                        .averageSpamscore(410)
                        .detected(now, "188.95.235.33", "2PXQSX-3JRAUU-SF@obfuscated.com", 410);
            });
        } else if (seed.matches("generated:[0-9]{1,7}:[0-9]{1,8}:[0-9]{1,18}")) {
            String[] parts = seed.split(":", -1);
            builder.seed(
                    Seed.generated(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Long.parseLong(parts[3])));
        } else if (!seed.equals("empty")) {
            sowFile(Path.of(seed), clock);
        }
    }

    private void sowFile(Path file, String clock) {
        JsonSeed seed = JsonSeed.read(file);
        if (seed.setsClock() && clock.isEmpty()) {
            builder.clock(EmulatorClock.startingAt(Instant.EPOCH)); // until the seed moves it
        } else if (seed.setsClock()) {
            throw new IllegalArgumentException(
                    "--clock contradicts the clock of the seed file " + file + ": leave one of them out");
        }
        builder.seed(seed);
    }

    EmulatorBuilder builder() {
        return builder;
    }

    Optional<Path> authorityFile() {
        return Optional.ofNullable(authorityFile);
    }

    private static String value(String option, Queue<String> left) {
        String value = left.poll();
        if (value == null) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return value;
    }

    private static long number(String option, Queue<String> left, long most) {
        String value = value(option, left);
        if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) > most) {
            throw new IllegalArgumentException(option + " needs a number from 0 to " + most + ", not " + value);
        }
        return Long.parseLong(value);
    }

    private static ErrorBody errorBody(String option, Queue<String> left) {
        String value = value(option, left);
        return switch (value) {
            case "older" -> ErrorBody.OLDER;
            case "newer" -> ErrorBody.NEWER;
            default -> throw new IllegalArgumentException(option + " needs older or newer, not " + value);
        };
    }

    private static InetAddress address(String option, Queue<String> left) {
        String value = value(option, left);
        try {
            return InetAddress.getByName(value);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(option + " needs an address of this machine, not " + value, e);
        }
    }

    private static boolean isSeparate(String option, Queue<String> left) {
        String value = value(option, left);
        return switch (value) {
            case "system" -> true;
            case "blocks" -> false;
            default -> throw new IllegalArgumentException(option + " needs system or blocks, not " + value);
        };
    }

    private static EmulatorClock clock(String value) {
        if (value.equals("system")) {
            return EmulatorClock.system();
        }
        try {
            return EmulatorClock.startingAt(Instant.parse(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--clock needs system or an instant, not " + value, e);
        }
    }
}
