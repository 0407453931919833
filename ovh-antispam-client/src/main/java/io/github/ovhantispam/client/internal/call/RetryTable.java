package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.error.TransientFailure;

/**
 * The next step after a failure, for a read and for an unblock.
 *
 * <table>
 * <caption>Next steps</caption>
 * <tr><th>failure</th><th>a read</th><th>an unblock</th><th>a reverse name set or deleted</th><th>a ticket</th></tr>
 * <tr><td>could not connect</td><td>resend</td><td>resend</td><td>resend</td><td>resend</td></tr>
 * <tr><td>reset, timeout, body cut short</td><td>resend</td><td>read back</td><td>read back, then resend</td>
 * <td>fail</td></tr>
 * <tr><td>408, 5xx but 503</td><td>resend</td><td>read back</td><td>read back, then resend</td><td>fail</td></tr>
 * <tr><td>2xx, empty or not the JSON</td><td>fail</td><td>read back</td><td>read back, then resend</td>
 * <td>fail</td></tr>
 * <tr><td>429, 503</td><td>resend</td><td>with Retry-After resend if still blocked by then, else read back</td>
 * <td>read back, then resend</td><td>fail</td></tr>
 * <tr><td>outdated clock or token</td><td>correct, resend once</td><td>the same: nothing ran</td><td>the same</td>
 * <td>the same</td></tr>
 * <tr><td>anything else</td><td>fail</td><td>fail</td><td>fail</td><td>fail</td></tr>
 * </table>
 */
final class RetryTable {

    enum Step {
        FAIL,
        /** Send again after a pause, if the policy and the deadline allow. */
        RESEND,
        /** After what {@code Retry-After} says, send again if the address is still blocked. */
        RESEND_IF_STILL_BLOCKED,
        /** Read the address to see whether the request took effect. */
        READ_BACK,
        /** Correct the clock or the token, then send again, once. */
        CORRECT
    }

    private RetryTable() {}

    static Step afterRead(Failure failure, Authentication authentication) {
        return switch (failure.kind()) {
            case NOT_SENT, LOST, TIMED_OUT -> Step.RESEND;
            case NOT_TRUSTED, NOT_ADMITTED, INTERRUPTED, UNREADABLE, STILL_BLOCKED -> Step.FAIL;
            case REFUSED -> {
                if (authentication.isOutdated(failure)) {
                    yield Step.CORRECT;
                }
                yield TransientFailure.hasStatus(failure.status()) ? Step.RESEND : Step.FAIL;
            }
        };
    }

    /** After a request that changes something; what cannot be read back fails where this says to read back. */
    static Step afterWrite(Failure failure, Authentication authentication) {
        return switch (failure.kind()) {
            case NOT_SENT -> Step.RESEND;
            case LOST, TIMED_OUT, UNREADABLE -> Step.READ_BACK;
            case NOT_TRUSTED, NOT_ADMITTED, INTERRUPTED, STILL_BLOCKED -> Step.FAIL;
            case REFUSED -> {
                if (authentication.isOutdated(failure)) {
                    yield Step.CORRECT;
                }
                yield TransientFailure.hasStatus(failure.status()) ? Step.READ_BACK : Step.FAIL;
            }
        };
    }

    static Step afterUnblock(Failure failure, Authentication authentication) {
        return switch (failure.kind()) {
            case NOT_SENT -> Step.RESEND;
            case LOST, TIMED_OUT, UNREADABLE -> Step.READ_BACK;
            case NOT_TRUSTED, NOT_ADMITTED, INTERRUPTED, STILL_BLOCKED -> Step.FAIL;
            case REFUSED -> {
                if (authentication.isOutdated(failure)) {
                    yield Step.CORRECT;
                }
                if (TransientFailure.isOverload(failure.status()) && failure.retryAfter() != null) {
                    yield Step.RESEND_IF_STILL_BLOCKED;
                }
                yield TransientFailure.hasStatus(failure.status()) ? Step.READ_BACK : Step.FAIL;
            }
        };
    }
}
