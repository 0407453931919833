package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The health of the connection to the API, from the requests that the application makes anyway: unknown before the
 * first; down when the last one was rejected for its credentials, or the last three got no response or one of the
 * status 5xx; else up.
 */
final class ExchangeHealth implements AntispamListener {

    private static final int FAILURES_THAT_COUNT = 3;

    private final InstantSource clock;
    private volatile Seen seen = new Seen("none", Instant.EPOCH, 0, false);

    ExchangeHealth(InstantSource clock) {
        this.clock = clock;
    }

    /** The last request, and how many before it failed like it. */
    private record Seen(String outcome, Instant at, int failuresInARow, boolean rejected) {}

    /** The words that Boot has for it. */
    enum Verdict {
        UNKNOWN,
        UP,
        DOWN
    }

    @Override
    public void responseReceived(Request request, Response response) {
        int status = response.statusCode();
        note(String.valueOf(status), status >= 500, status == 401);
    }

    @Override
    public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
        note(failure.getClass().getSimpleName(), true, false);
    }

    private synchronized void note(String outcome, boolean failed, boolean rejected) {
        seen = new Seen(outcome, clock.instant(), failed ? seen.failuresInARow + 1 : 0, rejected);
    }

    Verdict verdict() {
        Seen now = seen;
        if (now.at.equals(Instant.EPOCH)) {
            return Verdict.UNKNOWN;
        }
        return now.rejected || now.failuresInARow >= FAILURES_THAT_COUNT ? Verdict.DOWN : Verdict.UP;
    }

    Map<String, Object> details() {
        Seen now = seen;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("lastOutcome", now.outcome);
        if (!now.at.equals(Instant.EPOCH)) {
            details.put("lastRequest", now.at.toString());
            details.put("failuresInARow", now.failuresInARow);
        }
        return details;
    }
}
