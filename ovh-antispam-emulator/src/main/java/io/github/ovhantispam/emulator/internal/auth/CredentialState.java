package io.github.ovhantispam.emulator.internal.auth;

/** The state of a consumer key. */
public enum CredentialState {
    /** Requested, and nobody has agreed yet. */
    PENDING_VALIDATION("pendingValidation"),
    /** In use. */
    VALIDATED("validated"),
    /** Turned down. */
    REFUSED("refused"),
    /** Over, by time or by logout. */
    EXPIRED("expired");

    private final String wire;

    CredentialState(String wire) {
        this.wire = wire;
    }

    /** Returns the text on the wire. */
    public String wire() {
        return wire;
    }
}
