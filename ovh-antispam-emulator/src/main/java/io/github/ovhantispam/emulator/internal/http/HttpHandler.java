package io.github.ovhantispam.emulator.internal.http;

/** The maker of responses; called by many threads at once. */
@FunctionalInterface
public interface HttpHandler {

    /**
     * Responds to a request.
     *
     * @param request the request
     * @return the response
     */
    OutgoingResponse handle(HttpRequest request);
}
