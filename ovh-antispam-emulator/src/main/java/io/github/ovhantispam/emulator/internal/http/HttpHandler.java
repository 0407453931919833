package io.github.ovhantispam.emulator.internal.http;

/** The maker of responses; called by many threads at once. */
@FunctionalInterface
public interface HttpHandler {

    /** Responds to a request. */
    OutgoingResponse handle(HttpRequest request);
}
