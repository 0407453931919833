package io.github.ovhantispam.mail.internal.log.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.ovhantispam.mail.internal.log.line.LogCalendar;
import io.github.ovhantispam.mail.internal.log.line.LogLine;
import io.github.ovhantispam.mail.internal.log.line.LogTime;
import io.github.ovhantispam.mail.internal.log.mta.Arrival;
import io.github.ovhantispam.mail.internal.log.mta.Delivery;
import io.github.ovhantispam.mail.internal.log.mta.EximArrival;
import io.github.ovhantispam.mail.internal.log.mta.EximDelivery;
import io.github.ovhantispam.mail.internal.log.mta.PostfixDelivery;
import io.github.ovhantispam.mail.internal.log.mta.SendmailArrival;
import io.github.ovhantispam.mail.internal.log.mta.SendmailDelivery;
import io.github.ovhantispam.mail.internal.log.scan.LineSink;
import io.github.ovhantispam.mail.internal.log.scan.OriginRing;
import io.github.ovhantispam.mail.internal.log.scan.QueueKeys;
import io.github.ovhantispam.mail.internal.log.scan.WantedIds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the passes of the wanted mails together from the lines that a scan hands over. */
public final class Collector implements LineSink {

    private static final byte[] CLEANUP = "/cleanup".getBytes(US_ASCII);
    private static final byte[] QMGR = "qmgr".getBytes(US_ASCII);
    private static final byte[] BOUNCE = "/bounce".getBytes(US_ASCII);
    private static final String ID_FIELD = "message-id=";
    private static final int MOST_AWAITED = 10_000;
    private static final int MOST_FILTERS = 8;

    private final QueueKeys keys;
    private final OriginFinder origins;
    private final FoundMails mails;
    private final DeliveryTargets targets;
    private final Map<Long, Pass> open = new HashMap<>();
    private final Map<Long, Awaited> awaited = new HashMap<>();
    private LogCalendar calendar;

    public Collector(
            QueueKeys keys, OriginRing origins, FoundMails mails, DeliveryTargets targets, LogCalendar calendar) {
        this.keys = keys;
        this.origins = new OriginFinder(origins);
        this.mails = mails;
        this.targets = targets;
        this.calendar = calendar;
    }

    /** A pass that waits for the line which names the queue id before its own, or before that. */
    private record Awaited(Pass pass, String queueId, int filters) {}

    /** Goes on in another log. */
    public void continueIn(LogCalendar next) {
        calendar = next;
    }

    @Override
    public void identified(LogLine line, long key, int id, Identification kind) {
        Optional<LogTime> time = LogTime.of(line, calendar);
        if (time.isEmpty() || (id == WantedIds.NONE && !targets.isWanted(key))) {
            return;
        }
        Pass pass = open.get(key);
        if (pass == null || !pass.identify(kind)) {
            if (pass != null) {
                close(pass);
            }
            if (mails.isFull()) {
                return;
            }
            pass = new Pass(key, queueId(line, kind), time.get());
            pass.identify(kind);
            open.put(key, pass);
            keys.watched().add(key);
            begin(pass, line, kind);
        }
        mails.add(pass, id);
    }

    private void begin(Pass pass, LogLine line, Identification kind) {
        switch (kind) {
            case EXIM -> {
                EximArrival exim = EximArrival.read(line.text(), 3).orElseThrow();
                pass.arrival(exim.arrival());
                if (exim.arrival() == null) {
                    pass.notClear();
                }
                pass.messageId(line.text().substring(exim.idFrom(), exim.idTo()));
                if (exim.arrival() != null && exim.arrival().parent() != null) {
                    bounced(pass, exim.arrival().parent(), line);
                }
            }
            case SENDMAIL -> {
                String text = rest(line, pass);
                SendmailArrival sendmail = SendmailArrival.read(text).orElseThrow();
                Arrival arrival = sendmail.arrival();
                String login = origins.sendmailLogin(pass.key(), line, arrival);
                pass.arrival(login == null ? arrival : arrival.by(login));
                pass.messageId(text.substring(sendmail.idFrom(), sendmail.idTo()));
                if (login == null && arrival.isLoopback()) {
                    await(pass, pass.key(), pass.queueId(), 0);
                }
            }
            default -> {
                String text = rest(line, pass);
                pass.messageId(text.substring(text.indexOf(ID_FIELD) + ID_FIELD.length()));
                boolean fresh = kind != Identification.RESENT;
                Optional<Arrival> arrival = origins.postfix(pass.key(), pass.queueId(), pass.time(), calendar, fresh);
                pass.arrival(arrival.orElse(null));
                follow(pass, arrival.orElse(null), line, pass.queueId(), 0);
            }
        }
    }

    /** A bounce of Exim comes from whoever sent the mail that it is about, and not from Exim's own account. */
    private void bounced(Pass pass, String parent, LogLine line) {
        Optional<Arrival> before = origins.exim(parent, line);
        pass.arrival(before.orElse(null));
        pass.sender(""); // that of the other mail is not this one's
        if (before.isEmpty()) {
            pass.missParent();
        }
    }

    /** Goes back through content filters as far as the log says which queue id came before. */
    private void follow(Pass pass, @Nullable Arrival last, LogLine line, String lastQueueId, int filters) {
        if (last != null && !last.isLoopback()) {
            return;
        }
        if (filters == MOST_FILTERS) {
            pass.missParent();
            return;
        }
        if (last != null && last.parent() != null) {
            Optional<Arrival> before = arrivalOf(last.parent(), line, pass.time());
            if (before.isPresent()) {
                pass.arrival(before.get());
                follow(pass, before.get(), line, last.parent(), filters + 1);
            } else {
                notFound(pass);
            }
        } else {
            await(pass, OriginFinder.key(lastQueueId, line), lastQueueId, filters);
        }
    }

    /** A content filter may have passed on the address of the client, which is better than nothing. */
    private static void notFound(Pass pass) {
        if (pass.arrival() == null || pass.arrival().original() == null) {
            pass.missParent();
        }
    }

    private Optional<Arrival> arrivalOf(String queueId, LogLine line, LogTime time) {
        long key = OriginFinder.key(queueId, line);
        Pass pass = open.get(key);
        if (pass != null && pass.queueId().equals(queueId) && pass.arrival() != null) {
            return Optional.of(pass.arrival());
        }
        return origins.postfix(key, queueId, time, calendar, false);
    }

    private void await(Pass pass, long key, String queueId, int filters) {
        if (awaited.size() < MOST_AWAITED && awaited.put(key, new Awaited(pass, queueId, filters)) == null) {
            keys.awaited().add(key);
        }
    }

    @Override
    public void continued(LogLine line, long key, long nextKey) {
        Awaited waiting = awaited.get(nextKey);
        if (waiting == null || key == nextKey) {
            return;
        }
        String queueId = line.text().substring(0, line.text().indexOf(": "));
        String text = line.text().substring(queueId.length() + 2);
        boolean named = line.isByPostfix()
                ? isNamedByPostfix(line, text, waiting)
                : SendmailDelivery.read(text)
                        .map(delivery -> delivery.isHandedTo(waiting.queueId()))
                        .orElse(false);
        if (!named) {
            return;
        }
        Optional<Arrival> before =
                line.isByPostfix() ? arrivalOf(queueId, line, waiting.pass().time()) : origins.sendmail(key, queueId);
        found(waiting, nextKey, before, line, queueId);
    }

    @Override
    public void proxied(LogLine line, long nextKey) {
        Awaited waiting = awaited.get(nextKey);
        String text = line.text();
        int end = text.indexOf("; from=<");
        if (waiting == null || end < 0) {
            return;
        }
        String response = text.substring(0, end);
        String named = " queued as " + waiting.queueId();
        if (response.endsWith(named) || response.endsWith(named + ')')) {
            found(waiting, nextKey, origins.proxy(line, calendar), line, waiting.queueId());
        }
    }

    /** A line has said where a mail was before: there, it came in so, or it is not known how. */
    private void found(Awaited waiting, long nextKey, Optional<Arrival> before, LogLine line, String queueId) {
        awaited.remove(nextKey);
        keys.awaited().remove(nextKey);
        if (before.isPresent()) {
            waiting.pass().arrival(before.get());
            follow(waiting.pass(), before.get(), line, queueId, waiting.filters() + 1);
        } else {
            notFound(waiting.pass());
        }
    }

    private static boolean isNamedByPostfix(LogLine line, String text, Awaited waiting) {
        return line.isBy(BOUNCE)
                ? text.endsWith(" notification: " + waiting.queueId())
                : PostfixDelivery.read(text)
                        .map(delivery -> waiting.queueId().equals(delivery.next()))
                        .orElse(false);
    }

    @Override
    public void watched(LogLine line, long key) {
        Pass pass = open.get(key);
        if (pass == null) {
            return;
        }
        String text = line.text();
        if (line.tagStart() == line.start()) {
            exim(pass, text, line);
        } else if (text.startsWith(pass.queueId())
                && text.startsWith(": ", pass.queueId().length())) {
            String rest = text.substring(pass.queueId().length() + 2);
            if (line.isByPostfix()) {
                postfix(pass, line, rest);
            } else if (rest.startsWith("to=")) {
                attempt(pass, SendmailDelivery.read(rest), line);
            }
        }
    }

    private void attempt(Pass pass, Optional<Delivery> delivery, LogLine line) {
        if (delivery.isPresent()) {
            LogTime.of(line, calendar).ifPresent(time -> pass.add(delivery.get(), time));
        }
    }

    private void exim(Pass pass, String text, LogLine line) {
        if (text.equals("Completed") || text.startsWith("Completed ")) {
            pass.finish();
            close(pass);
        } else {
            attempt(pass, EximDelivery.read(text), line);
        }
    }

    private void postfix(Pass pass, LogLine line, String text) {
        if (text.startsWith("to=<")) {
            attempt(pass, PostfixDelivery.read(text), line);
        } else if (line.isBy(QMGR)) {
            queueManager(pass, text, line);
        } else if (text.startsWith("client=") || text.startsWith("uid=")) {
            close(pass); // the queue id was given to another mail
        } else if (line.isBy(CLEANUP) && isRefusal(text)) {
            pass.finish();
            close(pass);
        }
    }

    private static boolean isRefusal(String text) {
        return text.startsWith("milter-reject: ") || text.startsWith("reject: ") || text.startsWith("discard: ");
    }

    private void queueManager(Pass pass, String text, LogLine line) {
        if (text.equals("removed")) {
            pass.finish();
            close(pass);
        } else if (text.startsWith("from=<")) {
            int size = text.lastIndexOf(">, size=");
            int status = text.lastIndexOf(">, status=");
            int end = Math.max(size, status);
            if (end > 0) {
                pass.sender(text.substring("from=<".length(), end));
            }
            if (status > size && text.startsWith("expired", status + ">, status=".length())) {
                attempt(pass, Optional.of(new Delivery("", null, "expired", "", true)), line);
            }
        }
    }

    private void close(Pass pass) {
        if (open.remove(pass.key(), pass)) {
            keys.watched().remove(pass.key());
        }
    }

    @Override
    public void delivered(LogLine line, long key) {
        String text = line.text();
        boolean exim = line.tagStart() == line.start();
        int from = exim ? 0 : text.indexOf(": ") + 2;
        Optional<Delivery> delivery = exim ? EximDelivery.read(text) : PostfixDelivery.read(text.substring(from));
        if (!exim && delivery.isEmpty()) {
            delivery = SendmailDelivery.read(text.substring(from));
        }
        Optional<LogTime> time = LogTime.of(line, calendar);
        if (delivery.isPresent() && time.isPresent()) {
            targets.delivered(key, delivery.get(), time.get());
        }
    }

    private static String queueId(LogLine line, Identification kind) {
        if (kind == Identification.EXIM) {
            String before = new String(line.bytes(), line.start(), line.textStart() - 1 - line.start(), ISO_8859_1);
            return before.substring(before.lastIndexOf(' ') + 1);
        }
        return line.text().substring(0, line.text().indexOf(": "));
    }

    private static String rest(LogLine line, Pass pass) {
        return line.text().substring(pass.queueId().length() + 2);
    }
}
