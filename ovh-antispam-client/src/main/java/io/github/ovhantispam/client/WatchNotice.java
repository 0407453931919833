package io.github.ovhantispam.client;

import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.internal.watch.EncodedText;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A notice of a {@link Watch}: a changed address, or a failed sweep. */
public sealed interface WatchNotice {

    /**
     * Returns the identity of this notice: one line of printable ASCII without spaces, good for a key. A notice that is
     * delivered twice, because a program died before it saved, has the same id both times.
     *
     * @return the id
     */
    String id();

    /** The kind of a change. */
    enum Kind {
        /**
         * It is {@code blockedForSpam}: for the first time that this watch knows of, or still, after it was seen
         * {@code unblocking} or {@code unblocked}.
         */
        BLOCKED,
        /** It was blocked once more: {@code blockedForSpam} with a later date than the one known before. */
        BLOCKED_AGAIN,
        /** Its release was accepted: {@code unblocking}. */
        UNBLOCKING,
        /** It is free: {@code unblocked}. */
        UNBLOCKED,
        /** It is in a state that this version of the library does not know; the finding has its text. */
        UNRECOGNIZED
    }

    /**
     * A change of an address since the previous sweep. Everything between two sweeps is one change: an address that was
     * blocked again and released in between is {@link Kind#UNBLOCKED}, with the date of the later block.
     *
     * @param kind the kind of change
     * @param finding the address as it is now, with a handle that outlives the watch
     * @param before as it was known before; empty when it is seen for the first time
     */
    record Change(Kind kind, Finding finding, Optional<SpamIp> before) implements WatchNotice {

        /**
         * A change.
         *
         * @param kind the kind of change
         * @param finding the address as it is now
         * @param before as it was known before
         */
        public Change {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(finding, "finding");
            Objects.requireNonNull(before, "before");
        }

        /**
         * Returns the address, the moment of its last block, and its state, such as
         * {@code 192.0.2.1,2026-01-01T12:00:00Z,blockedForSpam}. An address that comes back to a state without having
         * been blocked anew comes back to an id.
         */
        @Override
        public String id() {
            SpamIp now = finding.spamIp();
            return now.ipSpamming() + "," + now.date().toInstant() + ","
                    + EncodedText.of(now.state().value());
        }

        /** Returns a line for a person, such as {@code 192.0.2.1 in 192.0.2.0/28 is blockedForSpam, blocked at ...}. */
        @Override
        public String toString() {
            SpamIp now = finding.spamIp();
            String then = before.map(spam -> ", it was " + spam.state()).orElse("");
            return now.ipSpamming() + " in " + finding.block() + " is " + now.state()
                    + (kind == Kind.BLOCKED_AGAIN ? " again" : "") + ", last blocked at " + now.date() + " for "
                    + DurationText.of(now.time()) + then;
        }
    }

    /**
     * A sweep that could not read everything. The watch continues with the next sweep, and keeps the last known state
     * of each address that was not read.
     *
     * @param begun the start of the sweep, on the client's clock
     * @param blocks the blocks that could not be read, or not to the end; immutable
     * @param cause what ended the sweep early, so that any block may not have been read; empty when nothing did
     */
    record SweepFailed(Instant begun, List<BlockFailure> blocks, Optional<AntispamException> cause)
            implements WatchNotice {

        /**
         * A failure.
         *
         * @param begun when the sweep began
         * @param blocks the blocks that could not be read
         * @param cause what ended the sweep early
         */
        public SweepFailed {
            Objects.requireNonNull(begun, "begun");
            blocks = List.copyOf(Objects.requireNonNull(blocks, "blocks"));
            Objects.requireNonNull(cause, "cause");
        }

        /** Returns the start of the sweep, such as {@code sweep,2026-01-01T12:00:00Z}. */
        @Override
        public String id() {
            return "sweep," + begun;
        }

        /** Returns a line for a person. */
        @Override
        public String toString() {
            String unread = blocks.isEmpty()
                    ? ""
                    : "; " + blocks.size() + " blocks could not be read, the first is "
                            + blocks.get(0).block() + ": "
                            + blocks.get(0).exception().getMessage();
            String end = cause.map(e -> "; it ended early: " + e.getMessage()).orElse("");
            return "the sweep that began at " + begun + " failed" + end + unread;
        }
    }
}
