package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ovhantispam.model.internal.PrintableText;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address, made from its literal and never from a name: no method uses the DNS.
 *
 * <p>Two addresses are equal when they are the same number of the same family, however they were written.
 * {@link #toString()}, which is also the JSON form, is the canonical text: dotted decimal for IPv4, RFC 5952 for IPv6.
 * IPv4 addresses order before IPv6 addresses, then by number.
 */
public final class IpAddress implements Comparable<IpAddress> {

    private final boolean ipv4;
    private final long high;
    private final long low;

    private IpAddress(boolean ipv4, long high, long low) {
        this.ipv4 = ipv4;
        this.high = high;
        this.low = low;
    }

    /**
     * Reads an address literal.
     *
     * @param literal four decimal numbers such as {@code 122.122.122.122}, or an IPv6 literal such as
     *     {@code 2001:41d0:67:d200::1}; no name, no prefix, no zone, no leading zero in a decimal number
     * @return the address
     * @throws IllegalArgumentException when the text is not such a literal
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IpAddress of(String literal) {
        return IpLiteral.parse(Objects.requireNonNull(literal, "literal"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "not an IP address literal: \"" + PrintableText.of(literal) + "\""));
    }

    /**
     * Returns the same address as a {@code java.net} one.
     *
     * @param address an IPv4 or IPv6 address; a scope is dropped, a host name is ignored
     * @return the address
     */
    public static IpAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? ipv4(bits(bytes, 0, 4)) : ipv6(bits(bytes, 0, 8), bits(bytes, 8, 16));
    }

    static IpAddress ipv4(long number) {
        return new IpAddress(true, 0, number);
    }

    static IpAddress ipv6(long high, long low) {
        return new IpAddress(false, high, low);
    }

    private static long bits(byte[] bytes, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits = bits << 8 | (bytes[i] & 0xff);
        }
        return bits;
    }

    /**
     * Returns true when this is an IPv4 address.
     *
     * @return false for IPv6, IPv4-mapped addresses such as {@code ::ffff:192.0.2.1} included
     */
    public boolean isIpv4() {
        return ipv4;
    }

    /**
     * Returns the same address for {@code java.net}, without a DNS look-up.
     *
     * @return an {@link Inet4Address} or an {@link java.net.Inet6Address}; an IPv4-mapped IPv6 address becomes an
     *     {@link Inet4Address}, as everywhere in {@code java.net}
     */
    public InetAddress toInetAddress() {
        byte[] bytes = new byte[ipv4 ? 4 : 16];
        for (int i = 0; i < bytes.length; i++) {
            int fromTheRight = bytes.length - 1 - i;
            long half = fromTheRight < 8 ? low : high;
            bytes[i] = (byte) (half >>> (fromTheRight % 8 * 8));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 bytes are always an address", e);
        }
    }

    /** Returns the number of bits of an address of this family. */
    int width() {
        return ipv4 ? 32 : 128;
    }

    /** Returns this address with every bit after the first {@code prefixLength} cleared. */
    IpAddress network(int prefixLength) {
        if (ipv4) {
            return ipv4(low & upperBits(prefixLength + 32));
        }
        return ipv6(high & upperBits(Math.min(prefixLength, 64)), low & upperBits(Math.max(prefixLength - 64, 0)));
    }

    /**
     * Returns a mask of the first {@code count} of 64 bits; Java shifts by the count modulo 64, hence the special case.
     */
    private static long upperBits(int count) {
        return count == 0 ? 0 : -1L << (64 - count);
    }

    @Override
    public int compareTo(IpAddress other) {
        if (ipv4 != other.ipv4) {
            return ipv4 ? -1 : 1;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress that && ipv4 == that.ipv4 && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low) * 2 + (ipv4 ? 1 : 0);
    }

    /** Returns the canonical text: dotted decimal for IPv4, RFC 5952 for IPv6. */
    @Override
    @JsonValue
    public String toString() {
        return ipv4 ? IpLiteral.printIpv4(low) : IpLiteral.printIpv6(high, low);
    }
}
