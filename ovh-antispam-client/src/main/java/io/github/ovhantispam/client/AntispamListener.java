package io.github.ovhantispam.client;

import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees every HTTP request of a client, to count and time them. All methods do nothing unless overridden.
 *
 * <p>They run on the thread that makes the request, several at once where several requests are, so they should return
 * at once. What they throw, an {@link Error} included, is logged once and otherwise ignored.
 */
public interface AntispamListener {

    /**
     * A request is about to be sent.
     *
     * @param request which
     */
    default void requestStarted(Request request) {}

    /**
     * A response has arrived and was read to its end, whatever its status.
     *
     * @param request the request
     * @param response the response
     */
    default void responseReceived(Request request, Response response) {}

    /**
     * No response arrived: the connection failed, the time ran out, or the call was interrupted.
     *
     * @param request the request
     * @param failure the failure
     * @param elapsed the duration of the request, in real time
     */
    default void requestFailed(Request request, AntispamException failure, Duration elapsed) {}

    /**
     * A request is going to be sent again.
     *
     * @param request the request that failed or was refused
     * @param pause how long the client waits first
     * @param because why
     */
    default void requestRetried(Request request, Duration pause, AntispamException because) {}

    /**
     * A request, by its route rather than its path, so that it can name a metric.
     *
     * @param method {@code GET} or {@code POST}
     * @param route for example {@code /ip/{ip}/spam/{ipSpamming}/unblock}
     * @param attempt 1 for the first request of a call
     */
    record Request(String method, String route, int attempt) {}

    /**
     * A response.
     *
     * @param statusCode the HTTP status
     * @param queryId the header {@code X-Ovh-QueryId}, made printable, or null
     * @param elapsed from before the request was sent until the body was read, in real time
     */
    record Response(int statusCode, @Nullable String queryId, Duration elapsed) {

        /** Returns a line for a person, such as {@code 200 in 12 ms, query id null}. */
        @Override
        public String toString() {
            return statusCode + " in " + DurationText.of(elapsed.truncatedTo(ChronoUnit.MILLIS)) + ", query id "
                    + queryId;
        }
    }
}
