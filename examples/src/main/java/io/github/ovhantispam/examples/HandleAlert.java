package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.client.ReleaseProgress.Step;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.mail.Culprit;
import io.github.ovhantispam.mail.MailLog;
import io.github.ovhantispam.mail.MailQueue;
import io.github.ovhantispam.mail.MailService;
import io.github.ovhantispam.mail.MailTrace;
import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.Origin;
import io.github.ovhantispam.mail.SpamAlert;
import io.github.ovhantispam.mail.SpamAlerts;
import io.github.ovhantispam.model.SpamIp;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The morning of the alert, from the vendor's mail to the released address: whose address is it, does mail still leave,
 * who sent the spam, and when is it safe to ask for the release.
 *
 * <p>Without arguments it runs on an emulator, with the alert of the vendor's guide and a log made up for it, and looks
 * at the Postfix of this machine if there is one; {@code --postfix} and a directory name the configuration of another
 * Postfix. With {@code --live}, the alert mail and log files it reads the account whose credentials are in the
 * {@code OVH_*} variables, and releases nothing. With {@code --notifications}, alone or in place of the mail, it begins
 * from the mails that the vendor sent to the account's owner, which the API has too.
 */
public final class HandleAlert {

    private static final String NOTIFICATIONS = "--notifications";

    private final MailService service;
    private final MailQueue queue;

    private HandleAlert(MailService service, MailQueue queue) {
        this.service = service;
        this.queue = queue;
    }

    /**
     * Handles an alert.
     *
     * @param arguments nothing; {@code --notifications}; {@code --postfix} and a directory; or {@code --live}, a mail
     *     or {@code --notifications}, and log files
     */
    public static void main(String... arguments) {
        List<String> given = List.of(arguments);
        try {
            if (given.isEmpty() || given.equals(List.of(NOTIFICATIONS))) {
                new HandleAlert(MailService.postfix(), MailQueue.postfix()).runOnEmulator(!given.isEmpty());
            } else if (given.size() == 2 && given.get(0).equals("--postfix")) {
                Path configuration = Path.of(given.get(1));
                new HandleAlert(
                                MailService.postfix().configuration(configuration),
                                MailQueue.postfix().configuration(configuration))
                        .runOnEmulator(false);
            } else if (given.size() > 2 && given.get(0).equals("--live")) {
                List<Path> logs =
                        given.subList(2, given.size()).stream().map(Path::of).toList();
                new HandleAlert(MailService.postfix(), MailQueue.postfix()).readLive(given.get(1), MailLog.of(logs));
            } else {
                throw new IllegalArgumentException("the only arguments are --notifications; --postfix and a"
                        + " configuration directory; or --live, an alert mail or --notifications, and log files");
            }
        } catch (AntispamException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void readLive(String source, MailLog log) {
        try (AntispamClient antispam = AntispamClient.create()) {
            SpamAlert alert = read(source.equals(NOTIFICATIONS) ? latest(antispam) : parsed(Path.of(source)));
            SpamIpResource ip = locate(alert, antispam);
            lookAtMailServer();
            trace(log, alert, ip);
        }
    }

    private static SpamAlert parsed(Path mail) {
        return SpamAlert.parse(mail).orElseThrow(() -> new IllegalArgumentException("no alert: " + mail));
    }

    /** The newest alert in the account's notifications. */
    private static SpamAlert latest(AntispamClient antispam) {
        return SpamAlerts.of(antispam).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no alert among the notifications"));
    }

    private void runOnEmulator(boolean fromNotifications) {
        System.out.println("This runs on an emulator inside the program: nothing is stopped, deleted or released.");
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep)
                        .build()) {
            emulator.seedGuide();
            emulator.addNotification("Alert about your service", ALERT);
            SpamAlert alert = read(
                    fromNotifications
                            ? latest(antispam)
                            : SpamAlert.parse(ALERT).orElseThrow());
            SpamIpResource ip = locate(alert, antispam);
            lookAtMailServer();
            MailTrace trace = traced(logOf(alert).trace(alert));

            System.out.println("5. A release while the culprits can still send");
            Precaution stopped = stoppedAndEmpty();
            try {
                release(ip, stopped.and(trace.contained()));
            } catch (PrecautionException e) {
                System.out.println("   refused: " + e.getMessage());
                System.out.println("   requests to unblock that were sent: "
                        + emulator.journal().count(Operation.UNBLOCK));
            }

            System.out.println("6. The culprits are dealt with, one by one");
            for (Culprit culprit : trace.culprits()) {
                String measure = culprit.origin() instanceof Origin.LocalUser
                        ? "script removed, hole closed"
                        : "password changed, sessions closed";
                trace = trace.handled(culprit, measure);
                System.out.println("   " + culprit.origin() + ": " + measure);
            }

            System.out.println("7. The release, which waits for the end of the block and for the effect");
            release(ip, stopped.and(trace.contained()));
        }
    }

    private static SpamAlert read(SpamAlert alert) {
        System.out.println("1. The alert mail");
        System.out.println(
                "   names " + alert.address() + " and " + alert.samples().size() + " mails");
        return alert;
    }

    private static SpamIpResource locate(SpamAlert alert, AntispamClient antispam) {
        System.out.println("2. The account");
        SpamIpResource ip = alert.locate(antispam); // BlockNotFoundException: not yours, or a forged alert
        SpamIp spam = ip.get();
        System.out.println("   has it in " + ip.block() + ": " + spam.state());
        System.out.println("   blocked since " + spam.date().toInstant() + ", can be released from "
                + spam.releasableAt().toInstant());
        return ip;
    }

    private void lookAtMailServer() {
        System.out.println("3. The mail server of this machine");
        System.out.println("   " + service.status());
        System.out.println("   " + queue.inspect());
    }

    /** By Message-ID, and by time and destination where an alert gives none. */
    private static void trace(MailLog log, SpamAlert alert, SpamIpResource ip) {
        traced(log.trace(alert, ip.stats()));
    }

    private static MailTrace traced(MailTrace trace) {
        System.out.println("4. The log: who handed these mails in?");
        trace.culprits().forEach(culprit -> System.out.println("   " + culprit));
        trace.missing().forEach(id -> System.out.println("   not in these logs: " + id));
        trace.incomplete().forEach(gap -> System.out.println("   incomplete: " + gap));
        return trace;
    }

    /** The real precautions where they hold; on the emulator, which sends no mail, the operator's word where not. */
    private Precaution stoppedAndEmpty() {
        Precaution real = service.stopped().and(queue.empty());
        return address -> {
            try {
                real.check(address);
                System.out.println("   Postfix is stopped and its queue is empty");
            } catch (PrecautionException e) {
                System.out.println("   (with a real address it would end here: see the mail server above)");
                Precaution.mailStoppedAndQueueEmptied().check(address);
            }
        };
    }

    private static void release(SpamIpResource ip, Precaution precaution) {
        Set<Step> printed = EnumSet.noneOf(Step.class);
        SpamIp free = ip.release(precaution)
                .timeout(Duration.ofHours(2))
                .onProgress(progress -> {
                    if (printed.add(progress.step())) {
                        System.out.println("   " + progress);
                    }
                })
                .await();
        System.out.println("   " + free.ipSpamming() + " is " + free.state() + ". Start the mail server again.");
    }

    private static final String ALERT = """
            Dear Customer,

            Our anti-spam protection layer has detected that your IP 122.122.122.122 is sending spam.

            Destination IP: 188.95.235.33 - Message-ID: d24aa492-5f37-457f-9595-23ddc9e0f714@xxxxxxxxxxxxx.xx.local - Spam score: 300
            Destination IP: 188.95.235.33 - Message-ID: fc090jdhf934iu09bf084bfo92@xxxxxxxxxxxxx.com - Spam score: 300
            Destination IP: 188.95.235.33 - Message-ID: P0hbfo93407684bfoqljrlqvpLatS3RRB9rZw7e8s@xxxxxxxxxxxx.online - Spam score: 300
            Destination IP: 188.95.235.33 - Message-ID: 6ZUnls843bnf0934StxFasYGmhtDJRo@xxxxxxxxxxxx.online - Spam score: 300
            """;

    /** A log such as Postfix writes: a login sent all mails of the alert but one, which a web server's account sent. */
    private static MailLog logOf(SpamAlert alert) {
        StringBuilder log = new StringBuilder();
        for (MessageId id : alert.messageIds()) {
            String origin = log.isEmpty()
                    ? "pickup[812]: ID: uid=33 from=<www-data>"
                    : "submission/smtpd[811]: ID: client=unknown[198.51.100.23], sasl_method=PLAIN, sasl_username=info";
            log.append("""
                    TIME ORIGIN
                    TIME cleanup[813]: ID: message-id=<MESSAGE>
                    TIME qmgr[814]: ID: from=<info@example.org>, size=901, nrcpt=1 (queue active)
                    TIME smtp[815]: ID: to=<user@example.net>, relay=mx.example.net[188.95.235.33]:25, delay=1, \
                    delays=0/0/0/1, dsn=2.0.0, status=sent (250 OK)
                    TIME qmgr[814]: ID: removed
                    """.replace("ORIGIN", origin)
                    .replace("ID", "4MGd%02dXyzzzz".formatted(log.length() % 97))
                    .replace("TIME ", "2022-08-29T17:42:40.000000+01:00 mail postfix/")
                    .replace("MESSAGE", id.value()));
        }
        return MailLog.stream(new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
