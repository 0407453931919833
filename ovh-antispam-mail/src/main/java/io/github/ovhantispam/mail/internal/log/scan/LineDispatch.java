package io.github.ovhantispam.mail.internal.log.scan;

import io.github.ovhantispam.mail.internal.log.line.Letters;
import io.github.ovhantispam.mail.internal.log.line.LogLine;
import io.github.ovhantispam.mail.internal.log.mta.EximArrival;
import io.github.ovhantispam.mail.internal.log.mta.SendmailArrival;
import io.github.ovhantispam.mail.internal.log.scan.LineSink.Identification;
import java.util.Arrays;
import java.util.Optional;

/** Looks at the queue id and the first letters of a line's text, and hands it to whom it concerns. */
public final class LineDispatch {

    private static final Letters CLIENT = new Letters("client=");
    private static final Letters UID = new Letters("uid=");
    private static final Letters MESSAGE_ID = new Letters("message-id=");
    private static final Letters RESENT = new Letters("resent-message-id=");
    private static final Letters REMOVED = new Letters("removed");
    private static final Letters FROM = new Letters("from=");
    private static final Letters TO = new Letters("to=");
    private static final Letters AUTH = new Letters("AUTH=server");
    private static final Letters NOTIFICATION = new Letters(" notification: ");
    private static final Letters ACCEPTED = new Letters(" Message accepted for delivery)");
    private static final Letters SMTPD = new Letters("/smtpd");
    private static final Letters QMQPD = new Letters("/qmqpd");
    private static final Letters PICKUP = new Letters("/pickup");
    private static final Letters CLEANUP = new Letters("/cleanup");
    private static final Letters QMGR = new Letters("qmgr");
    private static final Letters EXIM = new Letters("exim");
    private static final Letters NO_QUEUE = new Letters("NOQUEUE: ");
    private static final Letters PROXY_ACCEPT = new Letters("proxy-accept: END-OF-MESSAGE: 250 ");
    private static final Letters BEHIND_RESPONSE = new Letters("; from=<");
    private static final Letters ARRIVED = new Letters("<= ");
    private static final boolean[] QUEUE_ID = new boolean[256];
    private static final int LONGEST_QUEUE_ID = 24;
    private static final int SHORTEST_QUEUE_ID = 5;

    /** The length of a line from which on a limit may have cut it (RFC 3164: 1,024 bytes with what is around it). */
    private static final int MAY_BE_CUT = 980;

    /** Apart from queue ids, so that a line about a login is not the origin of a mail. */
    private static final long LOGIN = 0x5851F42D4C957F2DL;

    /** Apart from queue ids and logins. */
    private static final long PROXY = 0x2545F4914F6CDD1DL;

    static {
        Arrays.fill(QUEUE_ID, '0', '9' + 1, true);
        Arrays.fill(QUEUE_ID, 'A', 'Z' + 1, true);
        Arrays.fill(QUEUE_ID, 'a', 'z' + 1, true);
    }

    private final WantedIds wanted;
    private final QueueKeys keys;
    private final OriginRing origins;
    private final LineSink sink;
    private final boolean deliveries;
    private final LogLine line = new LogLine();

    /**
     * Nothing was read yet.
     *
     * @param deliveries whether each delivery is of interest
     */
    public LineDispatch(WantedIds wanted, QueueKeys keys, OriginRing origins, LineSink sink, boolean deliveries) {
        this.wanted = wanted;
        this.keys = keys;
        this.origins = origins;
        this.sink = sink;
        this.deliveries = deliveries;
    }

    /**
     * The key under which a process of Postfix, such as {@code postfix/smtpd[11]: }, keeps the client whose mail it
     * hands to a filter before any queue.
     */
    public static long proxyKey(LogLine line) {
        return LineHash.of(line.bytes(), line.tagStart(), line.textStart()) ^ line.hostHash() ^ PROXY;
    }

    /** The key under which the login of a queue id, or of a process, is kept. */
    public static long loginKey(long key) {
        return key ^ LOGIN;
    }

    void line(byte[] bytes, int start, int end, int tag, int tagEnd, int text, long host) {
        int at = text;
        int limit = Math.min(end - 2, text + LONGEST_QUEUE_ID);
        while (at < limit && QUEUE_ID[bytes[at] & 0xFF]) {
            at++;
        }
        if (bytes[at] != ':' || bytes[at + 1] != ' ' || at - text < SHORTEST_QUEUE_ID || at + 2 >= end) {
            withoutQueueId(bytes, start, end, tag, tagEnd, text, host);
            return;
        }
        long key = LineHash.of(bytes, text, at) ^ host;
        int rest = at + 2;
        line.at(bytes, start, end, tag, tagEnd, text, host);
        if (NO_QUEUE.begin(bytes, text, end)) {
            beforeQueue(bytes, start, end, rest, SMTPD.end(bytes, tag, tagEnd));
            return;
        }
        if (keys.watched().mayHold(key)) {
            sink.watched(line, key);
        }
        switch (bytes[rest]) {
            case 'c' -> {
                if (CLIENT.begin(bytes, rest, end)
                        && (SMTPD.end(bytes, tag, tagEnd) || QMQPD.end(bytes, tag, tagEnd))) {
                    origins.put(key, bytes, start, end);
                }
            }
            case 'u' -> {
                if (UID.begin(bytes, rest, end) && PICKUP.end(bytes, tag, tagEnd)) {
                    origins.put(key, bytes, start, end);
                }
            }
            case 'm' -> {
                if (MESSAGE_ID.begin(bytes, rest, end) && CLEANUP.end(bytes, tag, tagEnd)) {
                    identified(bytes, start, end, rest + MESSAGE_ID.length(), key, Identification.MESSAGE_ID);
                    origins.markUsed(key);
                }
            }
            case 'r' -> {
                if (end - rest == REMOVED.length() && REMOVED.begin(bytes, rest, end) && QMGR.end(bytes, tag, tagEnd)) {
                    origins.remove(key);
                } else if (RESENT.begin(bytes, rest, end) && CLEANUP.end(bytes, tag, tagEnd)) {
                    identified(bytes, start, end, rest + RESENT.length(), key, Identification.RESENT);
                }
            }
            case 't' -> {
                if (TO.begin(bytes, rest, end)) {
                    delivered(bytes, end, rest, key, host);
                }
            }
            case 's' -> notified(bytes, end, rest, key, host);
            case 'f' -> {
                if (FROM.begin(bytes, rest, end) && !QMGR.end(bytes, tag, tagEnd)) {
                    sendmail(bytes, start, end, rest, key);
                }
            }
            case 'A' -> {
                if (AUTH.begin(bytes, rest, end)) {
                    origins.put(loginKey(key), bytes, start, end);
                }
            }
            default -> {
                // of no interest
            }
        }
    }

    private void identified(byte[] bytes, int start, int end, int idFrom, long key, Identification how) {
        int from = idFrom;
        int to = end;
        boolean cut = false;
        while (from < end && (bytes[from] == '?' || bytes[from] == ' ')) {
            from++; // the fold of a long header, as some versions write it
        }
        if (from < end && bytes[from] == '<') {
            from++;
            to = from;
            while (to < end && bytes[to] != '>') {
                to++;
            }
            cut = to == end && end - start >= MAY_BE_CUT;
        }
        int id = wanted.of(bytes, from, to);
        Identification kind = how;
        if (id == WantedIds.NONE && cut) {
            id = wanted.ofCut(bytes, from, to);
            kind = Identification.CUT;
        }
        if ((id != WantedIds.NONE || keys.wanted().mayHold(key))) {
            sink.identified(line, key, id, kind);
        }
    }

    private void delivered(byte[] bytes, int end, int rest, long key, long host) {
        if (deliveries) {
            sink.delivered(line, key);
        }
        if (bytes[end - 1] == ')') {
            boolean accepted = end - rest > ACCEPTED.length() && ACCEPTED.begin(bytes, end - ACCEPTED.length(), end);
            continued(bytes, rest, key, accepted ? end - ACCEPTED.length() : end - 1, host);
        }
    }

    private void notified(byte[] bytes, int end, int rest, long key, long host) {
        int at = end;
        while (at > rest && QUEUE_ID[bytes[at - 1] & 0xFF]) {
            at--;
        }
        if (at - NOTIFICATION.length() > rest && NOTIFICATION.begin(bytes, at - NOTIFICATION.length(), end)) {
            continued(bytes, rest, key, end, host);
        }
    }

    /** Looks at the queue id that ends here. */
    private void continued(byte[] bytes, int rest, long key, int idEnd, long host) {
        long next = queueIdBefore(bytes, rest, idEnd, host);
        if (next != 0 && keys.awaited().mayHold(next)) {
            sink.continued(line, key, next);
        }
    }

    /** Returns the key of the queue id that ends here, or 0. */
    private static long queueIdBefore(byte[] bytes, int rest, int idEnd, long host) {
        int at = idEnd;
        while (at > rest && QUEUE_ID[bytes[at - 1] & 0xFF]) {
            at--;
        }
        boolean isQueueId = idEnd - at >= SHORTEST_QUEUE_ID && idEnd - at <= LONGEST_QUEUE_ID;
        return isQueueId ? LineHash.of(bytes, at, idEnd) ^ host : 0;
    }

    private void sendmail(byte[] bytes, int start, int end, int rest, long key) {
        Optional<SendmailArrival> arrival = SendmailArrival.read(line.latin(rest, end));
        if (arrival.isEmpty()) {
            return;
        }
        origins.put(key, bytes, start, end);
        int from = rest + arrival.get().idFrom();
        int to = rest + arrival.get().idTo();
        if (to - from > 1 && bytes[from] == '<' && bytes[to - 1] == '>') {
            from++;
            to--;
        }
        int id = wanted.of(bytes, from, to);
        if ((id != WantedIds.NONE || keys.wanted().mayHold(key))) {
            sink.identified(line, key, id, Identification.SENDMAIL);
        }
    }

    /** A server that hands mails to a filter has no queue id for them; its process ties the two lines together. */
    private void beforeQueue(byte[] bytes, int start, int end, int rest, boolean bySmtpd) {
        if (!bySmtpd) {
            return;
        }
        if (CLIENT.begin(bytes, rest, end)) {
            origins.put(proxyKey(line), bytes, start, end);
        } else if (PROXY_ACCEPT.begin(bytes, rest, end)) {
            int at = rest + PROXY_ACCEPT.length();
            while (at < end && !(bytes[at] == ';' && BEHIND_RESPONSE.begin(bytes, at, end))) {
                at++;
            }
            if (at < end) {
                int idEnd = bytes[at - 1] == ')' ? at - 1 : at;
                long next = queueIdBefore(bytes, rest, idEnd, line.hostHash());
                if (next != 0 && keys.awaited().mayHold(next)) {
                    sink.proxied(line, next);
                }
            }
        }
    }

    private void withoutQueueId(byte[] bytes, int start, int end, int tag, int tagEnd, int text, long host) {
        if (AUTH.begin(bytes, text, end)) {
            origins.put(loginKey(LineHash.of(bytes, tagEnd, text) ^ host), bytes, start, end);
        } else if (PROXY_ACCEPT.begin(bytes, text, end)) {
            line.at(bytes, start, end, tag, tagEnd, text, host);
            beforeQueue(bytes, start, end, text, SMTPD.end(bytes, tag, tagEnd));
        } else if (EXIM.begin(bytes, tag, tagEnd)) {
            exim(bytes, start, end, text, host);
        }
    }

    /** A line of Exim, from behind its time or from the beginning of its text in syslog. */
    void exim(byte[] bytes, int start, int end, int from, long host) {
        int text = EximId.find(bytes, from, end);
        int idEnd = text + EximId.length(bytes, text, end);
        if (text < 0 || idEnd == text || idEnd + 4 >= end || bytes[idEnd] != ' ') {
            return;
        }
        long key = LineHash.of(bytes, text, idEnd) ^ host;
        int rest = idEnd + 1;
        if (keys.watched().mayHold(key)) {
            line.at(bytes, start, end, start, start, rest, host);
            sink.watched(line, key);
        }
        if (ARRIVED.begin(bytes, rest, end)) {
            origins.put(key, bytes, start, end);
            eximArrival(bytes, start, end, rest, key, host);
        } else if (deliveries) {
            line.at(bytes, start, end, start, start, rest, host);
            sink.delivered(line, key);
        }
    }

    private void eximArrival(byte[] bytes, int start, int end, int rest, long key, long host) {
        line.at(bytes, start, end, start, start, rest, host);
        Optional<EximArrival> arrival = EximArrival.read(line.text(), ARRIVED.length());
        if (arrival.isPresent()) {
            int from = rest + arrival.get().idFrom();
            int id = wanted.of(bytes, from, rest + arrival.get().idTo());
            if (id != WantedIds.NONE || keys.wanted().mayHold(key)) {
                sink.identified(line, key, id, Identification.EXIM);
            }
        }
    }
}
