package io.github.ovhantispam.client;

import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A listener to the HTTP requests of a client, to count and time them. All methods do nothing unless overridden.
 *
 * <p>Methods run on the thread that makes the request, concurrently if requests are concurrent, and should return
 * quickly. Anything they throw, including an {@link Error}, is logged once and otherwise ignored.
 */
public interface AntispamListener {

    /**
     * Called before a request is sent.
     *
     * @param request the request
     */
    default void requestStarted(Request request) {}

    /**
     * Called when a response, whatever its status, has been read to its end.
     *
     * @param request the request
     * @param response the response
     */
    default void responseReceived(Request request, Response response) {}

    /**
     * Called when no response arrived: the connection failed, the time ran out, or the call was interrupted.
     *
     * @param request the request
     * @param failure the failure
     * @param elapsed the duration of the request, in real time
     */
    default void requestFailed(Request request, AntispamException failure, Duration elapsed) {}

    /**
     * Called before a request is sent again.
     *
     * @param request the request that failed or was refused
     * @param pause how long the client waits first
     * @param because the failure that causes the retry
     */
    default void requestRetried(Request request, Duration pause, AntispamException because) {}

    /**
     * A request, identified by its route rather than its path, so that it can name a metric.
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
