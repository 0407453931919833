package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.model.internal.DateTimeText;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address that has sent spam, and its state ({@code ip.SpamIp}).
 *
 * <p>Make one with {@link #of}; the canonical constructor may gain a parameter when the API gains a field.
 *
 * @param ipSpamming the address
 * @param date when it was last blocked
 * @param time the duration of the block from {@code date} on, in whole seconds: the whole duration, not the remaining
 *     one
 * @param state the current state
 */
@JsonAutoDetect(
        creatorVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SpamIp(IpAddress ipSpamming, OffsetDateTime date, Duration time, SpamState state) {

    private static final WireField IP_SPAMMING = new WireField("SpamIp.ipSpamming");
    private static final WireField DATE = new WireField("SpamIp.date");
    private static final WireField TIME = new WireField("SpamIp.time");
    private static final WireField STATE = new WireField("SpamIp.state");

    /**
     * Not for application code: use {@link #of}.
     *
     * @param ipSpamming the address
     * @param date when it was last blocked
     * @param time how long the block lasts
     * @param state the current state
     */
    public SpamIp {
        Objects.requireNonNull(ipSpamming, "ipSpamming");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(state, "state");
        TIME.notNegative(Objects.requireNonNull(time, "time").toSeconds());
        if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("SpamIp.time is not in whole seconds: " + DurationText.of(time));
        }
    }

    /**
     * Returns an address that has sent spam.
     *
     * @param ipSpamming the address
     * @param date when it was last blocked
     * @param time how long the block lasts from {@code date} on, in whole seconds
     * @param state the current state
     * @return the value
     * @throws IllegalArgumentException when {@code time} is negative or has a fraction of a second
     */
    public static SpamIp of(IpAddress ipSpamming, OffsetDateTime date, Duration time, SpamState state) {
        return new SpamIp(ipSpamming, date, time, state);
    }

    @JsonCreator
    static SpamIp ofWire(
            @JsonProperty("ipSpamming") @Nullable String ipSpamming,
            @JsonProperty("date") @Nullable String date,
            @JsonProperty("time") @Nullable Long time,
            @JsonProperty("state") @Nullable String state) {
        return new SpamIp(
                IP_SPAMMING.read(ipSpamming, IpAddress::of),
                DATE.dateTime(date),
                Duration.ofSeconds(TIME.notNegative(time)),
                STATE.read(state, SpamState::of));
    }

    @JsonProperty("ipSpamming")
    String ipSpammingOnWire() {
        return ipSpamming.toString();
    }

    @JsonProperty("date")
    String dateOnWire() {
        return DateTimeText.of(date);
    }

    @JsonProperty("time")
    long timeOnWire() {
        return time.toSeconds();
    }

    @JsonProperty("state")
    String stateOnWire() {
        return state.value();
    }

    /**
     * Returns the moment from which the API accepts a release: {@code date + time}, with the offset of {@code date}.
     * The block does not end by itself then; its release has to be requested. If the API still refuses, the remaining
     * time in its response is authoritative.
     *
     * @return the moment, or the last one that an {@link OffsetDateTime} can hold where the sum lies beyond it
     */
    public OffsetDateTime releasableAt() {
        try {
            return date.plus(time);
        } catch (DateTimeException | ArithmeticException e) {
            return LocalDateTime.MAX.atOffset(date.getOffset()); // "never", as a date
        }
    }

    /**
     * Returns the time left until the API accepts a release.
     *
     * @param now the current time, best the server's
     * @return zero when that moment is past
     */
    public Duration releasableIn(Instant now) {
        Duration left = Duration.between(now, releasableAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Returns a line for a person, such as {@code 122.122.122.122 is blockedForSpam, last blocked at
     * 2022-08-29T17:42:50+01:00 for 1 h}.
     */
    @Override
    public String toString() {
        return ipSpamming + " is " + state + ", last blocked at " + DateTimeText.of(date) + " for "
                + DurationText.of(time);
    }
}
