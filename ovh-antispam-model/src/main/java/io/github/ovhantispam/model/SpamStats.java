package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The spam that was detected when an address was blocked ({@code ip.SpamStats}).
 *
 * <p>Make one with {@link #of}; the canonical constructor may gain a parameter when the API gains a field.
 *
 * @param timestamp when the address was blocked, to the second
 * @param numberOfSpams the number of spams sent
 * @param total the number of mails sent
 * @param averageSpamscore the mean score, or null where the API returns none
 * @param detectedSpams the mails, immutable; empty where the API returns none
 */
@JsonAutoDetect(
        creatorVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SpamStats(
        Instant timestamp,
        long numberOfSpams,
        long total,
        @Nullable Long averageSpamscore,
        List<SpamTarget> detectedSpams) {

    private static final WireField TIMESTAMP = new WireField("SpamStats.timestamp");
    private static final WireField NUMBER_OF_SPAMS = new WireField("SpamStats.numberOfSpams");
    private static final WireField TOTAL = new WireField("SpamStats.total");
    private static final WireField DETECTED_SPAMS = new WireField("SpamStats.detectedSpams");

    /**
     * Not for application code: use {@link #of}.
     *
     * @param timestamp when the address was blocked
     * @param numberOfSpams how many spams were sent
     * @param total how many mails were sent
     * @param averageSpamscore the mean score, or null
     * @param detectedSpams the mails
     */
    public SpamStats {
        TIMESTAMP.wholeSeconds(timestamp);
        NUMBER_OF_SPAMS.notNegative(numberOfSpams);
        TOTAL.notNegative(total);
        detectedSpams = List.copyOf(Objects.requireNonNull(detectedSpams, "detectedSpams"));
    }

    /**
     * Returns the spam that was detected when an address was blocked.
     *
     * @param timestamp when the address was blocked, to the second
     * @param numberOfSpams how many spams were sent
     * @param total how many mails were sent
     * @param averageSpamscore the mean score, or null
     * @param detectedSpams the mails, copied
     * @return the value
     * @throws IllegalArgumentException when a count is negative, or {@code timestamp} has a fraction of a second
     */
    public static SpamStats of(
            Instant timestamp,
            long numberOfSpams,
            long total,
            @Nullable Long averageSpamscore,
            List<SpamTarget> detectedSpams) {
        return new SpamStats(timestamp, numberOfSpams, total, averageSpamscore, detectedSpams);
    }

    @JsonCreator
    static SpamStats ofWire(
            @JsonProperty("timestamp") @Nullable Long timestamp,
            @JsonProperty("numberOfSpams") @Nullable Long numberOfSpams,
            @JsonProperty("total") @Nullable Long total,
            @JsonProperty("averageSpamscore") @Nullable Long averageSpamscore,
            @JsonProperty("detectedSpams") @Nullable List<@Nullable SpamTarget> detectedSpams) {
        return new SpamStats(
                TIMESTAMP.epochSeconds(timestamp),
                NUMBER_OF_SPAMS.required(numberOfSpams),
                TOTAL.required(total),
                averageSpamscore,
                DETECTED_SPAMS.list(detectedSpams));
    }

    @JsonProperty("timestamp")
    long timestampOnWire() {
        return timestamp.getEpochSecond();
    }

    @JsonProperty("numberOfSpams")
    long numberOfSpamsOnWire() {
        return numberOfSpams;
    }

    @JsonProperty("total")
    long totalOnWire() {
        return total;
    }

    @JsonProperty("averageSpamscore")
    @Nullable
    Long averageSpamscoreOnWire() {
        return averageSpamscore;
    }

    @JsonProperty("detectedSpams")
    List<SpamTarget> detectedSpamsOnWire() {
        return detectedSpams;
    }
}
