package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamStats;
import java.time.Instant;
import java.util.List;

/**
 * A handle on one address that has sent spam ({@code /ip/{ip}/spam/{ipSpamming}}). Creating one sends no request and
 * does not check that the address ever sent spam.
 */
public interface SpamIpResource {

    /**
     * Returns the block the address is read through.
     *
     * @return the block, as passed or found
     */
    IpBlock block();

    /**
     * Returns the address.
     *
     * @return an IPv4 address
     */
    IpAddress ipSpamming();

    /**
     * Returns the state of the address ({@code GET /ip/{ip}/spam/{ipSpamming}}). One request.
     *
     * @return state, date and time of the last block, and the earliest time of a release
     * @throws NotFoundException when the address never sent spam, or the block is not the account's
     * @throws AntispamException when the request fails otherwise
     */
    SpamIp get();

    /**
     * Returns what was detected around the last block: from 24 hours before its date until 24 hours after it, or until
     * now if that is earlier. Two requests: one reads the date as {@link #get()} does, the other the statistics.
     *
     * @return one entry for each block of the address in that period, so rarely more than one; immutable
     * @throws NotFoundException when the address never sent spam, or the block is not the account's
     * @throws AntispamException when a request fails otherwise
     */
    List<SpamStats> stats();

    /**
     * Returns the spam that was detected in a period ({@code GET /ip/{ip}/spam/{ipSpamming}/stats}). One request.
     *
     * @param from the beginning of the period; sent to the second, rounded down
     * @param to its end; sent to the second, rounded up
     * @return one entry for each block of the address in the period, immutable
     * @throws IllegalArgumentException when {@code from} is after {@code to}
     * @throws NotFoundException when the address never sent spam, or the block is not the account's
     * @throws AntispamException when the request fails otherwise
     */
    List<SpamStats> stats(Instant from, Instant to);

    /**
     * Requests the release ({@code POST /ip/{ip}/spam/{ipSpamming}/unblock}). One request, and one more to read the
     * state if the response leaves open whether the request took effect.
     *
     * <p>At most one unblock request of a call takes effect. The release takes several minutes to become effective;
     * {@link #release} waits for it.
     *
     * @param precaution what must hold; it runs just before the request, and before each resend
     * @return the address, {@code unblocking} as a rule
     * @throws IpStillBlockedException when it is too early, with the time that remains
     * @throws PrecautionException when the precaution does not hold; nothing was sent
     * @throws AntispamException when the request fails otherwise; {@link AntispamException#mayHaveBeenProcessed()} is
     *     true if it may have taken effect nevertheless
     */
    SpamIp unblock(Precaution precaution);

    /**
     * Returns a release, which waits until the block has run out, unblocks the address, and waits until the release is
     * effective.
     *
     * @param precaution what must hold; it runs just before each unblock request
     * @return the release, not begun yet
     */
    Release release(Precaution precaution);
}
