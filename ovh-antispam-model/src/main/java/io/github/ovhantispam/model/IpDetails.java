package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.model.internal.PrintableText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a block ({@code ip.Ip}).
 *
 * <p>A class and not a record because this object has grown at every revision of the API. What the vendor marks as
 * alpha may be absent, and is null here then.
 */
@JsonAutoDetect(
        creatorVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
public final class IpDetails {

    private final Fields fields;

    private IpDetails(Fields fields) {
        this.fields = fields;
    }

    /** All fields as they are on the wire, so that equality, hash and round trip come from one place. */
    private record Fields(
            IpBlock ip,
            IpType type,
            boolean canBeTerminated,
            @Nullable String country,
            @Nullable String description,
            @Nullable String organisationId,
            @Nullable RoutedTo routedTo,
            @Nullable String campus,
            @Nullable List<String> regions,
            @Nullable String rir,
            @Nullable Boolean bringYourOwnIp,
            @Nullable Boolean isAdditionalIp,
            @Nullable Integer version) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RoutedTo(@JsonProperty("serviceName") @Nullable String serviceName) {}

    /**
     * Starts a description of a block.
     *
     * @param ip the block
     * @param type what it belongs to
     * @return a builder whose other fields are false or absent
     */
    public static Builder builder(IpBlock ip, IpType type) {
        return new Builder(ip, type);
    }

    @JsonCreator
    static IpDetails ofWire(
            @JsonProperty("ip") @Nullable String ip,
            @JsonProperty("type") @Nullable String type,
            @JsonProperty("canBeTerminated") @Nullable Boolean canBeTerminated,
            @JsonProperty("country") @Nullable String country,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("organisationId") @Nullable String organisationId,
            @JsonProperty("routedTo") @Nullable RoutedTo routedTo,
            @JsonProperty("campus") @Nullable String campus,
            @JsonProperty("regions") @Nullable List<@Nullable String> regions,
            @JsonProperty("rir") @Nullable String rir,
            @JsonProperty("bringYourOwnIp") @Nullable Boolean bringYourOwnIp,
            @JsonProperty("isAdditionalIp") @Nullable Boolean isAdditionalIp,
            @JsonProperty("version") @Nullable Integer version) {
        return new IpDetails(new Fields(
                new WireField("IpDetails.ip").read(ip, IpBlock::of),
                new WireField("IpDetails.type").read(type, IpType::of),
                new WireField("IpDetails.canBeTerminated").required(canBeTerminated),
                country,
                description,
                organisationId,
                routedTo,
                campus,
                regions == null ? null : new WireField("IpDetails.regions").list(regions),
                rir,
                bringYourOwnIp,
                isAdditionalIp,
                version));
    }

    /**
     * Returns the block, as listed.
     *
     * @return the block
     */
    @JsonProperty("ip")
    public IpBlock ip() {
        return fields.ip;
    }

    /**
     * Returns the type of service that the block belongs to.
     *
     * @return the type
     */
    @JsonProperty("type")
    public IpType type() {
        return fields.type;
    }

    /**
     * Returns true when the customer can terminate the block.
     *
     * @return true when it can be terminated
     */
    @JsonProperty("canBeTerminated")
    public boolean canBeTerminated() {
        return fields.canBeTerminated;
    }

    /**
     * Returns the country the block is registered in.
     *
     * @return two lower-case letters, or null
     */
    @JsonProperty("country")
    public @Nullable String country() {
        return fields.country;
    }

    /**
     * Returns the customer's own note.
     *
     * @return free text, or null
     */
    @JsonProperty("description")
    public @Nullable String description() {
        return fields.description;
    }

    /**
     * Returns the organisation the block is registered for.
     *
     * @return its id, or null
     */
    @JsonProperty("organisationId")
    public @Nullable String organisationId() {
        return fields.organisationId;
    }

    /**
     * Returns the service that the block is routed to ({@code routedTo.serviceName}).
     *
     * @return its name, or null when the block is not routed
     */
    public @Nullable String routedTo() {
        return fields.routedTo == null ? null : fields.routedTo.serviceName;
    }

    @JsonProperty("routedTo")
    @Nullable
    RoutedTo routedToOnWire() {
        return fields.routedTo;
    }

    /**
     * Where the block can be used. Alpha.
     *
     * @return a campus, or null
     */
    @JsonProperty("campus")
    public @Nullable String campus() {
        return fields.campus;
    }

    /**
     * Where the block can be used, as region names. Alpha.
     *
     * @return an immutable list, empty where the API returns none
     */
    public List<String> regions() {
        return fields.regions == null ? List.of() : fields.regions;
    }

    @JsonProperty("regions")
    @Nullable
    List<String> regionsOnWire() {
        return fields.regions;
    }

    /**
     * Returns the regional internet registry of the block. Alpha.
     *
     * @return its name, or null
     */
    @JsonProperty("rir")
    public @Nullable String rir() {
        return fields.rir;
    }

    /**
     * Returns true when the customer brought the block along. Alpha.
     *
     * @return null where the API does not say
     */
    @JsonProperty("bringYourOwnIp")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable Boolean bringYourOwnIp() {
        return fields.bringYourOwnIp;
    }

    /**
     * Returns true when this is an Additional IP. Alpha.
     *
     * @return null where the API does not say
     */
    @JsonProperty("isAdditionalIp")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable Boolean isAdditionalIp() {
        return fields.isAdditionalIp;
    }

    /**
     * Returns the version of the Internet Protocol. Alpha.
     *
     * @return 4 or 6, or null where the API does not say
     */
    @JsonProperty("version")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable Integer version() {
        return fields.version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpDetails that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Returns the block, its type, its service and its description, made fit to be printed. */
    @Override
    public String toString() {
        return "IpDetails[ip=" + fields.ip + ", type=" + fields.type + ", routedTo=" + printable(routedTo())
                + ", description=" + printable(fields.description) + ']';
    }

    private static @Nullable String printable(@Nullable String text) {
        return text == null ? null : PrintableText.of(text);
    }

    /** Builds an {@link IpDetails}, for tests of code that reads one. */
    public static final class Builder {

        private final IpBlock ip;
        private final IpType type;
        private boolean canBeTerminated;
        private @Nullable String country;
        private @Nullable String description;
        private @Nullable String routedTo;

        private Builder(IpBlock ip, IpType type) {
            this.ip = Objects.requireNonNull(ip, "ip");
            this.type = Objects.requireNonNull(type, "type");
        }

        /**
         * Sets whether the customer can terminate the block; false unless set.
         *
         * @param canBeTerminated whether it can be terminated
         * @return this
         */
        public Builder canBeTerminated(boolean canBeTerminated) {
            this.canBeTerminated = canBeTerminated;
            return this;
        }

        /**
         * Sets the country the block is registered in.
         *
         * @param country two lower-case letters
         * @return this
         */
        public Builder country(String country) {
            this.country = country;
            return this;
        }

        /**
         * Sets the customer's own note.
         *
         * @param description free text
         * @return this
         */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets the service that the block is routed to.
         *
         * @param serviceName its name
         * @return this
         */
        public Builder routedTo(String serviceName) {
            this.routedTo = serviceName;
            return this;
        }

        /**
         * Builds the value.
         *
         * @return the details
         */
        public IpDetails build() {
            return new IpDetails(new Fields(
                    ip,
                    type,
                    canBeTerminated,
                    country,
                    description,
                    null,
                    routedTo == null ? null : new RoutedTo(routedTo),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
    }
}
