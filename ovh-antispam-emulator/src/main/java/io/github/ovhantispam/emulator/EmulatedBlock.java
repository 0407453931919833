package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.account.Account;
import io.github.ovhantispam.emulator.internal.account.BlockDetails;
import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A block of the emulated account. Thread-safe; every change is visible to the next request. */
public final class EmulatedBlock {

    private final Account account;
    private final BlockRecord record;

    EmulatedBlock(Account account, BlockRecord record) {
        this.account = account;
        this.record = record;
    }

    private EmulatedBlock change(UnaryOperator<BlockDetails> change) {
        record.change(change);
        return this;
    }

    /**
     * Returns the block.
     *
     * @return with the text that the API lists
     */
    public IpBlock block() {
        return record.block();
    }

    /**
     * Returns an address of this block.
     *
     * @param ipv4 an IPv4 literal
     * @return the address, of which the API knows nothing before it was blocked
     * @throws IllegalArgumentException when the text is not an IPv4 literal, or the address is outside this block
     */
    public EmulatedSpamIp spamIp(String ipv4) {
        IpAddress address = IpAddress.of(ipv4);
        if (!address.isIpv4()) {
            throw new IllegalArgumentException("ipv4: the AntiSpam API knows no IPv6 addresses: " + address);
        }
        if (!record.block().contains(address)) {
            throw new IllegalArgumentException("ipv4: " + address + " is outside " + record.block());
        }
        return new EmulatedSpamIp(record, address);
    }

    /**
     * Sets its type; a new block is {@link IpType#DEDICATED}.
     *
     * @param type the type, which may be one no schema knows
     * @return this block
     */
    public EmulatedBlock type(IpType type) {
        Objects.requireNonNull(type, "type");
        return change(details -> details.with(type));
    }

    /**
     * Describes it.
     *
     * @param description the customer's words
     * @return this block
     */
    public EmulatedBlock description(String description) {
        Objects.requireNonNull(description, "description");
        return change(details -> details.with(BlockDetails.Text.DESCRIPTION, description));
    }

    /**
     * Routes it to a service.
     *
     * @param serviceName the service
     * @return this block
     */
    public EmulatedBlock routedTo(String serviceName) {
        Objects.requireNonNull(serviceName, "serviceName");
        return change(details -> details.with(BlockDetails.Text.ROUTED_TO, serviceName));
    }

    /**
     * Sets the country it is registered in.
     *
     * @param country two lower-case letters
     * @return this block
     */
    public EmulatedBlock country(String country) {
        Objects.requireNonNull(country, "country");
        return change(details -> details.with(BlockDetails.Text.COUNTRY, country));
    }

    /**
     * Sets its location.
     *
     * @param campus the campus
     * @return this block
     */
    public EmulatedBlock campus(String campus) {
        Objects.requireNonNull(campus, "campus");
        return change(details -> details.with(BlockDetails.Text.CAMPUS, campus));
    }

    /**
     * Sets its organisation.
     *
     * @param organisationId the organisation
     * @return this block
     */
    public EmulatedBlock organisationId(String organisationId) {
        Objects.requireNonNull(organisationId, "organisationId");
        return change(details -> details.with(BlockDetails.Text.ORGANISATION_ID, organisationId));
    }

    /**
     * Sets the regions where it can be used.
     *
     * @param regions codenames of regions
     * @return this block
     */
    public EmulatedBlock regions(String... regions) {
        List<String> copy = List.of(regions);
        return change(details -> details.withRegions(copy));
    }

    /**
     * Sets the registry it comes from.
     *
     * @param rir for example {@code RIPE}
     * @return this block
     */
    public EmulatedBlock rir(String rir) {
        Objects.requireNonNull(rir, "rir");
        return change(details -> details.with(BlockDetails.Text.RIR, rir));
    }

    /**
     * Marks it as an Additional IP, or not.
     *
     * @param additionalIp true if so
     * @return this block
     */
    public EmulatedBlock additionalIp(boolean additionalIp) {
        return change(details -> details.with(BlockDetails.Flag.ADDITIONAL_IP, additionalIp));
    }

    /**
     * Marks it as brought by the customer, or not.
     *
     * @param bringYourOwnIp true if so
     * @return this block
     */
    public EmulatedBlock bringYourOwnIp(boolean bringYourOwnIp) {
        return change(details -> details.with(BlockDetails.Flag.BRING_YOUR_OWN_IP, bringYourOwnIp));
    }

    /**
     * Sets whether it can be terminated.
     *
     * @param canBeTerminated true if so
     * @return this block
     */
    public EmulatedBlock canBeTerminated(boolean canBeTerminated) {
        return change(details -> details.with(BlockDetails.Flag.CAN_BE_TERMINATED, canBeTerminated));
    }

    /**
     * Tags it.
     *
     * @param tags its IAM tags, all of them
     * @return this block
     */
    public EmulatedBlock tags(Map<String, String> tags) {
        Map<String, String> copy = Map.copyOf(tags);
        return change(details -> details.withTags(copy));
    }

    /**
     * Sets the reverse name of one of its addresses.
     *
     * @param ip an address of this block
     * @param name the name, with its final dot; not checked, so that it may be one the API would refuse
     * @return this block
     * @throws IllegalArgumentException when the text is not an IP address, or the address is outside this block
     */
    public EmulatedBlock reverse(String ip, String name) {
        IpAddress address = IpAddress.of(ip);
        if (!record.block().contains(address)) {
            throw new IllegalArgumentException("ip: " + address + " is outside " + record.block());
        }
        record.reverses().put(address, Objects.requireNonNull(name, "name"));
        return this;
    }

    /**
     * Lets the service behind it expire: it stays in the list, and every call on it gets a 460.
     *
     * @return this block
     */
    public EmulatedBlock expired() {
        record.expired(true);
        return this;
    }

    /** Takes it out of the account, addresses and all: calls on it get a 404. */
    public void remove() {
        account.remove(record.block());
    }
}
