package io.github.ovhantispam.mail;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that a trace could not find out.
 *
 * @param reason the kind
 * @param messageId the mail it concerns; empty when it concerns a source or a mail without Message-ID
 * @param detail one printable line
 */
public record TraceGap(Reason reason, Optional<MessageId> messageId, String detail) {

    /** The kinds of gaps. */
    public enum Reason {
        /** The lines before the mail's first one in these logs are missing, or too far back to be remembered. */
        ORIGIN_NOT_IN_REACH,
        /** The line of the origin is not of a form that can be read with certainty. */
        ORIGIN_NOT_CLEAR,
        /** The log has only the beginning of the Message-ID. */
        MESSAGE_ID_CUT,
        /** More was found than a trace keeps. */
        LIMIT_REACHED,
        /** A source ended early or was cut by a limit. */
        SOURCE_NOT_READ_TO_ITS_END,
        /** No delivery fits the time and the destination. */
        DELIVERY_NOT_FOUND
    }

    /**
     * Not for application code: gaps come from {@link MailTrace#incomplete()}.
     *
     * @param reason the kind
     * @param messageId the mail it concerns
     * @param detail one printable line
     */
    public TraceGap {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        return messageId.map(id -> id + ": ").orElse("") + detail;
    }
}
