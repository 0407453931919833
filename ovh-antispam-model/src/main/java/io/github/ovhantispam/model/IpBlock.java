package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ovhantispam.model.internal.PrintableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A block of addresses as the API lists it: an address and a prefix length, such as {@code 122.122.122.121/28}.
 *
 * <p>The API lists blocks with host bits set and expects the same text in requests, so {@link #toString()}, which is
 * also the JSON form and what is sent in a path, is the text the block was made from, unchanged. Equality is by address
 * and prefix length: {@code 1.2.3.4} equals {@code 1.2.3.4/32}, while {@code 122.122.122.121/28} differs from
 * {@code 122.122.122.112/28}, which is its {@link #network()}.
 */
public final class IpBlock implements Comparable<IpBlock> {

    private final IpAddress address;
    private final int prefixLength;
    private final String text;

    private IpBlock(IpAddress address, int prefixLength, String text) {
        this.address = address;
        this.prefixLength = prefixLength;
        this.text = text;
    }

    /**
     * Reads a block.
     *
     * @param text an address literal, alone or followed by {@code /} and a prefix length; host bits may be set
     * @return the block
     * @throws IllegalArgumentException when the address is not a literal, or the prefix is not a number from 0 to 32
     *     (IPv4) or 128 (IPv6), without leading zeros
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IpBlock of(String text) {
        int slash = Objects.requireNonNull(text, "text").indexOf('/');
        IpAddress address = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> invalid(text, "its address is not an IP address literal"));
        if (slash < 0) {
            return new IpBlock(address, address.width(), text);
        }
        int prefixLength = IpLiteral.decimal(text.substring(slash + 1), 3);
        if (prefixLength < 0 || prefixLength > address.width()) {
            throw invalid(text, "its prefix is not a number from 0 to " + address.width() + " without leading zeros");
        }
        return new IpBlock(address, prefixLength, text);
    }

    private static IllegalArgumentException invalid(String text, String why) {
        return new IllegalArgumentException("not an IP block: \"" + PrintableText.of(text) + "\": " + why);
    }

    /**
     * Returns the address before the slash, host bits and all.
     *
     * @return the address
     */
    public IpAddress address() {
        return address;
    }

    /**
     * Returns the number of leading bits that the addresses of this block share.
     *
     * @return from 0 to 32 for IPv4, to 128 for IPv6; the whole width for a block written without a slash
     */
    public int prefixLength() {
        return prefixLength;
    }

    /**
     * Returns true when this is a block of IPv4 addresses, the only ones that the AntiSpam routes know.
     *
     * @return false for IPv6
     */
    public boolean isIpv4() {
        return address.isIpv4();
    }

    /**
     * Returns the same block with its host bits cleared.
     *
     * @return for example {@code 122.122.122.112/28} for {@code 122.122.122.121/28}
     */
    public IpBlock network() {
        IpAddress network = address.network(prefixLength);
        return new IpBlock(network, prefixLength, network + "/" + prefixLength);
    }

    /**
     * Returns true when an address lies in this block, its network and broadcast addresses included.
     *
     * @param other any address
     * @return false when the families differ
     */
    public boolean contains(IpAddress other) {
        return other.isIpv4() == isIpv4() && other.network(prefixLength).equals(address.network(prefixLength));
    }

    /**
     * Returns true when every address of another block lies in this one.
     *
     * @param other any block
     * @return true for equal blocks, false when the families differ
     */
    public boolean contains(IpBlock other) {
        return other.prefixLength >= prefixLength && contains(other.address);
    }

    /** By address, then wide blocks before narrow ones. */
    @Override
    public int compareTo(IpBlock other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(prefixLength, other.prefixLength);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpBlock that && address.equals(that.address) && prefixLength == that.prefixLength;
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + prefixLength;
    }

    /** Returns the text this block was made from, unchanged. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
