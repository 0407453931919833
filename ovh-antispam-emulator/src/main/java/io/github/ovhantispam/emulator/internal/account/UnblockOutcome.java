package io.github.ovhantispam.emulator.internal.account;

/** The outcome of a request to unblock. */
public sealed interface UnblockOutcome {

    /** The release was accepted. */
    record Accepted(SpamSnapshot now) implements UnblockOutcome {}

    /**
     * The block has not run its time yet.
     *
     * @param seconds how long, rounded up, at least 1
     */
    record TooEarly(long seconds) implements UnblockOutcome {}

    /** The address was not blocked, so nothing changed. */
    record NotBlocked(SpamSnapshot now) implements UnblockOutcome {}
}
