package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When the next request of a sweep may go out, whichever of its workers makes it: as often as the rate allows, and more
 * slowly while the server says that it is too much. One refusal slows all of them, once: requests that were out already
 * when it came say nothing new. Each answer then takes an eighth of the slowness away.
 */
final class Pace {

    private static final Duration FIRST_SLOWNESS = Duration.ofMillis(250);
    private static final Duration MOST_SLOWNESS = Duration.ofSeconds(8);
    private static final int MOST_REFUSALS = 10;
    private static final Duration NOTICEABLE = Duration.ofMillis(20);

    private final ReentrantLock gate = new ReentrantLock(true);
    private final InstantSource clock;
    private final Duration interval;

    private Duration slowness = Duration.ZERO;
    private Instant next;
    private Instant latest;
    private int refusals;
    private @Nullable AntispamException refusal;
    private long turns;
    private long turnsWhenSlowed;

    /**
     * A pace.
     *
     * @param interval between two requests as a rule, zero when nothing limits them
     */
    Pace(InstantSource clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
        this.latest = clock.instant();
        this.next = latest;
    }

    /** A turn: its number, and what has to be waited before it can be taken; it is taken when that is nothing. */
    private record Turn(long number, Duration left) {}

    /**
     * Waits until a request may go out. One waits at a time, the others for it: so they take turns as they came, and a
     * clock that is advanced by who sleeps is advanced once.
     *
     * @param scope what can end the wait
     * @param limit how long to wait at most once the server has refused several requests in a row
     * @return the number of the turn, to say later what came of it
     * @throws AntispamTimeoutException when it would take longer than that
     */
    long await(Consumer<Duration> sleep, CallScope scope, Duration limit) {
        enter(scope);
        try {
            Turn turn = take();
            while (!turn.left().isZero()) {
                checkHope(turn.left(), limit);
                sleep.accept(turn.left());
                turn = take();
            }
            return turn.number();
        } finally {
            gate.unlock();
        }
    }

    /** A server that is away for good must not keep a sweep for as many waits as the account has blocks. */
    private synchronized void checkHope(Duration left, Duration limit) {
        if (refusals >= MOST_REFUSALS && left.compareTo(limit) > 0) {
            throw new AntispamTimeoutException(
                    "not sent: the server refused the last " + refusals
                            + " requests of the sweep, and wants to be left alone for longer than a call may take",
                    refusal,
                    false);
        }
    }

    private void enter(CallScope scope) {
        try {
            scope.blocking(() -> {
                gate.lockInterruptibly();
                return gate;
            });
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a lock throws neither", e);
        }
    }

    private synchronized Turn take() {
        Instant now = clock.instant();
        if (now.isBefore(latest)) { // the clock was put back, and with it what is left to wait
            next = next.minus(Duration.between(now, latest));
        }
        latest = now;
        if (now.isBefore(next)) {
            return new Turn(0, Duration.between(now, next));
        }
        next = now.plus(interval).plus(slowness);
        turns++;
        return new Turn(turns, Duration.ZERO);
    }

    /** The server answered otherwise than that it is too much. */
    synchronized void accepted() {
        refusals = 0;
        slowness = slowness.multipliedBy(7).dividedBy(8);
        if (slowness.compareTo(NOTICEABLE) < 0) {
            slowness = Duration.ZERO;
        }
    }

    /** The server said that it is too much, and perhaps for how long to leave it alone. */
    synchronized void refused(long turn, @Nullable Duration retryAfter, AntispamException because) {
        refusals++;
        refusal = because;
        if (turn > turnsWhenSlowed) {
            turnsWhenSlowed = turns;
            Duration doubled = slowness.multipliedBy(2);
            slowness = doubled.compareTo(FIRST_SLOWNESS) < 0
                    ? FIRST_SLOWNESS
                    : doubled.compareTo(MOST_SLOWNESS) > 0 ? MOST_SLOWNESS : doubled;
        }
        Instant earliest = clock.instant().plus(retryAfter == null ? slowness : retryAfter);
        if (earliest.isAfter(next)) {
            next = earliest;
        }
    }
}
