package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.EmulatedRequest;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.error.ErrorResponses;
import io.github.ovhantispam.emulator.internal.fault.FaultEffect;
import io.github.ovhantispam.emulator.internal.http.HttpHandler;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Route;
import io.github.ovhantispam.emulator.internal.routing.Target;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Takes every request from its arrival to its answer: route, faults, processing, journal. */
final class Pipeline implements HttpHandler {

    private final Router router;
    private final Processor processor;
    private final ErrorResponses errors;
    private final ApiSettings settings;
    private final DateStamp date;
    private final Function<EmulatedRequest, Optional<FaultEffect>> faults;
    private final ExchangeLog log;
    private final AtomicLong count = new AtomicLong();

    Pipeline(
            Router router,
            Processor processor,
            ErrorResponses errors,
            ApiSettings settings,
            InstantSource clock,
            Function<EmulatedRequest, Optional<FaultEffect>> faults,
            ExchangeLog log) {
        this.router = router;
        this.processor = processor;
        this.errors = errors;
        this.settings = settings;
        this.date = new DateStamp(clock);
        this.faults = faults;
        this.log = log;
    }

    @Override
    public OutgoingResponse handle(HttpRequest request) {
        Routing routing = router.route(request);
        EmulatedRequest view = view(request, routing);
        Exchange exchange = new Exchange(request, routing, processor, errors, settings.errorBody());
        Optional<FaultEffect> fault = faults.apply(view);
        OutgoingResponse outgoing =
                fault.isPresent() ? fault.get().effect().apply(exchange) : OutgoingResponse.prompt(exchange.process());
        OutgoingResponse stamped = new OutgoingResponse(stamp(outgoing.response()), outgoing.delivery());
        log.add(view, request, exchange, fault.map(FaultEffect::description), stamped);
        return stamped;
    }

    private static EmulatedRequest view(HttpRequest request, Routing routing) {
        Map<String, String> parameters = routing.parts();
        List<Target.Parameter> query = routing.target().map(Target::query).orElse(List.of());
        if (!query.isEmpty()) {
            parameters = new LinkedHashMap<>(parameters);
            for (Target.Parameter parameter : query) {
                parameters.putIfAbsent(parameter.name(), parameter.value());
            }
        }
        return new EmulatedRequest(operation(routing), request.method(), request.target(), parameters);
    }

    private static Operation operation(Routing routing) {
        return routing.isToken()
                ? Operation.OAUTH2_TOKEN
                : routing.route().map(Route::operation).orElse(Operation.UNKNOWN);
    }

    private HttpResponse stamp(HttpResponse response) {
        long number = count.incrementAndGet();
        UUID id = new UUID(0x4000L, 0x8000_0000_0000_0000L | number);
        String query = "EU.ext-1." + Long.toHexString(number) + ".1." + id;
        Map.Entry<String, String> mark = Map.entry("X-Ovh-QueryID", query);
        boolean dated = response.headers().first("Date").isPresent();
        return response.with(dated ? List.of(mark) : List.of(Map.entry("Date", date.now()), mark));
    }
}
