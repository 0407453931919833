package io.github.ovhantispam.emulator.internal.http;

/**
 * A request and what becomes of the connection that brought it.
 *
 * @param isLast whether the connection ends with the answer to it
 */
public record ReceivedRequest(HttpRequest request, boolean isLast) {}
