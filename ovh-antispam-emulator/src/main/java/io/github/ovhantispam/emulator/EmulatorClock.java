package io.github.ovhantispam.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of an emulator: virtual, standing still until it is told to advance, or the time of the machine.
 *
 * <p>Give it to the client under test as well ({@code clock(emulator.clock())} and
 * {@code sleeper(emulator.clock()::sleep)}), and an hour of waiting takes no time at all. Thread-safe.
 */
public final class EmulatorClock implements InstantSource {

    /** The last moment that the dates of HTTP can express. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final InstantSource base;
    private final boolean virtual;
    private volatile Duration shift = Duration.ZERO;

    private EmulatorClock(InstantSource base, boolean virtual) {
        this.base = base;
        this.virtual = virtual;
    }

    /**
     * A virtual clock, which stands still.
     *
     * @param start what it shows until it is advanced
     * @return a new clock
     * @throws IllegalArgumentException when {@code start} is beyond the year 9999, or before 1970
     */
    public static EmulatorClock startingAt(Instant start) {
        if (start.isAfter(LATEST) || start.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("start: not from 1970 to 9999: " + start);
        }
        return new EmulatorClock(InstantSource.fixed(start), true);
    }

    /**
     * The machine's clock: {@link #sleep} waits for real, and {@link #advance} puts it that much ahead.
     *
     * @return a new clock
     */
    public static EmulatorClock system() {
        return new EmulatorClock(InstantSource.system(), false);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(shift);
    }

    /**
     * Whether this clock stands still between two calls of {@link #advance} or {@link #sleep}.
     *
     * @return false for the machine's clock
     */
    public boolean isVirtual() {
        return virtual;
    }

    /**
     * Moves the clock forward.
     *
     * @param by how far; zero changes nothing
     * @throws IllegalArgumentException when {@code by} is negative: time does not run backwards
     * @throws ArithmeticException when it would go beyond the year 9999
     */
    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("by: a clock does not run backwards: " + by);
        }
        shift = reachable(shift.plus(by));
    }

    private Duration reachable(Duration shift) {
        if (shift.compareTo(Duration.between(base.instant(), LATEST)) > 0) {
            throw new ArithmeticException("a clock cannot go beyond " + LATEST);
        }
        return shift;
    }

    /**
     * Waits: on a virtual clock by advancing it at once, on the machine's clock for real.
     *
     * @param duration how long; zero or less returns at once
     * @throws InterruptedException when the thread is interrupted before or while it waits; the clock is then not
     *     advanced
     */
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a wait of " + duration);
        }
        if (duration.isNegative() || duration.isZero()) {
            return;
        }
        if (virtual) {
            advance(duration);
        } else {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        }
    }

    /** Puts a virtual clock to an instant, backwards too: only seeding may, before a test looks at it. */
    synchronized void moveTo(Instant instant) {
        shift = Duration.between(base.instant(), instant);
    }

    /** Undoes every advance. */
    synchronized void restart() {
        shift = Duration.ZERO;
    }
}
