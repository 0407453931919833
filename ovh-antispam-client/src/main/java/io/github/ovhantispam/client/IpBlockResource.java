package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;

/** A handle on one block ({@code /ip/{ip}}). Creating one sends no request and does not check that the block exists. */
public interface IpBlockResource {

    /**
     * Returns the block.
     *
     * @return the block, as passed
     */
    IpBlock block();

    /**
     * Returns the properties of the block ({@code GET /ip/{ip}}). One request.
     *
     * @return the details
     * @throws NotFoundException when the block is not the account's
     * @throws AntispamException when the request fails otherwise
     */
    IpDetails get();

    /**
     * Returns the addresses of the block that have sent spam.
     *
     * @return a query, which costs nothing until it is used
     */
    SpamIpQuery spamIps();

    /**
     * Returns a handle on one address of the block.
     *
     * @param ipSpamming an IPv4 literal
     * @return the handle
     * @throws IllegalArgumentException when it is not an IPv4 literal, or lies outside the block
     */
    SpamIpResource spamIp(String ipSpamming);

    /**
     * Returns a handle on one address of the block.
     *
     * @param ipSpamming an IPv4 address
     * @return the handle
     * @throws IllegalArgumentException when it is an IPv6 address, or lies outside the block
     */
    SpamIpResource spamIp(IpAddress ipSpamming);

    /**
     * Returns the addresses of the block that have a reverse name.
     *
     * @return a query, which costs nothing until it is used
     */
    ReverseQuery reverse();

    /**
     * Returns a handle on the reverse name of one address of the block.
     *
     * @param ipReverse an IPv4 or IPv6 literal
     * @return the handle
     * @throws IllegalArgumentException when it is not an address, or lies outside the block
     */
    ReverseResource reverse(String ipReverse);

    /**
     * Returns a handle on the reverse name of one address of the block.
     *
     * @param ipReverse an address
     * @return the handle
     * @throws IllegalArgumentException when it lies outside the block
     */
    ReverseResource reverse(IpAddress ipReverse);
}
