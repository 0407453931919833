package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.model.internal.PrintableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address and its reverse name, the name that its PTR record points to ({@code ip.ReverseIp}).
 *
 * <p>Make one with {@link #of}; the canonical constructor may gain a parameter when the API gains a field.
 *
 * @param ipReverse the address
 * @param reverse the name, as a rule with its final dot
 */
@JsonAutoDetect(
        creatorVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReverseIp(IpAddress ipReverse, String reverse) {

    private static final WireField IP_REVERSE = new WireField("ReverseIp.ipReverse");
    private static final WireField REVERSE = new WireField("ReverseIp.reverse");

    /**
     * Not for application code: use {@link #of}.
     *
     * @param ipReverse the address
     * @param reverse the name
     */
    public ReverseIp {
        Objects.requireNonNull(ipReverse, "ipReverse");
        Objects.requireNonNull(reverse, "reverse");
    }

    /**
     * Returns an address with its reverse name.
     *
     * @param ipReverse the address
     * @param reverse the name
     * @return the value
     */
    public static ReverseIp of(IpAddress ipReverse, String reverse) {
        return new ReverseIp(ipReverse, reverse);
    }

    @JsonCreator
    static ReverseIp ofWire(
            @JsonProperty("ipReverse") @Nullable String ipReverse, @JsonProperty("reverse") @Nullable String reverse) {
        return new ReverseIp(IP_REVERSE.read(ipReverse, IpAddress::of), REVERSE.required(reverse));
    }

    @JsonProperty("ipReverse")
    String ipReverseOnWire() {
        return ipReverse.toString();
    }

    @JsonProperty("reverse")
    String reverseOnWire() {
        return reverse;
    }

    /** A line for a person, such as {@code 192.0.2.1 is mail.example.com.}. */
    @Override
    public String toString() {
        return ipReverse + " is " + PrintableText.of(reverse);
    }
}
