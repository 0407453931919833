package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.model.IpType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the API says of a block beside its text ({@code ip.IpWithIAM}).
 *
 * @param type its type
 * @param additionalIp whether it is an Additional IP
 * @param bringYourOwnIp whether the customer brought it
 * @param canBeTerminated whether it can be given up
 * @param campus where it is
 * @param country where it is registered, two lower-case letters
 * @param description the customer's words
 * @param organisationId its organisation
 * @param regions where it can be used
 * @param rir the registry
 * @param routedTo the service it is routed to
 * @param tags the customer's IAM tags
 */
public record BlockDetails(
        IpType type,
        boolean additionalIp,
        boolean bringYourOwnIp,
        boolean canBeTerminated,
        @Nullable String campus,
        @Nullable String country,
        @Nullable String description,
        @Nullable String organisationId,
        @Nullable List<String> regions,
        @Nullable String rir,
        @Nullable String routedTo,
        Map<String, String> tags) {

    static BlockDetails ofNewBlock() {
        return new BlockDetails(
                IpType.DEDICATED, false, false, false, null, null, null, null, null, null, null, Map.of());
    }

    /**
     * A copy with another {@code type}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withType(IpType value) {
        return new BlockDetails(
                value,
                additionalIp,
                bringYourOwnIp,
                canBeTerminated,
                campus,
                country,
                description,
                organisationId,
                regions,
                rir,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code additionalIp}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withAdditionalIp(boolean value) {
        return new BlockDetails(
                type,
                value,
                bringYourOwnIp,
                canBeTerminated,
                campus,
                country,
                description,
                organisationId,
                regions,
                rir,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code bringYourOwnIp}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withBringYourOwnIp(boolean value) {
        return new BlockDetails(
                type,
                additionalIp,
                value,
                canBeTerminated,
                campus,
                country,
                description,
                organisationId,
                regions,
                rir,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code canBeTerminated}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withCanBeTerminated(boolean value) {
        return new BlockDetails(
                type,
                additionalIp,
                bringYourOwnIp,
                value,
                campus,
                country,
                description,
                organisationId,
                regions,
                rir,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code campus}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withCampus(String value) {
        return new BlockDetails(
                type,
                additionalIp,
                bringYourOwnIp,
                canBeTerminated,
                value,
                country,
                description,
                organisationId,
                regions,
                rir,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code country}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withCountry(String value) {
        return new BlockDetails(
                type,
                additionalIp,
                bringYourOwnIp,
                canBeTerminated,
                campus,
                value,
                description,
                organisationId,
                regions,
                rir,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code description}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withDescription(@Nullable String value) {
        return new BlockDetails(
                type,
                additionalIp,
                bringYourOwnIp,
                canBeTerminated,
                campus,
                country,
                value,
                organisationId,
                regions,
                rir,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code organisationId}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withOrganisationId(String value) {
        return new BlockDetails(
                type,
                additionalIp,
                bringYourOwnIp,
                canBeTerminated,
                campus,
                country,
                description,
                value,
                regions,
                rir,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code regions}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withRegions(List<String> value) {
        return new BlockDetails(
                type,
                additionalIp,
                bringYourOwnIp,
                canBeTerminated,
                campus,
                country,
                description,
                organisationId,
                value,
                rir,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code rir}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withRir(String value) {
        return new BlockDetails(
                type,
                additionalIp,
                bringYourOwnIp,
                canBeTerminated,
                campus,
                country,
                description,
                organisationId,
                regions,
                value,
                routedTo,
                tags);
    }

    /**
     * A copy with another {@code routedTo}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withRoutedTo(String value) {
        return new BlockDetails(
                type,
                additionalIp,
                bringYourOwnIp,
                canBeTerminated,
                campus,
                country,
                description,
                organisationId,
                regions,
                rir,
                value,
                tags);
    }

    /**
     * A copy with another {@code tags}.
     *
     * @param value the new one
     * @return the copy
     */
    public BlockDetails withTags(Map<String, String> value) {
        return new BlockDetails(
                type,
                additionalIp,
                bringYourOwnIp,
                canBeTerminated,
                campus,
                country,
                description,
                organisationId,
                regions,
                rir,
                routedTo,
                value);
    }
}
