package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.ErrorFormat;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.error.ErrorResponses;
import io.github.ovhantispam.emulator.internal.error.KnownError;
import io.github.ovhantispam.emulator.internal.fault.Processing;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;

/** One request on its way through the API. Used by one thread. */
public final class Exchange implements Processing {

    private final HttpRequest request;
    private final Routing routing;
    private final Processor processor;
    private final ErrorResponses errors;
    private final ErrorFormat usualShape;
    private boolean processed;
    private boolean breach;

    public Exchange(
            HttpRequest request, Routing routing, Processor processor, ErrorResponses errors, ErrorFormat usualShape) {
        this.request = request;
        this.routing = routing;
        this.processor = processor;
        this.errors = errors;
        this.usualShape = usualShape;
        this.breach = routing.isUnknown();
    }

    @Override
    public HttpResponse process() {
        return process(usualShape);
    }

    @Override
    public HttpResponse process(ErrorFormat shape) {
        processed = true;
        try {
            HttpResponse response = processor.process(request, routing, shape);
            breach = false;
            return response;
        } catch (ApiException e) {
            breach = e.isBreach();
            HttpResponse response = errors.of(e, shape);
            boolean wrongVerb = e.status() == KnownError.WRONG_VERB.exception().status();
            return wrongVerb ? response.with("Allow", String.join(", ", routing.allowed())) : response;
        }
    }

    @Override
    public HttpResponse error(ApiException error) {
        return errors.of(error, usualShape);
    }

    /** Returns true once the API itself has processed the request. */
    public boolean isProcessed() {
        return processed;
    }

    /** Returns true when the request broke the API's contract. */
    public boolean isBreach() {
        return breach;
    }
}
