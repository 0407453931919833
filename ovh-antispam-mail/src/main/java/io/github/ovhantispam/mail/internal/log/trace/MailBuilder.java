package io.github.ovhantispam.mail.internal.log.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ovhantispam.mail.DeliveryStatus;
import io.github.ovhantispam.mail.MailDelivery;
import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.Origin;
import io.github.ovhantispam.mail.TraceGap;
import io.github.ovhantispam.mail.TracedMail;
import io.github.ovhantispam.mail.internal.log.mta.Arrival;
import io.github.ovhantispam.model.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes mails of passes, once all times are known, and says what is missing of them. */
public final class MailBuilder {

    private final FoundMails found;
    private final DeliveryTargets targets;
    private final List<TracedMail> mails = new ArrayList<>();
    private final List<MessageId> missing = new ArrayList<>();
    private final List<TraceGap> gaps = new ArrayList<>();

    public MailBuilder(FoundMails found, DeliveryTargets targets) {
        this.found = found;
        this.targets = targets;
    }

    /** Makes the mails of the wanted Message-IDs, and of the passes that were found by time and destination. */
    public void build(List<MessageId> ids) {
        for (int i = 0; i < ids.size(); i++) {
            List<Pass> passes = sorted(found.of(i));
            Optional<MessageId> id = Optional.of(ids.get(i));
            if (passes.isEmpty()) {
                missing.add(ids.get(i));
            } else {
                mails.add(mail(id, passes));
            }
            if (found.isCapped(i)) {
                gap(TraceGap.Reason.LIMIT_REACHED, id, "only its first 100 queue ids were followed");
            }
        }
        List<Pass> fitting = found.byQueue().stream().filter(targets::fits).toList();
        Map<Long, Origin> origins = new HashMap<>();
        for (Pass pass : fitting) {
            TracedMail mail = mail(readId(pass), List.of(pass));
            mails.add(mail);
            origins.put(pass.key(), mail.origin());
        }
        targets.ambiguous().forEach((target, keys) -> ambiguous(target, keys, origins));
        if (targets.wasFull()) {
            gap(
                    TraceGap.Reason.LIMIT_REACHED,
                    Optional.empty(),
                    "the logs hold more deliveries to these addresses at these times than a trace keeps");
        }
        for (DeliveryTargets.Target target : targets.without(fitting)) {
            gap(
                    TraceGap.Reason.DELIVERY_NOT_FOUND,
                    Optional.empty(),
                    "no delivery to " + target.address() + " around " + target.date() + " in these logs");
        }
        if (found.wasFull()) {
            gap(
                    TraceGap.Reason.LIMIT_REACHED,
                    Optional.empty(),
                    "the logs hold more mails with these Message-IDs than a trace keeps");
        }
        mails.sort(Comparator.comparing(TracedMail::time));
    }

    /** Mails of one origin may stand for one another. */
    private void ambiguous(DeliveryTargets.Target target, Set<Long> keys, Map<Long, Origin> origins) {
        long different = keys.stream()
                .filter(origins::containsKey)
                .map(origins::get)
                .distinct()
                .count();
        if (different > 1) {
            gap(
                    TraceGap.Reason.ORIGIN_NOT_CLEAR,
                    Optional.empty(),
                    "deliveries to " + target.address() + " of " + different + " origins are as near to "
                            + target.date() + ": one of them is it");
        }
    }

    public List<TracedMail> mails() {
        return mails;
    }

    public List<MessageId> missing() {
        return missing;
    }

    public List<TraceGap> gaps() {
        return gaps;
    }

    /** By time; the same pass from a file and its copy only once. */
    private static List<Pass> sorted(List<Pass> passes) {
        List<Pass> sorted = new ArrayList<>(passes);
        sorted.sort(Comparator.comparing((Pass pass) -> pass.time().instant()));
        Map<String, Pass> once = new LinkedHashMap<>();
        sorted.forEach(pass ->
                once.merge(pass.queueId() + ' ' + pass.key() + ' ' + pass.time().instant(), pass, MailBuilder::fuller));
        return List.copyOf(once.values());
    }

    private static Pass fuller(Pass one, Pass other) {
        return one.arrival() == null && other.arrival() != null ? other : one;
    }

    private TracedMail mail(Optional<MessageId> id, List<Pass> passes) {
        Pass first = firstWithOrigin(passes);
        Origin origin = origin(id, first);
        LinkedHashSet<String> queueIds = new LinkedHashSet<>();
        Map<String, MailDelivery> recipients = new LinkedHashMap<>();
        boolean finished = true;
        String sender = "";
        for (Pass pass : passes) {
            queueIds.add(pass.queueId());
            finished &= pass.isFinished();
            sender = sender.isEmpty() ? utf8(pass.sender()) : sender;
            deliveries(pass, recipients);
            if (pass.isCut()) {
                gap(
                        TraceGap.Reason.MESSAGE_ID_CUT,
                        id,
                        "the log has only the beginning of the Message-ID, at queue id " + pass.queueId());
            }
            if (pass.isCapped()) {
                gap(TraceGap.Reason.LIMIT_REACHED, id, "only its first 1,000 deliveries were kept");
            }
        }
        Arrival arrival = first.arrival();
        Optional<String> client = arrival == null || origin instanceof Origin.Unknown
                ? Optional.empty()
                : Optional.ofNullable(arrival.client()).map(MailBuilder::utf8);
        return new TracedMail(
                id,
                List.copyOf(queueIds),
                passes.get(0).time().instant(),
                sender,
                origin,
                client,
                List.copyOf(recipients.values()),
                finished);
    }

    /** The first pass that does not come from this machine itself, unless one before it is not known. */
    private static Pass firstWithOrigin(List<Pass> passes) {
        for (Pass pass : passes) {
            Arrival arrival = pass.arrival();
            if (arrival == null || !arrival.isLoopback() || arrival.original() != null || pass.isParentMissing()) {
                return pass;
            }
        }
        return passes.get(0);
    }

    private Origin origin(Optional<MessageId> id, Pass pass) {
        Arrival arrival = pass.arrival();
        if (pass.isUnclear()) {
            gap(
                    TraceGap.Reason.ORIGIN_NOT_CLEAR,
                    id,
                    "the line of queue id " + pass.queueId() + " can be read in more than one way");
            return new Origin.Unknown();
        }
        if (arrival == null || (pass.isParentMissing() && arrival.isLoopback())) {
            gap(
                    TraceGap.Reason.ORIGIN_NOT_IN_REACH,
                    id,
                    "origin not in reach: these logs do not hold, or not near enough, the line in which the mail of"
                            + " queue id " + pass.queueId() + " came in");
            return new Origin.Unknown();
        }
        Origin origin = origin(arrival);
        if (origin instanceof Origin.Unknown) {
            gap(TraceGap.Reason.ORIGIN_NOT_CLEAR, id, "the line of queue id " + pass.queueId() + " names no address");
        }
        return origin;
    }

    private static Origin origin(Arrival arrival) {
        if (arrival.login() != null) {
            return new Origin.SaslUser(utf8(arrival.login()));
        }
        if (arrival.account() != null) {
            return new Origin.LocalUser(utf8(arrival.account()));
        }
        String address = arrival.isLoopback() && arrival.original() != null ? arrival.original() : arrival.address();
        return client(address);
    }

    private static Origin client(@Nullable String address) {
        if (address == null) {
            return new Origin.Unknown();
        }
        try {
            int zone = address.indexOf('%');
            return new Origin.Client(IpAddress.of(zone < 0 ? address : address.substring(0, zone)));
        } catch (IllegalArgumentException e) {
            return new Origin.Unknown(); // "unknown", where the client had gone before it was asked
        }
    }

    private static void deliveries(Pass pass, Map<String, MailDelivery> recipients) {
        for (Pass.Attempt attempt : pass.attempts()) {
            DeliveryStatus status = status(attempt.delivery().status());
            String relay = attempt.delivery().relay();
            MailDelivery delivery = new MailDelivery(
                    utf8(attempt.delivery().recipient()),
                    status,
                    relay == null ? "" : utf8(relay),
                    utf8(attempt.delivery().response()),
                    attempt.time().instant(),
                    pass.queueId());
            if (delivery.recipient().isEmpty() && status == DeliveryStatus.EXPIRED) {
                recipients.replaceAll(
                        (recipient, last) -> last.status() == DeliveryStatus.DEFERRED ? expired(last, delivery) : last);
            } else {
                recipients.put(delivery.recipient(), delivery);
            }
        }
    }

    private static MailDelivery expired(MailDelivery last, MailDelivery end) {
        return new MailDelivery(
                last.recipient(), end.status(), last.relay(), last.response(), end.time(), last.queueId());
    }

    private static DeliveryStatus status(String word) {
        return switch (word) {
            case "sent" -> DeliveryStatus.SENT;
            case "deferred" -> DeliveryStatus.DEFERRED;
            case "bounced", "undeliverable" -> DeliveryStatus.BOUNCED;
            case "expired" -> DeliveryStatus.EXPIRED;
            default -> DeliveryStatus.UNKNOWN;
        };
    }

    private static Optional<MessageId> readId(Pass pass) {
        String text = pass.messageId() == null ? "" : utf8(pass.messageId());
        int close = text.indexOf('>');
        try {
            return Optional.of(MessageId.of(text.startsWith("<") && close > 0 ? text.substring(1, close) : text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void gap(TraceGap.Reason reason, Optional<MessageId> id, String detail) {
        gaps.add(new TraceGap(reason, id, detail));
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(ISO_8859_1), UTF_8);
    }
}
