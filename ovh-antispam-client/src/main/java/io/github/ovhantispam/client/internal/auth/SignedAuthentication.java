package io.github.ovhantispam.client.internal.auth;

import io.github.ovhantispam.client.internal.call.ApiResponse;
import io.github.ovhantispam.client.internal.call.Authentication;
import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.call.PlainCalls;
import io.github.ovhantispam.client.internal.concurrent.SingleFlight;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.time.ServerClock;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.AuthApi;
import io.github.ovhantispam.client.internal.wire.Route;
import java.time.Duration;
import java.time.Instant;

/**
 * Application keys: requests are signed at the server's time, so the clock is set from {@code /auth/time} before the
 * first of them, once for all threads, and again when the server says that a signature is stale.
 */
final class SignedAuthentication implements Authentication {

    /** A refused signature means a clock that moved, and not a wrong key, when the times are this far apart. */
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    private final ServerClock clock;
    private final AuthApi api;
    private final SingleFlight<Long> flight = new SingleFlight<>();

    SignedAuthentication(ServerClock clock, AuthApi api) {
        this.clock = clock;
        this.api = api;
    }

    @Override
    public void prepare(Attempt attempt, PlainCalls calls, Deadline deadline) {
        attempt.clockGeneration(setSince(0, calls, deadline));
    }

    @Override
    public boolean isOutdated(Failure failure) {
        if (failure.status() != 400) {
            return false; // from any other status, the same words may come after the request was processed
        }
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
    public void correct(Failure failure, PlainCalls calls, Deadline deadline) {
        setSince(failure.attempt().clockGeneration(), calls, deadline);
    }

    private static Instant serverTime(ApiResponse<Long> time) {
        long epochSeconds = time.value();
        if (epochSeconds < EARLIEST || epochSeconds > LATEST) {
            throw time.unexpected("not a time of this century: " + epochSeconds);
        }
        return Instant.ofEpochSecond(epochSeconds);
    }

    @Override
    public void learn(Attempt attempt, Instant sentAt, Instant receivedAt) {
        // the Date header is less exact than what /auth/time said
    }

    /** Sets the clock unless it was set later than a generation; the generation it has then. */
    private long setSince(long generation, PlainCalls calls, Deadline deadline) {
        long current = clock.generation();
        if (current > generation) {
            return current;
        }
        return calls.once(
                flight,
                () -> clock.generation() > generation ? Long.valueOf(clock.generation()) : null,
                () -> {
                    ApiResponse<Long> time = calls.readPlain(CallRequest.of(Route.TIME, api::time), deadline);
                    clock.set(serverTime(time), time.sentAt(), time.receivedAt());
                    return clock.generation();
                },
                deadline);
    }
}
