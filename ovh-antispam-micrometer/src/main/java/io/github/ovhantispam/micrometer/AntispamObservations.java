package io.github.ovhantispam.micrometer;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Objects;

/**
 * A listener that makes a Micrometer observation of each request: a span where traces are collected, by OpenTelemetry
 * for example, and a timer where meters are.
 *
 * <p>The observation is named {@code antispam.requests}; in a trace {@code GET /ip/{ip}/spam}. Its key values of low
 * cardinality are {@code method}, {@code route}, {@code resend} ({@code true} for the second attempt of a call and
 * later ones), and {@code outcome}, which is the HTTP status, or the simple name of the exception where no response
 * arrived. {@code query.id}, by which the vendor's support finds a request, is of high cardinality.
 */
public final class AntispamObservations implements AntispamListener {

    private final ObservationRegistry registry;

    /** The request of this thread, which makes one at a time. Not static: two listeners may see the same request. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Observation> current = new ThreadLocal<>();

    private AntispamObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    /**
     * Returns a listener, for {@code AntispamClient.builder().listener(..)}.
     *
     * @param registry where the observations are reported
     * @return a new listener, good for any number of clients
     */
    public static AntispamObservations of(ObservationRegistry registry) {
        return new AntispamObservations(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public void requestStarted(Request request) {
        current.set(Observation.createNotStarted("antispam.requests", registry)
                .contextualName(request.method() + ' ' + request.route())
                .lowCardinalityKeyValue("method", request.method())
                .lowCardinalityKeyValue("route", request.route())
                .lowCardinalityKeyValue("resend", String.valueOf(request.attempt() > 1))
                .start());
    }

    @Override
    public void responseReceived(Request request, Response response) {
        Observation observation = taken();
        observation.lowCardinalityKeyValue("outcome", String.valueOf(response.statusCode()));
        if (response.queryId() != null) {
            observation.highCardinalityKeyValue("query.id", response.queryId());
        }
        observation.stop();
    }

    @Override
    public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
        taken().lowCardinalityKeyValue("outcome", failure.getClass().getSimpleName())
                .error(failure)
                .stop();
    }

    private Observation taken() {
        Observation observation = current.get();
        current.remove();
        return observation == null ? Observation.NOOP : observation;
    }
}
