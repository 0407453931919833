package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.internal.Outcome.Answer;
import java.time.Duration;
import java.time.Instant;

/**
 * Application keys: requests are signed at the server's time, so the clock is set from {@code /auth/time} before the
 * first of them, once for all threads, and again when the server says that a signature is stale.
 */
final class SignedAuthentication implements Authentication {

    /** A refused signature means a clock that moved, and not a wrong key, when the times are this far apart. */
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final ServerClock clock;
    private final AuthApi api;
    private final SingleFlight<Long> flight = new SingleFlight<>();

    SignedAuthentication(ServerClock clock, AuthApi api) {
        this.clock = clock;
        this.api = api;
    }

    @Override
    public void prepare(Attempt attempt, Calls calls, Deadline deadline) {
        attempt.clockGeneration(setSince(0, calls, deadline));
    }

    @Override
    public boolean isOutdated(Failure failure) {
        if (failure.saysCode("QUERY_TIME_OUT")) {
            return true;
        }
        Instant signedAt = failure.attempt().signedAt();
        Instant serverDate = failure.serverDate();
        return failure.saysCode("INVALID_SIGNATURE")
                && signedAt != null
                && serverDate != null
                && Duration.between(signedAt, serverDate).abs().compareTo(TOLERATED) > 0;
    }

    @Override
    public void correct(Failure failure, Calls calls, Deadline deadline) {
        setSince(failure.attempt().clockGeneration(), calls, deadline);
    }

    @Override
    public void learn(Attempt attempt, Instant sentAt, Instant receivedAt) {
        // the Date header is less exact than what /auth/time said
    }

    /** Sets the clock unless it was set later than a generation; the generation it has then. */
    private long setSince(long generation, Calls calls, Deadline deadline) {
        long current = clock.generation();
        if (current > generation) {
            return current;
        }
        return calls.once(
                flight,
                () -> clock.generation() > generation ? Long.valueOf(clock.generation()) : null,
                () -> {
                    Answer<Long> time = calls.readPlain(Route.TIME, api::time, deadline);
                    clock.set(Instant.ofEpochSecond(time.value()), time.sentAt(), time.receivedAt());
                    return clock.generation();
                },
                deadline);
    }
}
