package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.client.WatchNotice.SweepFailed;
import io.github.ovhantispam.client.WatchStore;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.emulator.Operation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A watch that notifies when an address of the account is blocked or released, and misses nothing across a restart,
 * because it saves its state in a file.
 *
 * <p>Without arguments it runs on an emulator on which a few things happen, on a clock that jumps over the waits. With
 * {@code --live} and a file it watches the account whose credentials are in the {@code OVH_*} variables, until it is
 * stopped.
 */
public final class WatchBlocks {

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final PrintStream out;
    private final Path file;

    private WatchBlocks(PrintStream out, Path file) {
        this.out = out;
        this.file = file;
    }

    /**
     * Watches.
     *
     * @param arguments nothing, or {@code --live} and the file to save to
     */
    public static void main(String... arguments) {
        List<String> given = List.of(arguments);
        try {
            if (given.size() == 2 && given.get(0).equals("--live")) {
                new WatchBlocks(System.out, Path.of(given.get(1))).watchLiveAccount();
            } else if (given.isEmpty()) {
                watchEmulator();
            } else {
                throw new IllegalArgumentException("the only arguments are --live and the file to save to");
            }
        } catch (AntispamException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("no temporary directory: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void watchEmulator() throws IOException {
        Path directory = Files.createTempDirectory("watch-blocks");
        Path file = directory.resolve("state");
        try {
            new WatchBlocks(System.out, file).runOnEmulator();
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory.resolve("state.lock"));
            Files.delete(directory);
        }
    }

    private void watchLiveAccount() {
        try (AntispamClient antispam = AntispamClient.create()) {
            watch(antispam);
        }
    }

    private void watch(AntispamClient antispam) {
        antispam.sweep().batch(50).watch(INTERVAL).store(WatchStore.file(file)).await(this::notify);
    }

    private void notify(WatchNotice notice) {
        if (notice instanceof Change change) {
            String what = switch (change.kind()) {
                case BLOCKED, BLOCKED_AGAIN -> "blocked  ";
                case UNBLOCKING, UNBLOCKED -> "released ";
                case UNRECOGNIZED -> "unknown  ";
            };
            // A handler could begin a release: change.finding().resource().release(..).start()
            out.println("   " + what + change);
        } else if (notice instanceof SweepFailed failed) {
            out.println("   failed   " + failed);
        }
    }

    private void runOnEmulator() {
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            EmulatedSpamIp first = emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1");
            EmulatedSpamIp second = emulator.ipBlock("198.51.100.0/24").spamIp("198.51.100.7");
            first.blockedFor(Duration.ofHours(1));

            out.println("1. An address is blocked already, another one is later");
            watch(emulator, () -> second.blockedFor(Duration.ofHours(1)), first::unblocked);

            out.println("2. While no watch is running, one is blocked again and one released");
            emulator.clock().advance(Duration.ofHours(2));
            first.reoffends();
            second.unblocked();
            watch(emulator);

            out.println("3. The API is away for a while");
            watch(
                    emulator,
                    () -> emulator.faults().on(Operation.LIST_BLOCKS).status(503, "back soon"),
                    () -> emulator.faults().clear(),
                    first::unblocked);
        }
    }

    /** Watches through a few intervals, in each of which something happens, and is then stopped as a service is. */
    private void watch(AntispamEmulator emulator, Runnable... events) {
        Queue<Runnable> happening = new ArrayDeque<>(List.of(events));
        Consumer<Duration> passing = duration -> {
            if (duration.compareTo(Duration.ofMinutes(1)) > 0) { // the pause until the next sweep
                if (happening.isEmpty()) {
                    Thread.currentThread().interrupt();
                } else {
                    happening.remove().run();
                }
            }
        };
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .sleeper(duration -> {
                    passing.accept(duration);
                    emulator.clock().sleep(duration);
                })
                .build()) {
            watch(antispam);
        } catch (AntispamInterruptedException e) {
            Thread.interrupted(); // it was meant for the watch, and this program goes on
        }
    }
}
