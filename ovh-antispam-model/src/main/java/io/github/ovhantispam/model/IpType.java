package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ovhantispam.model.internal.PrintableText;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of service that a block of addresses belongs to ({@code ip.IpTypeEnum}).
 *
 * <p>An open set, like {@link SpamState}: a type this version does not know is a value like any other, equality is by
 * the text on the wire, and {@link #known()} is for branching.
 */
public final class IpType {

    private static final Map<String, IpType> CONSTANTS = new HashMap<>();

    /** A content delivery network: {@code cdn}. */
    public static final IpType CDN = constant("cdn", Known.CDN);

    /** Public Cloud, older form: {@code cloud}. */
    public static final IpType CLOUD = constant("cloud", Known.CLOUD);

    /** A dedicated server: {@code dedicated}. */
    public static final IpType DEDICATED = constant("dedicated", Known.DEDICATED);

    /** An Additional IP: {@code failover}. */
    public static final IpType FAILOVER = constant("failover", Known.FAILOVER);

    /** A hosted SSL certificate: {@code hosted_ssl}. */
    public static final IpType HOSTED_SSL = constant("hosted_ssl", Known.HOSTED_SSL);

    /** A housing service: {@code housing}. */
    public static final IpType HOUSING = constant("housing", Known.HOUSING);

    /** A load balancer: {@code loadBalancing}. */
    public static final IpType LOAD_BALANCING = constant("loadBalancing", Known.LOAD_BALANCING);

    /** A mail service: {@code mail}. */
    public static final IpType MAIL = constant("mail", Known.MAIL);

    /** An OverTheBox service: {@code overthebox}. */
    public static final IpType OVERTHEBOX = constant("overthebox", Known.OVERTHEBOX);

    /** Hosted Private Cloud: {@code pcc}. */
    public static final IpType PCC = constant("pcc", Known.PCC);

    /** Public Cloud Instance: {@code pci}. */
    public static final IpType PCI = constant("pci", Known.PCI);

    /** A private network: {@code private}. */
    public static final IpType PRIVATE = constant("private", Known.PRIVATE);

    /** A VPN: {@code vpn}. */
    public static final IpType VPN = constant("vpn", Known.VPN);

    /** A virtual private server: {@code vps}. */
    public static final IpType VPS = constant("vps", Known.VPS);

    /** A vRack: {@code vrack}. */
    public static final IpType VRACK = constant("vrack", Known.VRACK);

    /** A DSL line: {@code xdsl}. */
    public static final IpType XDSL = constant("xdsl", Known.XDSL);

    private final String value;
    private final Known known;

    private IpType(String value, Known known) {
        this.value = value;
        this.known = known;
    }

    private static IpType constant(String value, Known known) {
        IpType type = new IpType(value, known);
        CONSTANTS.put(value, type);
        return type;
    }

    /**
     * Returns the type with this text on the wire.
     *
     * @param value for example {@code dedicated}; an unknown one is accepted
     * @return the constant where there is one
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IpType of(String value) {
        IpType constant = CONSTANTS.get(Objects.requireNonNull(value, "value"));
        return constant != null ? constant : new IpType(value, Known.UNRECOGNIZED);
    }

    /**
     * Returns the text on the wire, unchanged.
     *
     * @return for example {@code dedicated}
     */
    @JsonValue
    public String value() {
        return value;
    }

    /**
     * Returns true when this version of the library knows the type.
     *
     * @return false for a value the API added later
     */
    public boolean isKnown() {
        return known != Known.UNRECOGNIZED;
    }

    /**
     * Returns the type as an enum, for {@code switch}.
     *
     * @return {@link Known#UNRECOGNIZED} for a value the API added later
     */
    public Known known() {
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpType that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the text on the wire, made fit to be printed. */
    @Override
    public String toString() {
        return PrintableText.of(value);
    }

    /** The types this version knows, and one for all others. */
    public enum Known {
        /** {@link IpType#CDN}. */
        CDN,
        /** {@link IpType#CLOUD}. */
        CLOUD,
        /** {@link IpType#DEDICATED}. */
        DEDICATED,
        /** {@link IpType#FAILOVER}. */
        FAILOVER,
        /** {@link IpType#HOSTED_SSL}. */
        HOSTED_SSL,
        /** {@link IpType#HOUSING}. */
        HOUSING,
        /** {@link IpType#LOAD_BALANCING}. */
        LOAD_BALANCING,
        /** {@link IpType#MAIL}. */
        MAIL,
        /** {@link IpType#OVERTHEBOX}. */
        OVERTHEBOX,
        /** {@link IpType#PCC}. */
        PCC,
        /** {@link IpType#PCI}. */
        PCI,
        /** {@link IpType#PRIVATE}. */
        PRIVATE,
        /** {@link IpType#VPN}. */
        VPN,
        /** {@link IpType#VPS}. */
        VPS,
        /** {@link IpType#VRACK}. */
        VRACK,
        /** {@link IpType#XDSL}. */
        XDSL,
        /** A type the API added later; its text is {@link IpType#value()}. */
        UNRECOGNIZED
    }
}
