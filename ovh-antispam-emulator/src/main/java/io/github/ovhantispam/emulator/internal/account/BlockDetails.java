package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.model.IpType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a block beside its text ({@code ip.IpWithIAM}). Immutable.
 *
 * @param regions the regions it can be used in; null when the API says nothing of them
 */
public record BlockDetails(
        IpType type,
        Set<Flag> flags,
        Map<Text, String> texts,
        @Nullable List<String> regions,
        Map<String, String> tags) {

    /** A property that is true or false. */
    public enum Flag {
        ADDITIONAL_IP,
        BRING_YOUR_OWN_IP,
        CAN_BE_TERMINATED
    }

    /** A property that is a text or null. */
    public enum Text {
        CAMPUS,
        COUNTRY,
        DESCRIPTION,
        ORGANISATION_ID,
        RIR,
        /** {@code routedTo.serviceName}. */
        ROUTED_TO
    }

    static BlockDetails ofNewBlock() {
        return new BlockDetails(IpType.DEDICATED, Set.of(), Map.of(), null, Map.of());
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    public @Nullable String text(Text text) {
        return texts.get(text);
    }

    public BlockDetails with(IpType value) {
        return new BlockDetails(value, flags, texts, regions, tags);
    }

    public BlockDetails with(Flag flag, boolean value) {
        Set<Flag> changed = EnumSet.noneOf(Flag.class);
        changed.addAll(flags);
        if (value) {
            changed.add(flag);
        } else {
            changed.remove(flag);
        }
        return new BlockDetails(type, changed, texts, regions, tags);
    }

    public BlockDetails with(Text text, @Nullable String value) {
        Map<Text, String> changed = new EnumMap<>(Text.class);
        changed.putAll(texts);
        if (value == null) {
            changed.remove(text);
        } else {
            changed.put(text, value);
        }
        return new BlockDetails(type, flags, changed, regions, tags);
    }

    /** Returns a copy with other regions. */
    public BlockDetails withRegions(List<String> value) {
        return new BlockDetails(type, flags, texts, value, tags);
    }

    /** Returns a copy with other tags. */
    public BlockDetails withTags(Map<String, String> value) {
        return new BlockDetails(type, flags, texts, regions, value);
    }
}
