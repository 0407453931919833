package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.model.internal.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a new support ticket ({@code support.NewMessageInfo}).
 *
 * <p>Make one with {@link #of}; the canonical constructor may gain a parameter when the API gains a field.
 *
 * @param ticketId the number of the ticket in the API
 * @param ticketNumber the number of the ticket for people
 * @param messageId the number of its first message
 * @param additionalNotice a notice or warning of the vendor, or null without one
 */
@JsonAutoDetect(
        creatorVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SupportTicket(
        long ticketId,
        long ticketNumber,
        long messageId,
        @Nullable String additionalNotice) {

    private static final WireField TICKET_ID = new WireField("SupportTicket.ticketId");
    private static final WireField TICKET_NUMBER = new WireField("SupportTicket.ticketNumber");
    private static final WireField MESSAGE_ID = new WireField("SupportTicket.messageId");

    /**
     * Returns the numbers of a ticket.
     *
     * @param ticketId the number of the ticket in the API
     * @param ticketNumber the number of the ticket for people
     * @param messageId the number of its first message
     * @param additionalNotice a notice or warning of the vendor, or null
     * @return the value
     */
    public static SupportTicket of(
            long ticketId, long ticketNumber, long messageId, @Nullable String additionalNotice) {
        return new SupportTicket(ticketId, ticketNumber, messageId, additionalNotice);
    }

    @JsonCreator
    static SupportTicket ofWire(
            @JsonProperty("ticketId") @Nullable Long ticketId,
            @JsonProperty("ticketNumber") @Nullable Long ticketNumber,
            @JsonProperty("messageId") @Nullable Long messageId,
            @JsonProperty("additionalNotice") @Nullable String additionalNotice) {
        return new SupportTicket(
                TICKET_ID.required(ticketId),
                TICKET_NUMBER.required(ticketNumber),
                MESSAGE_ID.required(messageId),
                additionalNotice);
    }

    @JsonProperty("ticketId")
    long ticketIdOnWire() {
        return ticketId;
    }

    @JsonProperty("ticketNumber")
    long ticketNumberOnWire() {
        return ticketNumber;
    }

    @JsonProperty("messageId")
    long messageIdOnWire() {
        return messageId;
    }

    @JsonProperty("additionalNotice")
    @Nullable
    String additionalNoticeOnWire() {
        return additionalNotice;
    }

    /** A line for a person, such as {@code ticket 1234567}, with the notice where there is one. */
    @Override
    public String toString() {
        return "ticket " + ticketNumber + (additionalNotice == null ? "" : ": " + PrintableText.of(additionalNotice));
    }
}
