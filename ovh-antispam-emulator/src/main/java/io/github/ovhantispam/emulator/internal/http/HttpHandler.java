package io.github.ovhantispam.emulator.internal.http;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface HttpHandler {

    /**
     * Answers a request.
     *
     * @param request the request
     * @return the answer
     */
    Answer handle(HttpRequest request);
}
