package io.github.ovhantispam.client;

import io.github.ovhantispam.client.WatchStore.Lease;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A program that saves one state after the other until it is killed: each is that of the file with the time of its
 * first address one second longer, and large enough for a save to take a while.
 */
final class SavingProgram {

    private static final int ADDRESSES = 500;

    private SavingProgram() {}

    /**
     * Saves.
     *
     * @param arguments the file, and optionally how many states
     */
    public static void main(String... arguments) {
        long most = arguments.length > 1 ? Long.parseLong(arguments[1]) : Long.MAX_VALUE;
        try (Lease lease = WatchStore.file(Path.of(arguments[0])).acquire()) {
            long number = number(lease.load());
            System.out.println("loaded " + number);
            for (long i = 1; i <= most; i++) {
                lease.save(state(number + i));
                System.out.println("saved " + (number + i));
            }
        } catch (RuntimeException e) {
            System.out.println("failed: " + e.getMessage());
        }
    }

    static WatchState state(long number) {
        StringBuilder text = new StringBuilder("ovh-antispam-watch 2\nbegun 2026-01-01T11:00:00Z\n");
        for (int i = 0; i < ADDRESSES; i++) {
            String address = "10.0." + i / 250 + '.' + (i % 250 + 1);
            text.append("known ").append(address).append(" 10.0.0.0/16 2026-01-01T12:00Z ");
            text.append(number).append(" blockedForSpam\n");
        }
        text.append("end " + ADDRESSES + ' ');
        CRC32 sum = new CRC32();
        text.chars().forEach(unit -> {
            sum.update(unit >> 8);
            sum.update(unit);
        });
        return WatchState.parse(text + HexFormat.of().toHexDigits((int) sum.getValue()) + '\n');
    }

    /** The number of a state; 0 when it is empty. */
    static long number(WatchState state) {
        return state.text()
                .lines()
                .filter(line -> line.startsWith("known "))
                .mapToLong(line -> Long.parseLong(line.split(" ", -1)[4]))
                .findFirst()
                .orElse(0);
    }
}
