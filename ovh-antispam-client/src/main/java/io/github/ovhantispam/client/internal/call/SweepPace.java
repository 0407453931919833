package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import io.github.ovhantispam.client.internal.time.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The moments at which the requests of a sweep may go out, whichever of its workers makes them: as often as the rate
 * allows, and more slowly while the server says that it is too much (429, 503). One refusal slows all of them, once:
 * requests that were out already when it came say nothing new.
 *
 * <p>Refusals that break into a calm are taken for an outage: each response after it takes three quarters of the
 * slowness away. Those that come back before fifty requests in a row succeeded are taken for a limit, which is better
 * approached slowly: each response then takes an eighth away.
 */
public final class SweepPace {

    private static final Duration FIRST_SLOWNESS = Duration.ofMillis(250);
    private static final Duration MOST_SLOWNESS = Duration.ofSeconds(8);
    private static final int MANY_REFUSALS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration NOTICEABLE = Duration.ofMillis(20);
    private static final int CALM = 50;

    private final ReentrantLock gate = new ReentrantLock(true);
    private final InstantSource clock;
    private final Duration interval;

    private Duration slowness = Duration.ZERO;
    private Instant next;
    private Instant notBefore;
    private Instant latest;
    private int refusals;
    private int successesInARow = CALM;
    private boolean limited;
    private Instant refusedSince;
    private @Nullable AntispamException refusal;
    private long turns;
    private long turnsWhenSlowed;

    /**
     * A pace.
     *
     * @param interval between two requests as a rule, zero when nothing limits them
     */
    public SweepPace(InstantSource clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
        this.latest = clock.instant();
        this.next = latest;
        this.notBefore = latest;
        this.refusedSince = latest;
    }

    /**
     * A turn: its number, when it can be taken, and what is left to wait until then; it is taken when that is nothing.
     */
    private record Turn(long number, Instant at, Duration left) {}

    /**
     * Waits until a request may go out. One waits at a time, the others for it: so they take turns as they came, and a
     * clock that is advanced by who sleeps is advanced once.
     *
     * @param scope what can end the wait
     * @return the number of the turn, to say later what came of it
     * @throws AntispamTimeoutException when the server has refused all requests for so long that there is no hope
     */
    long await(Consumer<Duration> sleep, CancellationScope scope) {
        enter(scope);
        try {
            Turn turn = take(Instant.MIN);
            while (!turn.left().isZero()) {
                checkHope(turn.at());
                sleep.accept(turn.left());
                turn = take(turn.at());
            }
            return turn.number();
        } finally {
            gate.unlock();
        }
    }

    /** A server that is away for good must not keep a sweep for as many waits as the account has blocks. */
    private synchronized void checkHope(Instant turn) {
        if (refusals >= MANY_REFUSALS && turn.isAfter(refusedSince.plus(PATIENCE))) {
            throw new AntispamTimeoutException(
                    "not sent: the server has refused the last " + refusals + " requests of the sweep, since "
                            + refusedSince + "; sweep again later",
                    refusal,
                    false);
        }
    }

    private void enter(CancellationScope scope) {
        scope.waiting(() -> {
            gate.lockInterruptibly();
            return gate;
        });
    }

    /** Returns the wait until the next turn, with a rate or after a refusal. */
    synchronized Duration left() {
        return Durations.max(Duration.between(clock.instant(), next), Duration.ZERO);
    }

    /**
     * Takes a turn, or says when that can be done.
     *
     * @param waitedFor a moment that was waited for, whether or not the clock shows it: a sleeper may not advance it
     */
    private synchronized Turn take(Instant waitedFor) {
        Instant now = clock.instant();
        if (now.isBefore(latest)) { // the clock was put back, and with it what is left to wait
            Duration back = Duration.between(now, latest);
            next = next.minus(back);
            notBefore = notBefore.minus(back);
            refusedSince = refusedSince.minus(back);
        }
        latest = now;
        if (now.isBefore(next) && next.isAfter(waitedFor)) {
            return new Turn(0, next, Duration.between(now, next));
        }
        turns++;
        Turn turn = new Turn(turns, next, Duration.ZERO);
        next = now.plus(interval).plus(slowness);
        return turn;
    }

    /** Notes a response that does not say that it is too much. */
    synchronized void accepted(long turn) {
        refusals = 0;
        if (turn <= turnsWhenSlowed) {
            return; // it was out before the server said that it is too much
        }
        successesInARow++;
        Duration before = slowness;
        slowness = limited ? slowness.multipliedBy(7).dividedBy(8) : slowness.dividedBy(4);
        if (slowness.compareTo(NOTICEABLE) < 0) {
            slowness = Duration.ZERO;
        }
        if (turn == turns) { // the turn after it was fixed before it was known that the server responds
            Instant sooner = next.minus(before).plus(slowness);
            next = sooner.isBefore(notBefore) ? notBefore : sooner;
        }
    }

    /** Notes a response that it is too much, and the wait that it asks for, if any. */
    synchronized void refused(long turn, @Nullable Duration retryAfter, AntispamException because) {
        if (refusals == 0) {
            refusedSince = clock.instant();
        }
        refusals++;
        refusal = because;
        if (turn > turnsWhenSlowed) {
            if (successesInARow > 0) {
                limited = successesInARow < CALM;
                successesInARow = 0;
            }
            turnsWhenSlowed = turns;
            slowness = Durations.min(Durations.max(slowness.multipliedBy(2), FIRST_SLOWNESS), MOST_SLOWNESS);
        }
        Instant earliest = clock.instant().plus(retryAfter == null ? slowness : retryAfter);
        if (earliest.isAfter(next)) {
            next = earliest;
        }
        if (retryAfter != null && earliest.isAfter(notBefore)) {
            notBefore = earliest;
        }
    }
}
