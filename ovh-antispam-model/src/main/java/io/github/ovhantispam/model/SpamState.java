package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ovhantispam.model.internal.PrintableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of an address that has sent spam ({@code ip.SpamStateEnum}).
 *
 * <p>An open set: the API may add a state at any time, and a state this version does not know is a value like any
 * other. Equality is by the text on the wire. To branch on it, use {@link #known()}, which is never null.
 */
public final class SpamState {

    /** Port 25 is cut: {@code blockedForSpam}. It stays cut until the release is requested. */
    public static final SpamState BLOCKED_FOR_SPAM = new SpamState("blockedForSpam", Known.BLOCKED_FOR_SPAM);

    /** The address was blocked and no longer is: {@code unblocked}. */
    public static final SpamState UNBLOCKED = new SpamState("unblocked", Known.UNBLOCKED);

    /** The release was accepted and is not effective yet: {@code unblocking}. It can take several minutes. */
    public static final SpamState UNBLOCKING = new SpamState("unblocking", Known.UNBLOCKING);

    private final String value;
    private final Known known;

    private SpamState(String value, Known known) {
        this.value = value;
        this.known = known;
    }

    /**
     * Returns the state with this text on the wire.
     *
     * @param value for example {@code blockedForSpam}; an unknown one is accepted
     * @return the constant where there is one
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SpamState of(String value) {
        return switch (Objects.requireNonNull(value, "value")) {
            case "blockedForSpam" -> BLOCKED_FOR_SPAM;
            case "unblocked" -> UNBLOCKED;
            case "unblocking" -> UNBLOCKING;
            default -> new SpamState(value, Known.UNRECOGNIZED);
        };
    }

    /**
     * Returns the text on the wire, unchanged.
     *
     * @return for example {@code blockedForSpam}
     */
    @JsonValue
    public String value() {
        return value;
    }

    /**
     * Returns true when this version of the library knows the state.
     *
     * @return false for a value the API added later
     */
    public boolean isKnown() {
        return known != Known.UNRECOGNIZED;
    }

    /**
     * Returns the state as an enum, for {@code switch}.
     *
     * @return {@link Known#UNRECOGNIZED} for a value the API added later
     */
    public Known known() {
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpamState that && value.equals(that.value);
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

    /** The states this version knows, and one for all others. */
    public enum Known {
        /** {@link SpamState#BLOCKED_FOR_SPAM}. */
        BLOCKED_FOR_SPAM,
        /** {@link SpamState#UNBLOCKED}. */
        UNBLOCKED,
        /** {@link SpamState#UNBLOCKING}. */
        UNBLOCKING,
        /** A state the API added later; its text is {@link SpamState#value()}. */
        UNRECOGNIZED
    }
}
