package io.github.ovhantispam.emulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
              --clock MODE      system (default), or an instant such as 2022-08-29T16:42:50Z for a clock that stands still
                                and is moved through the control API
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
        String seed = "guide";
        while (!left.isEmpty()) {
            String option = left.remove();
            switch (option) {
                case "--port" -> builder.port((int) number(option, left, 65_535));
                case "--host" -> builder.host(address(option, left));
                case "--seed" -> seed = value(option, left);
                case "--clock" -> builder.clock(clock(option, left));
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
        sow(seed);
    }

    private void sow(String seed) {
        if (seed.equals("guide")) {
            builder.seed(Seed.guide());
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
            builder.seed(Seed.json(Path.of(seed)));
        }
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

    private static EmulatorClock clock(String option, Queue<String> left) {
        String value = value(option, left);
        if (value.equals("system")) {
            return EmulatorClock.system();
        }
        try {
            return EmulatorClock.startingAt(Instant.parse(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(option + " needs system or an instant, not " + value, e);
        }
    }
}
