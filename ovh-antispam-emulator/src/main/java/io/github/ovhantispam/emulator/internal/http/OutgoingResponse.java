package io.github.ovhantispam.emulator.internal.http;

/** A response and the way it travels. */
public record OutgoingResponse(HttpResponse response, Delivery delivery) {

    /** Returns a response that travels at once and whole. */
    public static OutgoingResponse prompt(HttpResponse response) {
        return new OutgoingResponse(response, Delivery.prompt());
    }
}
