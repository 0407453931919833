package io.github.ovhantispam.mail.internal.log.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.ovhantispam.mail.internal.log.line.LogLine;
import io.github.ovhantispam.mail.internal.log.mta.EximArrival;
import io.github.ovhantispam.mail.internal.log.mta.SendmailArrival;
import io.github.ovhantispam.mail.internal.log.scan.LineSink.Identification;
import java.util.Arrays;
import java.util.Optional;

/** Looks at the queue id and the first letters of a line's text, and hands it to whom it concerns. */
public final class LineDispatch {

    private static final byte[] CLIENT = bytes("client=");
    private static final byte[] UID = bytes("uid=");
    private static final byte[] MESSAGE_ID = bytes("message-id=");
    private static final byte[] RESENT = bytes("resent-message-id=");
    private static final byte[] REMOVED = bytes("removed");
    private static final byte[] FROM = bytes("from=");
    private static final byte[] TO = bytes("to=");
    private static final byte[] AUTH = bytes("AUTH=server");
    private static final byte[] NOTIFICATION = bytes(" notification: ");
    private static final byte[] ACCEPTED = bytes(" Message accepted for delivery)");
    private static final byte[] SMTPD = bytes("/smtpd");
    private static final byte[] QMQPD = bytes("/qmqpd");
    private static final byte[] PICKUP = bytes("/pickup");
    private static final byte[] CLEANUP = bytes("/cleanup");
    private static final byte[] QMGR = bytes("qmgr");
    private static final byte[] EXIM = bytes("exim");
    private static final byte[] ARRIVED = bytes("<= ");
    private static final boolean[] QUEUE_ID = new boolean[256];
    private static final int LONGEST_QUEUE_ID = 24;
    private static final int SHORTEST_QUEUE_ID = 5;

    /** The length of a line from which on a limit may have cut it (RFC 3164: 1,024 bytes with what is around it). */
    private static final int MAY_BE_CUT = 980;

    /** Apart from queue ids, so that a line about a login is not the origin of a mail. */
    private static final long LOGIN = 0x5851F42D4C957F2DL;

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
        if (keys.watched().mayHold(key)) {
            sink.watched(line, key);
        }
        switch (bytes[rest]) {
            case 'c' -> {
                if (begins(bytes, rest, end, CLIENT)
                        && (ends(bytes, tag, tagEnd, SMTPD) || ends(bytes, tag, tagEnd, QMQPD))) {
                    origins.put(key, bytes, start, end);
                }
            }
            case 'u' -> {
                if (begins(bytes, rest, end, UID) && ends(bytes, tag, tagEnd, PICKUP)) {
                    origins.put(key, bytes, start, end);
                }
            }
            case 'm' -> {
                if (begins(bytes, rest, end, MESSAGE_ID) && ends(bytes, tag, tagEnd, CLEANUP)) {
                    identified(bytes, start, end, rest + MESSAGE_ID.length, key, Identification.MESSAGE_ID);
                    origins.markUsed(key);
                }
            }
            case 'r' -> {
                if (end - rest == REMOVED.length
                        && begins(bytes, rest, end, REMOVED)
                        && ends(bytes, tag, tagEnd, QMGR)) {
                    origins.remove(key);
                } else if (begins(bytes, rest, end, RESENT) && ends(bytes, tag, tagEnd, CLEANUP)) {
                    identified(bytes, start, end, rest + RESENT.length, key, Identification.RESENT);
                }
            }
            case 't' -> {
                if (begins(bytes, rest, end, TO)) {
                    delivered(bytes, end, rest, key, host);
                }
            }
            case 's' -> notified(bytes, end, rest, key, host);
            case 'f' -> {
                if (begins(bytes, rest, end, FROM) && !ends(bytes, tag, tagEnd, QMGR)) {
                    sendmail(bytes, start, end, rest, key);
                }
            }
            case 'A' -> {
                if (begins(bytes, rest, end, AUTH)) {
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
            boolean accepted = end - rest > ACCEPTED.length && begins(bytes, end - ACCEPTED.length, end, ACCEPTED);
            continued(bytes, rest, key, accepted ? end - ACCEPTED.length : end - 1, host);
        }
    }

    private void notified(byte[] bytes, int end, int rest, long key, long host) {
        int at = end;
        while (at > rest && QUEUE_ID[bytes[at - 1] & 0xFF]) {
            at--;
        }
        if (at - NOTIFICATION.length > rest && begins(bytes, at - NOTIFICATION.length, end, NOTIFICATION)) {
            continued(bytes, rest, key, end, host);
        }
    }

    /** Looks at the queue id that ends here. */
    private void continued(byte[] bytes, int rest, long key, int idEnd, long host) {
        int at = idEnd;
        while (at > rest && QUEUE_ID[bytes[at - 1] & 0xFF]) {
            at--;
        }
        if (idEnd - at >= SHORTEST_QUEUE_ID && idEnd - at <= LONGEST_QUEUE_ID) {
            long next = LineHash.of(bytes, at, idEnd) ^ host;
            if (keys.awaited().mayHold(next)) {
                sink.continued(line, key, next);
            }
        }
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

    private void withoutQueueId(byte[] bytes, int start, int end, int tag, int tagEnd, int text, long host) {
        if (begins(bytes, text, end, AUTH)) {
            origins.put(loginKey(LineHash.of(bytes, tagEnd, text) ^ host), bytes, start, end);
        } else if (begins(bytes, tag, tagEnd, EXIM)) {
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
        if (begins(bytes, rest, end, ARRIVED)) {
            origins.put(key, bytes, start, end);
            eximArrival(bytes, start, end, rest, key, host);
        } else if (deliveries) {
            line.at(bytes, start, end, start, start, rest, host);
            sink.delivered(line, key);
        }
    }

    private void eximArrival(byte[] bytes, int start, int end, int rest, long key, long host) {
        line.at(bytes, start, end, start, start, rest, host);
        Optional<EximArrival> arrival = EximArrival.read(line.text(), ARRIVED.length);
        if (arrival.isPresent()) {
            int from = rest + arrival.get().idFrom();
            int id = wanted.of(bytes, from, rest + arrival.get().idTo());
            if (id != WantedIds.NONE || keys.wanted().mayHold(key)) {
                sink.identified(line, key, id, Identification.EXIM);
            }
        }
    }

    private static boolean begins(byte[] bytes, int at, int end, byte[] letters) {
        if (end - at < letters.length) {
            return false;
        }
        for (int i = 0; i < letters.length; i++) {
            if (bytes[at + i] != letters[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean ends(byte[] bytes, int from, int to, byte[] letters) {
        return to - from >= letters.length && begins(bytes, to - letters.length, to, letters);
    }

    private static byte[] bytes(String letters) {
        return letters.getBytes(US_ASCII);
    }
}
