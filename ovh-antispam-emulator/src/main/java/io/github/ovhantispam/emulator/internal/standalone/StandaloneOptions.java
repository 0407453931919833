package io.github.ovhantispam.emulator.internal.standalone;

import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.ErrorFormat;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The options of the command line, each at its default unless it was given. */
public final class StandaloneOptions {

    /** The text of {@code --help}. */
    public static final String USAGE = """
            Usage: java -jar ovh-antispam-emulator-VERSION-standalone.jar [options]

              --port N            listen on port N (default: any free one)
              --host ADDRESS      listen on ADDRESS (default: the loopback address, which nobody else can reach)
              --host-name NAME    also answer to this host name where no signature is required (may be repeated)
              --seed WHAT         guide (default), empty, a JSON file, or generated:BLOCKS:BLOCKED:SEED
              --clock MODE        system, or an instant such as 2022-08-29T16:42:50Z for a clock that stands still and is
                                  moved through the control API (default: that of the seed file if it has one, or system)
              --auth-time MODE    system (default): /auth/time, timestamps and tokens follow the machine's clock, even when
                                  the clock of the blocks is moved; or blocks, to have them follow that clock
              --block-duration N  with the guide's seed: block its address for N seconds from the start on (default 60)
              --unblocking N      let an accepted release take effect after N seconds (default 10)
              --error-body X      older (default) or newer: the format of error bodies
              --lenient           relax the schema; authentication is never relaxed
              --strict-signing    refuse signatures over the URL without its port or with another scheme
              --tls               speak TLS
              --tls-ca FILE       with --tls: write the certificate to trust to FILE
              --no-control        do not serve /__emulator/
              --help              print this
            """;

    private int port;
    private InetAddress host = InetAddress.getLoopbackAddress();
    private final List<String> hostNames = new ArrayList<>();
    private String seed = "guide";
    private @Nullable EmulatorClock clock;
    private boolean separateAuthTime = true;
    private Duration blockDuration = Duration.ofMinutes(1);
    private Duration unblocking = Duration.ofSeconds(10);
    private ErrorFormat errorFormat = ErrorFormat.OLDER;
    private boolean lenient;
    private boolean strictSigning;
    private boolean tls;
    private @Nullable Path authorityFile;
    private boolean control = true;

    private StandaloneOptions() {}

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException when an option is unknown, or its value unfit
     */
    public static StandaloneOptions parse(List<String> arguments) {
        StandaloneOptions options = new StandaloneOptions();
        options.read(new ArrayDeque<>(arguments));
        return options;
    }

    private void read(Queue<String> left) {
        while (!left.isEmpty()) {
            String option = left.remove();
            switch (option) {
                case "--port" -> port = (int) number(option, left, 65_535);
                case "--host" -> host = address(option, left);
                case "--host-name" -> hostNames.add(value(option, left));
                case "--seed" -> seed = value(option, left);
                case "--clock" -> clock = clock(option, left);
                case "--auth-time" -> separateAuthTime = choice(option, left, "system", "blocks");
                case "--block-duration" -> blockDuration = Duration.ofSeconds(number(option, left, Integer.MAX_VALUE));
                case "--unblocking" -> unblocking = Duration.ofSeconds(number(option, left, Integer.MAX_VALUE));
                case "--error-body" ->
                    errorFormat = choice(option, left, "older", "newer") ? ErrorFormat.OLDER : ErrorFormat.NEWER;
                case "--lenient" -> lenient = true;
                case "--strict-signing" -> strictSigning = true;
                case "--tls" -> tls = true;
                case "--tls-ca" -> authorityFile = Path.of(value(option, left));
                case "--no-control" -> control = false;
                default -> throw new IllegalArgumentException("unknown option: " + option);
            }
        }
        if (authorityFile != null && !tls) {
            throw new IllegalArgumentException("--tls-ca requires --tls");
        }
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

    /** Returns true for the first of two values. */
    private static boolean choice(String option, Queue<String> left, String first, String second) {
        String value = value(option, left);
        if (!value.equals(first) && !value.equals(second)) {
            throw new IllegalArgumentException(option + " needs " + first + " or " + second + ", not " + value);
        }
        return value.equals(first);
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

    public int port() {
        return port;
    }

    public InetAddress host() {
        return host;
    }

    public List<String> hostNames() {
        return List.copyOf(hostNames);
    }

    public String seed() {
        return seed;
    }

    /** {@code --clock}; empty when it was not given. */
    public Optional<EmulatorClock> clock() {
        return Optional.ofNullable(clock);
    }

    public boolean separateAuthTime() {
        return separateAuthTime;
    }

    public Duration blockDuration() {
        return blockDuration;
    }

    public Duration unblocking() {
        return unblocking;
    }

    public ErrorFormat errorFormat() {
        return errorFormat;
    }

    public boolean isLenient() {
        return lenient;
    }

    public boolean isStrictSigning() {
        return strictSigning;
    }

    public boolean speaksTls() {
        return tls;
    }

    public Optional<Path> authorityFile() {
        return Optional.ofNullable(authorityFile);
    }

    /** Returns the opposite of {@code --no-control}. */
    public boolean hasControl() {
        return control;
    }
}
