package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.ErrorFormat;
import io.github.ovhantispam.emulator.internal.auth.Authenticator;
import io.github.ovhantispam.emulator.internal.auth.Caller;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.error.KnownError;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.http.TrustedHosts;
import io.github.ovhantispam.emulator.internal.routes.TokenEndpoint;
import io.github.ovhantispam.emulator.internal.routes.ValidationPage;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.Parameters;
import io.github.ovhantispam.emulator.internal.routing.Route;
import io.github.ovhantispam.emulator.internal.routing.Target;
import java.util.List;
import java.util.Optional;

/** Does what a request asks for: who may, with which parameters, one object or a batch of them. */
final class Processor {

    private final TrustedHosts hosts;
    private final Authenticator authenticator;
    private final ValidationPage validation;
    private final TokenEndpoint tokens;
    private final Batch batch;
    private final ApiSettings settings;

    Processor(
            TrustedHosts hosts,
            Authenticator authenticator,
            ValidationPage validation,
            TokenEndpoint tokens,
            Batch batch,
            ApiSettings settings) {
        this.hosts = hosts;
        this.authenticator = authenticator;
        this.validation = validation;
        this.tokens = tokens;
        this.batch = batch;
        this.settings = settings;
    }

    HttpResponse process(HttpRequest request, Routing routing, ErrorFormat shape) {
        if (request.malformed().isPresent()) {
            HttpRequest.Malformed malformed = request.malformed().get();
            throw new ApiException(malformed.status(), null, "Client::BadRequest", malformed.message(), true);
        }
        if (routing.place() != Routing.Place.API && !hosts.trusts(request)) {
            throw KnownError.UNKNOWN_HOST.exception();
        }
        if (routing.isToken()) {
            return tokens.handle(request);
        }
        Optional<HttpResponse> page = validation.visit(request);
        if (page.isPresent()) {
            return page.get();
        }
        if (routing.route().isEmpty()) {
            throw (routing.allowed().isEmpty() ? KnownError.INVALID_URL : KnownError.WRONG_VERB).exception();
        }
        Route route = routing.route().get();
        Caller caller = route.isOpen() ? new Caller.Anonymous() : authenticator.authenticate(request);
        Optional<Batch.Keys> keys = batch.keys(route, request, routing.parts());
        if (keys.isEmpty() && !caller.mayCall(route.method(), route.path(routing.parts()))) {
            throw KnownError.NOT_GRANTED_CALL.exception();
        }
        List<Target.Parameter> query = routing.target().map(Target::query).orElse(List.of());
        Parameters parameters = Parameters.of(query, route.parameters(), settings.lenient());
        Call call = new Call(request, caller, routing.parts(), parameters);
        return keys.isPresent() ? batch.each(route, call, keys.get(), shape) : route.handle(call);
    }
}
