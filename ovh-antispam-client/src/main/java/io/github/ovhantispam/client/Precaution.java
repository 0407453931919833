package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import java.util.Objects;

/**
 * A condition that must hold before a release is requested: the mail is stopped and the queue is empty. The vendor
 * warns that an address released earlier is blocked again at once, and for longer.
 *
 * <p>It runs on the calling thread just before each unblock request, resends included. When it throws, that request is
 * not sent.
 */
@FunctionalInterface
public interface Precaution {

    /**
     * Checks that an address may be released.
     *
     * @param ip the address about to be released
     * @throws PrecautionException when it is not safe to go on; any other exception ends the call the same way
     */
    void check(IpAddress ip);

    /**
     * Returns this precaution and then another.
     *
     * @param next what must hold as well
     * @return both, in this order; the second does not run when the first throws
     */
    default Precaution and(Precaution next) {
        Objects.requireNonNull(next, "next");
        return ip -> {
            check(ip);
            next.check(ip);
        };
    }

    /**
     * Returns a precaution that checks nothing: the caller affirms that the mail is stopped and the queue is empty.
     *
     * @return a precaution that always holds
     */
    static Precaution mailStoppedAndQueueEmptied() {
        return ip -> {
            // The name at the call is the point: whoever writes it has said so.
        };
    }
}
