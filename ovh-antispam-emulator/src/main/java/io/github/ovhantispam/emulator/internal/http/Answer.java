package io.github.ovhantispam.emulator.internal.http;

/**
 * A response and how it travels.
 *
 * @param response what to answer
 * @param delivery how
 */
public record Answer(HttpResponse response, Delivery delivery) {

    /**
     * Returns a response that travels at once and whole.
     *
     * @param response the response
     * @return the answer
     */
    public static Answer prompt(HttpResponse response) {
        return new Answer(response, Delivery.prompt());
    }
}
