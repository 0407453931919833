package io.github.ovhantispam.client;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.internal.DateTimeText;
import java.util.Map;
import java.util.Objects;

/** An item of a {@link Sweep}: an address, or a block that could not be read. */
public sealed interface SweepItem {

    /**
     * Returns the block.
     *
     * @return as the API lists it
     */
    IpBlock block();

    /**
     * Returns this item as names and plain values, which is also its JSON form in any Jackson. Items cannot be read
     * back from it, since their handles and exceptions cannot.
     *
     * @return strings and numbers by their names, in an order that depends on the kind of item; immutable
     */
    Map<String, Object> toMap();

    /**
     * An address that has sent spam.
     *
     * @param resource a handle on it
     * @param spamIp its state, date and time in the list
     */
    record Finding(SpamIpResource resource, SpamIp spamIp) implements SweepItem {

        /**
         * A finding.
         *
         * @param resource a handle on the address
         * @param spamIp its state, date and time in the list
         */
        public Finding {
            Objects.requireNonNull(resource, "resource");
            Objects.requireNonNull(spamIp, "spamIp");
        }

        @Override
        public IpBlock block() {
            return resource.block();
        }

        /**
         * Returns {@code block}, {@code address}, {@code state}, {@code date} (ISO 8601) and {@code time} (seconds, a
         * {@link Long}), such as <code>{"block":"192.0.2.0/28","address":"192.0.2.1","state":"blockedForSpam",
         * "date":"2026-01-01T12:00:00+00:00","time":3600}</code>.
         */
        @Override
        @JsonValue
        public Map<String, Object> toMap() {
            return PlainValues.of(
                    "block",
                    block().toString(),
                    "address",
                    spamIp.ipSpamming().toString(),
                    "state",
                    spamIp.state().value(),
                    "date",
                    DateTimeText.of(spamIp.date()),
                    "time",
                    spamIp.time().toSeconds());
        }

        /**
         * Returns a line for a person, such as {@code 192.0.2.1 in 192.0.2.0/28 is blockedForSpam, last blocked at
         * 2026-01-01T12:00:00+00:00 for 1 h}.
         */
        @Override
        public String toString() {
            return spamIp.ipSpamming() + " in " + block()
                    + spamIp.toString().substring(spamIp.ipSpamming().toString().length());
        }
    }

    /**
     * A block that could not be read, or not completely: it may contain addresses that the sweep does not report.
     *
     * @param block the block
     * @param exception the reason
     */
    record BlockFailure(IpBlock block, AntispamException exception) implements SweepItem {

        /**
         * A failure.
         *
         * @param block the block
         * @param exception the reason
         */
        public BlockFailure {
            Objects.requireNonNull(block, "block");
            Objects.requireNonNull(exception, "exception");
        }

        /**
         * Returns {@code block} and {@code message}, such as <code>{"block":"192.0.2.0/28","message":"GET
         * /ip/192.0.2.0%2F28/spam -> 460: This service is expired"}</code>.
         */
        @Override
        @JsonValue
        public Map<String, Object> toMap() {
            return PlainValues.of("block", block.toString(), "message", message());
        }

        private String message() {
            String message = exception.getMessage();
            return message == null ? exception.getClass().getSimpleName() : message;
        }

        /** Returns a line for a person: the block, and the message of the exception. */
        @Override
        public String toString() {
            return block + " could not be read: " + message();
        }
    }
}
