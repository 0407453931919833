package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.ReverseIp;

/**
 * A handle on the reverse name of one address ({@code /ip/{ip}/reverse/{ipReverse}}), the name that a DNS look-up of
 * the address returns. Creating a handle sends no request and does not check that there is a name.
 *
 * <p>Setting and deleting a name are idempotent. If a response leaves open whether the request took effect, the name is
 * read. If it is not as requested, the request is sent again, as often as the retry policy allows.
 */
public interface ReverseResource {

    /**
     * Returns the block of the address.
     *
     * @return the block, as passed
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
     * Sets the name ({@code POST /ip/{ip}/reverse}). One request, and a read if the response leaves open whether it
     * took effect.
     *
     * <p>All of the vendor's rules are checked before anything is sent, except one: the name must already resolve to
     * the address in the DNS. The server checks this and rejects other names with an {@link AntispamApiException},
     * possibly even for a while after the DNS record was created.
     *
     * @param reverse a name in lower case with its final dot, at most 80 characters of {@code a-z}, {@code 0-9},
     *     {@code _}, {@code -} and dots; no part begins or ends with a hyphen
     * @return the name as the server has it
     * @throws IllegalArgumentException when the name breaks a rule; nothing was sent
     * @throws AntispamException when the request fails; {@link AntispamException#mayHaveBeenProcessed()} is true if it
     *     may have taken effect nevertheless
     */
    ReverseIp set(String reverse);

    /**
     * Deletes the name ({@code DELETE /ip/{ip}/reverse/{ipReverse}}). One request, and a read if the response leaves
     * open whether it took effect. A consumer key needs {@link AccessRule#REVERSE}.
     *
     * @throws NotFoundException when the address has no name, or the block is not the account's
     * @throws PermissionException when the credentials do not allow it; the message names the rule that is missing
     * @throws AntispamException when the request fails otherwise; {@link AntispamException#mayHaveBeenProcessed()} is
     *     true if it may have taken effect nevertheless
     */
    void delete();
}
