package io.github.ovhantispam.benchmarks.emulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A GET.
 *
 * @param url what for
 * @param headers what goes with it, but for the host
 */
record Request(URI url, Map<String, String> headers) {

    /** As it is sent. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder("GET ").append(url.getRawPath()).append(" HTTP/1.1\r\nHost: ");
        text.append(url.getRawAuthority()).append("\r\nAccept: application/json\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
