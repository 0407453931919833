package io.github.ovhantispam.mail.internal.log.trace;

import io.github.ovhantispam.mail.internal.log.line.LogTime;
import io.github.ovhantispam.mail.internal.log.mta.Arrival;
import io.github.ovhantispam.mail.internal.log.mta.Delivery;
import io.github.ovhantispam.mail.internal.log.scan.LineSink.Identification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mail's way through a queue under one queue id. */
final class Pass {

    private static final int MOST_DELIVERIES = 1_000;

    private final long key;
    private final String queueId;
    private final LogTime time;
    private final List<Attempt> attempts = new ArrayList<>(2);
    private final Set<Identification> identifications = EnumSet.noneOf(Identification.class);
    private @Nullable Arrival arrival;
    private @Nullable String messageId;
    private String sender = "";
    private boolean parentMissing;
    private boolean unclear;
    private boolean finished;
    private boolean capped;

    Pass(long key, String queueId, LogTime time) {
        this.key = key;
        this.queueId = queueId;
        this.time = time;
    }

    /** An attempt and its time. */
    record Attempt(Delivery delivery, LogTime time) {}

    long key() {
        return key;
    }

    String queueId() {
        return queueId;
    }

    LogTime time() {
        return time;
    }

    /**
     * Takes notice of a line that identifies the mail; false when it must be of another mail with the same queue id.
     */
    boolean identify(Identification kind) {
        return identifications.add(kind);
    }

    boolean isCut() {
        return identifications.contains(Identification.CUT);
    }

    void messageId(String text) {
        messageId = text;
    }

    @Nullable
    String messageId() {
        return messageId;
    }

    void arrival(@Nullable Arrival newArrival) {
        arrival = newArrival;
        if (newArrival != null && newArrival.sender() != null) {
            sender = newArrival.sender();
        }
    }

    @Nullable
    Arrival arrival() {
        return arrival;
    }

    void sender(String newSender) {
        sender = newSender;
    }

    String sender() {
        return sender;
    }

    /** The mail had another queue id before, whose origin is not known. */
    void missParent() {
        parentMissing = true;
    }

    boolean isParentMissing() {
        return parentMissing;
    }

    void notClear() {
        unclear = true;
    }

    boolean isUnclear() {
        return unclear;
    }

    void finish() {
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }

    void add(Delivery delivery, LogTime when) {
        if (attempts.size() < MOST_DELIVERIES) {
            attempts.add(new Attempt(delivery, when));
        } else {
            capped = true;
        }
    }

    List<Attempt> attempts() {
        return attempts;
    }

    boolean isCapped() {
        return capped;
    }
}
