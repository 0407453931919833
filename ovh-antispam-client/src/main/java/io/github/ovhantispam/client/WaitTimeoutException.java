package io.github.ovhantispam.client;

import io.github.ovhantispam.model.SpamState;
import java.util.List;

/** A release that did not finish within its time limit. Requests sent by then stay in effect. */
public final class WaitTimeoutException extends AntispamException {

    private static final long serialVersionUID = 1L;

    private final transient List<SpamState> observed;

    /**
     * A wait that took too long.
     *
     * @param message one line
     * @param observed every state that was seen, in order, a state that stayed only once
     * @param mayHaveBeenProcessed whether the release was accepted before
     */
    public WaitTimeoutException(String message, List<SpamState> observed, boolean mayHaveBeenProcessed) {
        super(message, null, mayHaveBeenProcessed);
        this.observed = List.copyOf(observed);
    }

    /**
     * Every state that was seen.
     *
     * @return in order, a state that stayed only once
     */
    public List<SpamState> observed() {
        return observed;
    }
}
