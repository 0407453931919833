package io.github.ovhantispam.client.internal;

import java.io.IOException;

/** A body that arrived whole and is not what the API says. */
final class MalformedBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String beginning;

    MalformedBodyException(String problem, String beginning) {
        super(problem);
        this.beginning = beginning;
    }

    String beginning() {
        return beginning;
    }
}
