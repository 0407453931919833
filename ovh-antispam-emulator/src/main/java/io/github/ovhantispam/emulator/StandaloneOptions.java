package io.github.ovhantispam.emulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * What was asked for on the command line.
 *
 * @param builder how the emulator is to behave
 * @param sentence how long the guide's address is blocked for, from the start on
 */
record StandaloneOptions(EmulatorBuilder builder, Duration sentence) {

    static final String USAGE = """
            Usage: java -jar ovh-antispam-emulator-standalone.jar [options]

              --port N          listen on port N (default: any free one)
              --host ADDRESS    listen on ADDRESS (default: the loopback address, which nobody else can reach)
              --clock MODE      system (default), or an instant such as 2022-08-29T16:42:50Z for a clock that stands still
              --sentence N      block the guide's address for N seconds from the start on (default 60)
              --unblocking N    let an accepted release take effect after N seconds (default 10)
              --lenient         relax the schema
              --strict-signing  refuse signatures over the URL without its port or with another scheme
              --help            print this
            """;

    private static final Duration USUAL_SENTENCE = Duration.ofMinutes(1);
    private static final Duration USUAL_UNBLOCKING = Duration.ofSeconds(10);

    static StandaloneOptions parse(List<String> arguments) {
        EmulatorBuilder builder =
                AntispamEmulator.builder().clock(EmulatorClock.system()).transition(Transition.after(USUAL_UNBLOCKING));
        Duration sentence = USUAL_SENTENCE;
        boolean strictSigning = false;
        Queue<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.remove();
            switch (option) {
                case "--port" -> builder.port((int) number(option, left, 65_535));
                case "--host" -> builder.host(address(option, left));
                case "--clock" -> builder.clock(clock(option, left));
                case "--sentence" -> sentence = Duration.ofSeconds(number(option, left, Integer.MAX_VALUE));
                case "--unblocking" ->
                    builder.transition(Transition.after(Duration.ofSeconds(number(option, left, Integer.MAX_VALUE))));
                case "--lenient" -> builder.lenient();
                case "--strict-signing" -> strictSigning = true;
                default -> throw new IllegalArgumentException("unknown option: " + option);
            }
        }
        if (!strictSigning) {
            builder.tolerantSigning();
        }
        return new StandaloneOptions(builder, sentence);
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
