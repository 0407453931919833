package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.model.internal.PrintableText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One mail that was taken for spam ({@code ip.SpamTarget}).
 *
 * <p>Make one with {@link #of}; the canonical constructor may gain a parameter when the API gains a field.
 *
 * @param date when the mail was sent, to the second
 * @param destinationIp the address it was sent to
 * @param messageId its Message-ID, unchanged: the sender wrote it, so treat it as hostile; {@link #toString()} prints
 *     it safely
 * @param spamscore its score
 */
@JsonAutoDetect(
        creatorVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SpamTarget(Instant date, IpAddress destinationIp, String messageId, long spamscore) {

    private static final WireField DATE = new WireField("SpamTarget.date");
    private static final WireField DESTINATION_IP = new WireField("SpamTarget.destinationIp");
    private static final WireField MESSAGE_ID = new WireField("SpamTarget.messageId");
    private static final WireField SPAMSCORE = new WireField("SpamTarget.spamscore");

    /**
     * Not for application code: use {@link #of}.
     *
     * @param date when the mail was sent
     * @param destinationIp the address it was sent to
     * @param messageId its Message-ID
     * @param spamscore its score
     */
    public SpamTarget {
        DATE.wholeSeconds(date);
        Objects.requireNonNull(destinationIp, "destinationIp");
        Objects.requireNonNull(messageId, "messageId");
    }

    /**
     * One mail that was taken for spam.
     *
     * @param date when the mail was sent, to the second
     * @param destinationIp the address it was sent to
     * @param messageId its Message-ID
     * @param spamscore its score
     * @return the value
     * @throws IllegalArgumentException when {@code date} has a fraction of a second
     */
    public static SpamTarget of(Instant date, IpAddress destinationIp, String messageId, long spamscore) {
        return new SpamTarget(date, destinationIp, messageId, spamscore);
    }

    @JsonCreator
    static SpamTarget ofWire(
            @JsonProperty("date") @Nullable Long date,
            @JsonProperty("destinationIp") @Nullable String destinationIp,
            @JsonProperty("messageId") @Nullable String messageId,
            @JsonProperty("spamscore") @Nullable Long spamscore) {
        return new SpamTarget(
                DATE.epochSeconds(date),
                DESTINATION_IP.read(destinationIp, IpAddress::of),
                MESSAGE_ID.required(messageId),
                SPAMSCORE.required(spamscore));
    }

    @JsonProperty("date")
    long dateOnWire() {
        return date.getEpochSecond();
    }

    @JsonProperty("destinationIp")
    String destinationIpOnWire() {
        return destinationIp.toString();
    }

    @JsonProperty("messageId")
    String messageIdOnWire() {
        return messageId;
    }

    @JsonProperty("spamscore")
    long spamscoreOnWire() {
        return spamscore;
    }

    /** Returns the fields, the Message-ID made fit to be printed. */
    @Override
    public String toString() {
        return "SpamTarget[date=" + date + ", destinationIp=" + destinationIp + ", messageId="
                + PrintableText.of(messageId) + ", spamscore=" + spamscore + ']';
    }
}
