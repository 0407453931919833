package io.github.ovhantispam.micrometer;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;

/**
 * A listener that feeds a Micrometer registry.
 *
 * <ul>
 *   <li>{@code antispam.requests}, a timer: tags {@code method}, {@code route}, and {@code outcome}, which is the HTTP
 *       status, or the simple name of the exception where no response arrived
 *   <li>{@code antispam.retries}, a counter: tags {@code method} and {@code route}
 * </ul>
 *
 * <p>Routes and not paths name the meters, so their number does not grow with that of the addresses. Do not use it
 * together with {@link AntispamObservations} on one registry: both time each request under the same name.
 */
public final class AntispamMetrics implements AntispamListener {

    private final MeterRegistry registry;

    private AntispamMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Returns a listener, for {@code AntispamClient.builder().listener(..)}.
     *
     * @param registry the registry to feed
     * @return a new listener, good for any number of clients
     */
    public static AntispamMetrics of(MeterRegistry registry) {
        return new AntispamMetrics(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public void responseReceived(Request request, Response response) {
        time(request, String.valueOf(response.statusCode()), response.elapsed());
    }

    @Override
    public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
        time(request, failure.getClass().getSimpleName(), elapsed);
    }

    @Override
    public void requestRetried(Request request, Duration pause, AntispamException because) {
        registry.counter("antispam.retries", "method", request.method(), "route", request.route())
                .increment();
    }

    private void time(Request request, String outcome, Duration elapsed) {
        Timer.builder("antispam.requests")
                .description("Requests to the OVHcloud AntiSpam API, resends included")
                .tag("method", request.method())
                .tag("route", request.route())
                .tag("outcome", outcome)
                .register(registry)
                .record(elapsed);
    }
}
