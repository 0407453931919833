package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Logs with seeded damage. The check beside the trace knows nothing of it: a regular expression says which origins a
 * queue id has in the input, and which queue ids stand in one line.
 *
 * <p>{@code -Dmail.fuzz.rounds=10000} makes a long run: about 120 damages in each round.
 */
class MailLogFuzzTest {

    private static final int ROUNDS = Integer.getInteger("mail.fuzz.rounds", 150);
    private static final String[] LINES = {
        "Nov  4 16:46:01 mx1 postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7], sasl_method=PLAIN, sasl_username=bob",
        "Nov  4 16:46:01 mx1 postfix/smtpd[1]: B1B2B3B4B5: client=y.example[198.51.100.1]:4711",
        "Nov  4 16:46:01 mx1 postfix/smtpd[1]: C1C2C3C4C5: client=localhost[127.0.0.1], orig_queue_id=A1A2A3A4A5, orig_client=x[192.0.2.7]",
        "Nov  4 16:46:01 mx1 postfix/smtpd[1]: D1D2D3D4D5: client=localhost[127.0.0.1]",
        "Nov  4 16:46:01 mx1 postfix/pickup[1]: E1E2E3E4E5: uid=33 from=<www-data>",
        "Nov  4 16:46:02 mx1 postfix/cleanup[2]: A1A2A3A4A5: message-id=<one@example.com>",
        "Nov  4 16:46:02 mx1 postfix/cleanup[2]: B1B2B3B4B5: message-id=<two@example.com>",
        "Nov  4 16:46:02 mx1 postfix/cleanup[2]: C1C2C3C4C5: message-id=<three@example.com>",
        "Nov  4 16:46:02 mx1 postfix/cleanup[2]: D1D2D3D4D5: resent-message-id=<one@example.com>",
        "Nov  4 16:46:02 mx1 postfix/cleanup[2]: E1E2E3E4E5: message-id=<two@example.com>",
        "2026-11-04T16:46:02.018047+00:00 mx1 postfix/cleanup[2]: A1A2A3A4A5: message-id=<three@example.com>",
        "<22>1 2026-11-04T16:46:02Z mx1 postfix/cleanup 2 - - B1B2B3B4B5: message-id=<one@example.com>",
        "postfix-1  | Nov  4 16:46:02 mx1 postfix/smtpd[1]: F1F2F3F4F5: client=z.example[198.51.100.6]",
        "postfix-1  | Nov  4 16:46:02 mx1 postfix/cleanup[2]: F1F2F3F4F5: message-id=<three@example.com>",
        "2026-11-04T16:46:03.1Z stdout F Nov  4 16:46:02 mx1 postfix/cleanup[2]: B1B2B3B4B5: message-id=<one@example.com>",
        "2026-11-04T16:46:03.1Z <22>Nov  4 16:46:02 mx1 postfix/smtpd[1]: B1B2B3B4B5: client=y.example[198.51.100.1]",
        "2026 Nov  4 16:46:02 mx1 postfix/smtpd[1]: C1C2C3C4C5: client=y.example[198.51.100.2]",
        "Nov  4 2026 16:46:02 mx1 postfix/cleanup[2]: C1C2C3C4C5: message-id=<two@example.com>",
        "Nov  4 16:46:02 2026 mx1 postfix/pickup[1]: F1F2F3F4F5: uid=104 from=<a@b> orig_id=A1A2A3A4A5",
        "Nov  4 16:46:02 mx1 postfix/smtpd[1]: NOQUEUE: client=n.example[198.51.100.5], sasl_method=PLAIN, sasl_username=noq",
        "Nov  4 16:46:02 mx1 postfix/smtpd[1]: NOQUEUE: proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as D1D2D3D4D5; from=<a@b> to=<c@d> proto=ESMTP helo=<x>",
        "Nov  4 16:46:02 mx1 postfix/cleanup[2]: A1A2A3A4A5: warning: header Subject: B1B2B3B4B5: client=z[203.0.113.9]",
        "Nov  4 16:46:03 mx1 postfix/qmgr[3]: A1A2A3A4A5: from=<a@b>, size=1, nrcpt=1 (queue active)",
        "Nov  4 16:46:03 mx1 postfix/smtp[4]: A1A2A3A4A5: to=<a@b>, orig_to=<c>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 Ok: queued as D1D2D3D4D5)",
        "Nov  4 16:46:03 mx1 postfix/local[4]: B1B2B3B4B5: to=<a@b>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (forwarded as E1E2E3E4E5)",
        "Nov  4 16:46:03 mx1 postfix/bounce[4]: A1A2A3A4A5: sender non-delivery notification: B1B2B3B4B5",
        "Nov  4 16:46:04 mx1 postfix/qmgr[3]: A1A2A3A4A5: removed",
        "Nov  4 16:46:04 mx1 postfix/qmgr[3]: B1B2B3B4B5: from=<a@b>, status=expired, returned to sender",
        "2026-11-04 16:46:01 1tAbCd-0001xY-2Z <= a@b H=h (x) [192.0.2.8]:25 I=[203.0.113.9]:25 P=esmtpsa X=TLS DN=\"/CN=x\" A=login:eve S=9 id=one@example.com T=\"a \\\" b\" for c@d",
        "2026-11-04 16:46:01.123 +0000 [77] 1tAbCe-0001xY-2Z <= <> R=1tAbCd-0001xY-2Z U=mailnull P=local S=9 id=two@example.com",
        "2026-11-04 16:46:02 1tAbCd-0001xY-2Z => c@d R=dnslookup T=remote_smtp H=mx.d [203.0.113.1] C=\"250 ok\"",
        "2026-11-04 16:46:02 1tAbCd-0001xY-2Z Completed",
        "Nov  4 16:46:01 mx1 sm-mta[7]: AUTH=server, relay=h [192.0.2.9], authid=sam, mech=PLAIN, bits=0",
        "Nov  4 16:46:01 mx1 sm-mta[7]: 4A4Gk1aB001234: from=<a@b>, size=1, class=0, nrcpts=1, msgid=<three@example.com>, proto=ESMTP, daemon=MTA, relay=h [192.0.2.9]",
        "Nov  4 16:46:01 mx1 sm-mta[8]: 4A4Gk1aB001234: to=<c@d>, delay=00:00:01, mailer=esmtp, pri=1, relay=mx.d. [203.0.113.1], dsn=2.0.0, stat=Sent (ok)"
    };
    private static final String[] PIECES = {
        "client=",
        "uid=0 from=<root>",
        ", sasl_username=root",
        "A1A2A3A4A5: ",
        "B1B2B3B4B5",
        "message-id=<one@example.com>",
        "postfix/smtpd[1]: ",
        "]",
        "[",
        "\"",
        "<",
        ">",
        ", relay=local",
        ", status=sent (",
        "queued as ",
        " H=(",
        ") [",
        " A=x:root",
        " id=one@example.com",
        "\0",
        "\r",
        "\u001b[31m",
        "é",
        " ",
        ": ",
        "\\",
        "=",
        "%",
        "Feb 30",
        "99:99:99",
        "999999999999",
        ",",
        ", msgid=<one@example.com>",
        ", relay=v [203.0.113.7]",
        "NOQUEUE",
        "removed",
        ")",
        "(",
        "/",
        "<22>",
        "1 ",
        "T",
        " | ",
        "Z ",
        "stdout F ",
        "Wed ",
        " UTC ",
        "2026 ",
        "> orig_id=A1A2A3A4A5",
        "NOQUEUE: client=v[203.0.113.7]",
        "proxy-accept: END-OF-MESSAGE: 250 ",
        "; from=<"
    };
    private static final String WRAPPING = "^(?:\\S+ +\\| )?(?:\\S+Z (?:std\\w+ F )?)?(?:<\\d+>)?(?:1 )?";
    private static final String SYSLOG = WRAPPING
            + "(?:\\w{3} )?(?:\\d{4} )?\\S+(?: +\\d+(?: \\d{4})? [\\d:.]+)? (?:\\d{4} )?(?:[A-Z]{3,5} )?(?:<\\S+> )?\\S+ ";
    private static final Pattern POSTFIX = Pattern.compile(
            SYSLOG + "\\S*/(?:smtpd|qmqpd|pickup)(?:(?:\\[\\d*\\])?:| \\S+ \\S+ \\S+) (\\w+): (client=|uid=)(.*)$",
            Pattern.DOTALL);
    private static final Pattern EXIM =
            Pattern.compile("(\\w{6}-(?:\\w{6}-\\w\\w|\\w{11}-\\w{4})) <= (.*)$", Pattern.DOTALL);
    private static final Pattern SENDMAIL = Pattern.compile(": (\\w+): from=(.*)$", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\w{6}-\\w+-\\w+|\\w{5,}");
    private static final List<MessageId> IDS = List.of(
            MessageId.of("one@example.com"), MessageId.of("two@example.com"), MessageId.of("three@example.com"));

    @Test
    void trace_damagedLogs_neverThrowsAndBlamesNobodyWhoIsNotThere() {
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = damaged(new SplittableRandom(round));

            MailTrace trace = LogText.log(lines).trace(IDS);

            Map<String, Set<String>> origins = origins(lines);
            for (TracedMail mail : trace.mails()) {
                assertThat(isThere(mail, lines, origins))
                        .as("round %s: %s in%n%s", round, mail, String.join("\n", lines))
                        .isTrue();
                found++;
            }
        }
        assertThat(found).isGreaterThan(ROUNDS);
    }

    private static List<String> damaged(SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(40, 80);
        for (int i = 0; i < count; i++) {
            StringBuilder line = new StringBuilder(LINES[random.nextInt(LINES.length)]);
            int damages = random.nextInt(4);
            for (int damage = 0; damage < damages; damage++) {
                damage(line, random);
            }
            lines.add(line.toString().replace('\n', ' '));
        }
        return lines;
    }

    private static void damage(StringBuilder line, SplittableRandom random) {
        int at = random.nextInt(line.length() + 1);
        switch (random.nextInt(6)) {
            case 0 -> line.insert(at, PIECES[random.nextInt(PIECES.length)]);
            case 1 -> line.delete(at, Math.min(line.length(), at + random.nextInt(1, 12)));
            case 2 -> line.setLength(at);
            case 3 -> line.insert(at, LINES[random.nextInt(LINES.length)]);
            case 4 -> {
                String other = LINES[random.nextInt(LINES.length)];
                line.setLength(at);
                line.append(other, random.nextInt(other.length()), other.length());
            }
            default -> line.insert(at, (char) random.nextInt(1, 256));
        }
    }

    /** By queue id, the texts of its lines of origin. */
    private static Map<String, Set<String>> origins(List<String> lines) {
        Map<String, Set<String>> origins = new HashMap<>();
        for (String line : lines) {
            for (Pattern pattern : List.of(POSTFIX, EXIM, SENDMAIL)) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.find()) {
                    origins.computeIfAbsent(matcher.group(1), queueId -> new HashSet<>())
                            .add(line);
                }
            }
        }
        return origins;
    }

    private static boolean isThere(TracedMail mail, List<String> lines, Map<String, Set<String>> origins) {
        String name = name(mail.origin());
        if (name.isEmpty()) {
            return true;
        }
        Set<String> related = new HashSet<>(mail.queueIds());
        int before = 0;
        while (related.size() > before) {
            before = related.size();
            for (String line : lines) {
                List<String> words = WORD.matcher(line)
                        .results()
                        .map(result -> result.group())
                        .toList();
                if (words.stream().anyMatch(related::contains)) {
                    words.stream().filter(origins::containsKey).forEach(related::add);
                }
            }
        }
        boolean login = lines.stream().anyMatch(line -> line.contains("AUTH=server") && line.contains(name));
        return login
                || related.stream()
                        .flatMap(queueId -> origins.getOrDefault(queueId, Set.of()).stream())
                        .anyMatch(line -> line.contains(name));
    }

    private static String name(Origin origin) {
        if (origin instanceof Origin.SaslUser login) {
            return login.name();
        }
        if (origin instanceof Origin.LocalUser local) {
            return local.account();
        }
        return origin instanceof Origin.Client client ? client.address().toString() : "";
    }

    @Test
    void trace_bytesThatAreNoLog_neverThrows() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20; round++) {
            byte[] bytes = new byte[random.nextInt(100_000)];
            random.nextBytes(bytes);
            assertThat(MailLog.stream(new java.io.ByteArrayInputStream(bytes))
                            .trace(IDS)
                            .mails())
                    .isEmpty();
        }
        assertThat(Arrays.asList(LINES)).isNotEmpty();
    }
}
