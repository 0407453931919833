package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.ReverseIp;

/**
 * A handle on the reverse name of one address ({@code /ip/{ip}/reverse/{ipReverse}}), the name that a look-up of the
 * address in the DNS gives. To have one costs no request and does not mean that there is a name.
 *
 * <p>Setting a name and deleting one can be repeated without harm: the second time changes nothing. So after a response
 * that leaves open if the request took effect, the name is read; if it is not as it was to be, the request is sent
 * again, as often as the retry policy allows.
 */
public interface ReverseResource {

    /**
     * Returns the block of the address.
     *
     * @return as it was given
     */
    IpBlock block();

    /**
     * Returns the address.
     *
     * @return an address of the block, IPv4 or IPv6
     */
    IpAddress ipReverse();

    /**
     * Reads the name ({@code GET /ip/{ip}/reverse/{ipReverse}}). One request.
     *
     * @return the name
     * @throws NotFoundException when the address has no name, or the block is not the account's
     * @throws AntispamException when the request fails otherwise
     */
    ReverseIp get();

    /**
     * Sets the name ({@code POST /ip/{ip}/reverse}). One request, and a read whenever the response leaves open if it
     * took effect.
     *
     * <p>The vendor's rules are checked before anything is sent, but for one: the name must already resolve to the
     * address in the DNS. The server checks that, and refuses a name that does not with an
     * {@link AntispamApiException}, also for a while after its record was made.
     *
     * @param reverse a name in lower case with its final dot, at most 80 characters of {@code a-z}, {@code 0-9},
     *     {@code _}, {@code -} and dots; no part begins or ends with a hyphen
     * @return the name as the server has it
     * @throws IllegalArgumentException when the name breaks a rule; nothing was sent
     * @throws AntispamException when the request fails; {@link AntispamException#mayHaveBeenProcessed()} tells if it
     *     may have taken effect all the same
     */
    ReverseIp set(String reverse);

    /**
     * Deletes the name ({@code DELETE /ip/{ip}/reverse/{ipReverse}}). One request, and a read whenever the response
     * leaves open if it took effect. A consumer key needs {@link AccessRule#REVERSE}.
     *
     * @throws NotFoundException when the address has no name, or the block is not the account's
     * @throws PermissionException when the credentials do not allow it; the message names the rule that is missing
     * @throws AntispamException when the request fails otherwise; {@link AntispamException#mayHaveBeenProcessed()}
     *     tells if it may have taken effect all the same
     */
    void delete();
}
