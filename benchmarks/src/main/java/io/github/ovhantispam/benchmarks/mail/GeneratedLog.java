package io.github.ovhantispam.benchmarks.mail;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A log of Postfix, made up line by line and always the same: submissions through a content filter, mail from scripts,
 * relayed mail, refused clients and other programs, many at a time.
 */
final class GeneratedLog extends InputStream {

    private static final int IN_FLIGHT = 48;
    private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
    private static final String ISO = "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'";
    private static final String HOST = " mx1 ";

    private final SplittableRandom random = new SplittableRandom(42);
    private final List<Deque<String>> flights = new ArrayList<>();
    private final DateTimeFormatter format;
    private final long size;
    private Instant time = BEGIN;
    private long given;
    private long messages;
    private byte[] pending = new byte[0];
    private int at;

    /**
     * The beginning of a log.
     *
     * @param size how many bytes at least, up to the end of a line
     * @param iso whether times are written as rsyslog does by default today
     */
    GeneratedLog(long size, boolean iso) {
        this.size = size;
        this.format = DateTimeFormatter.ofPattern(iso ? ISO : "MMM ppd HH:mm:ss", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
    }

    /** The Message-ID of a message, of which there are about a million in a gigabyte. */
    static String messageId(long number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        return Long.toHexString(mixed) + '.' + Long.toString(number, 36) + "@mail" + number % 97 + ".example.com";
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (at == pending.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, pending.length - at);
        System.arraycopy(pending, at, bytes, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        if (given >= size) {
            return false;
        }
        StringBuilder text = new StringBuilder(70_000);
        while (text.length() < 65_536) {
            time = time.plus(Duration.ofNanos(random.nextLong(20_000_000)));
            String now = format.format(time);
            for (int i = 0; i < 8; i++) {
                text.append(now).append(HOST).append(line()).append('\n');
            }
        }
        pending = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        at = 0;
        given += pending.length;
        return true;
    }

    private String line() {
        while (flights.size() < IN_FLIGHT) {
            flights.add(flight());
        }
        int chosen = random.nextInt(IN_FLIGHT);
        Deque<String> lines = flights.get(chosen);
        String line = lines.removeFirst();
        if (lines.isEmpty()) {
            flights.set(chosen, flight());
        }
        return line;
    }

    private Deque<String> flight() {
        int kind = random.nextInt(10);
        if (kind < 5) {
            return submission();
        }
        if (kind < 7) {
            return script();
        }
        return kind < 9 ? relayed() : refused();
    }

    private Deque<String> submission() {
        Deque<String> lines = new ArrayDeque<>();
        String id = messageId(messages++);
        int user = random.nextInt(2_000);
        String client = client();
        String first = queueId();
        String second = queueId();
        String tag = "postfix/submission/smtpd" + pid();
        lines.add(tag + "connect from " + client);
        lines.add(
                tag + first + ": client=" + client + ", sasl_method=PLAIN, sasl_username=user" + user + "@example.com");
        lines.add("postfix/cleanup" + pid() + first + ": message-id=<" + id + '>');
        lines.add("postfix/qmgr[811]: " + first + ": from=<user" + user + "@example.com>, size="
                + random.nextInt(900, 90_000) + ", nrcpt=1 (queue active)");
        lines.add(
                tag + "disconnect from " + client + " ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8");
        lines.add("postfix/smtpd" + pid() + second + ": client=localhost[127.0.0.1]");
        lines.add("postfix/cleanup" + pid() + second + ": message-id=<" + id + '>');
        lines.add("postfix/qmgr[811]: " + second + ": from=<user" + user + "@example.com>, size="
                + random.nextInt(900, 90_000) + ", nrcpt=1 (queue active)");
        String recipient = "recipient" + random.nextInt(100_000) + "@example.net";
        lines.add("amavis[2213]: (" + random.nextInt(99_999) + "-" + random.nextInt(20)
                + ") Passed CLEAN {RelayedOutbound}, [" + random.nextInt(1, 224) + ".2.3.4] <user" + user
                + "@example.com> -> <" + recipient + ">, Message-ID: <" + id + ">, Hits: -1.2, size: 4213");
        lines.add("postfix/lmtp" + pid() + first + ": to=<" + recipient
                + ">, relay=127.0.0.1[127.0.0.1]:10024, delay=0.4, delays=0.1/0.01/0/0.29, dsn=2.0.0, status=sent"
                + " (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as " + second + ')');
        lines.add("postfix/qmgr[811]: " + first + ": removed");
        lines.add(sent(second, recipient));
        lines.add("postfix/qmgr[811]: " + second + ": removed");
        return lines;
    }

    private Deque<String> script() {
        Deque<String> lines = new ArrayDeque<>();
        String id = messageId(messages++);
        String queueId = queueId();
        lines.add("postfix/pickup" + pid() + queueId + ": uid=33 from=<www-data>");
        lines.add("postfix/cleanup" + pid() + queueId + ": message-id=<" + id + '>');
        lines.add("postfix/qmgr[811]: " + queueId + ": from=<www-data@web.example.com>, size="
                + random.nextInt(500, 9_000) + ", nrcpt=1 (queue active)");
        lines.add(sent(queueId, "customer" + random.nextInt(100_000) + "@example.org"));
        lines.add("postfix/qmgr[811]: " + queueId + ": removed");
        return lines;
    }

    private Deque<String> relayed() {
        Deque<String> lines = new ArrayDeque<>();
        String id = messageId(messages++);
        String queueId = queueId();
        String client = client();
        String tag = "postfix/smtpd" + pid();
        lines.add(tag + "connect from " + client);
        lines.add(tag + queueId + ": client=" + client);
        lines.add("postfix/cleanup" + pid() + queueId + ": message-id=<" + id + '>');
        lines.add("opendkim[733]: " + queueId + ": DKIM-Signature field added (s=default, d=example.com)");
        lines.add("postfix/qmgr[811]: " + queueId + ": from=<news@example.com>, size=" + random.nextInt(500, 9_000)
                + ", nrcpt=1 (queue active)");
        lines.add(tag + "disconnect from " + client + " ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5");
        lines.add(sent(queueId, "reader" + random.nextInt(100_000) + "@example.org"));
        lines.add("postfix/qmgr[811]: " + queueId + ": removed");
        return lines;
    }

    private Deque<String> refused() {
        Deque<String> lines = new ArrayDeque<>();
        String client = client();
        String tag = "postfix/smtpd" + pid();
        lines.add("postfix/postscreen[802]: CONNECT from [192.0.2." + random.nextInt(250)
                + "]:4711 to [198.51.100.7]:25");
        lines.add(tag + "connect from " + client);
        lines.add(tag + "NOQUEUE: reject: RCPT from " + client + ": 554 5.7.1 Service unavailable; Client host blocked"
                + " using zen.example.net; from=<a@example.org> to=<b@example.com> proto=ESMTP helo=<c.example.org>");
        lines.add(tag + "disconnect from " + client + " ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4");
        lines.add("dovecot: imap-login: Login: user=<user" + random.nextInt(2_000)
                + "@example.com>, method=PLAIN, rip=192.0.2.9, lip=198.51.100.7, mpid=4711, TLS, session=<abcdefgh>");
        return lines;
    }

    private String sent(String queueId, String recipient) {
        return "postfix/smtp" + pid() + queueId + ": to=<" + recipient
                + ">, relay=mx.example.net[203.0.113." + random.nextInt(250)
                + "]:25, delay=1.2, delays=0.1/0.02/0.5/0.58, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as "
                + queueId() + ')';
    }

    private String client() {
        int number = random.nextInt(1 << 24);
        return "host" + number + ".example.net[10." + (number >>> 16) + '.' + (number >>> 8 & 255) + '.'
                + (number & 255) + ']';
    }

    private String pid() {
        return "[" + random.nextInt(1_000, 60_000) + "]: ";
    }

    private String queueId() {
        return Long.toHexString(random.nextLong(1L << 40, 1L << 44)).toUpperCase(Locale.ROOT);
    }
}
