package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.limit.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of an emulator: virtual, standing still until it is advanced, or the time of the machine.
 *
 * <p>Pass it to the client under test as well ({@code clock(emulator.clock())} and
 * {@code sleeper(emulator.clock()::sleep)}), and an hour of waiting takes no time at all. Thread-safe.
 */
public final class EmulatorClock implements InstantSource {

    private final InstantSource base;
    private final boolean virtual;
    private volatile Duration shift = Duration.ZERO;

    private EmulatorClock(InstantSource base, boolean virtual) {
        this.base = base;
        this.virtual = virtual;
    }

    /**
     * Returns a virtual clock, which stands still.
     *
     * @param start what it shows until it is advanced
     * @return a new clock
     * @throws IllegalArgumentException when {@code start} is beyond the year 9999, or before 1970
     */
    public static EmulatorClock startingAt(Instant start) {
        return new EmulatorClock(InstantSource.fixed(DateRange.moment("start", start)), true);
    }

    /**
     * Returns the machine's clock: {@link #sleep} waits for real, and {@link #advance} puts it that much ahead.
     *
     * @return a new clock
     */
    public static EmulatorClock system() {
        return new EmulatorClock(InstantSource.system(), false);
    }

    @Override
    public Instant instant() {
        return DateRange.nearest(base.instant().plus(shift));
    }

    /**
     * Returns true when this clock stands still between two calls of {@link #advance} or {@link #sleep}.
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
        if (by.compareTo(left().minus(shift)) > 0) {
            throw new ArithmeticException("a clock cannot go beyond " + DateRange.LATEST);
        }
        shift = shift.plus(by);
    }

    private Duration left() {
        return Duration.between(base.instant(), DateRange.LATEST);
    }

    /** Moves the clock forward, but not beyond the last moment that it can show. */
    synchronized void advanceUpTo(Duration by) {
        Duration left = left();
        shift = by.compareTo(left.minus(shift)) > 0 ? left : shift.plus(by);
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

    /** Puts a virtual clock to an instant, backwards too: only seeding may, before a test reads it. */
    synchronized void moveTo(Instant instant) {
        shift = Duration.between(base.instant(), DateRange.moment("clock", instant));
    }

    /** Undoes every advance. */
    void restart() {
        shift(Duration.ZERO);
    }

    Duration shift() {
        return shift;
    }

    synchronized void shift(Duration shift) {
        this.shift = shift;
    }
}
