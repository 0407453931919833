package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.NewTicket;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.mail.AuditReport;
import io.github.ovhantispam.mail.DnsResolver;
import io.github.ovhantispam.mail.FalsePositiveReport;
import io.github.ovhantispam.mail.Language;
import io.github.ovhantispam.mail.SenderAudit;
import io.github.ovhantispam.mail.SpamAlert;
import io.github.ovhantispam.mail.Verdict;
import io.github.ovhantispam.model.SupportTicket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A block that was a mistake: audit the mail that the alert names, pack the case, and open a ticket about it.
 *
 * <p>Without arguments it runs on an emulator, with the alert of the vendor's guide and a newsletter made up for it. No
 * DNS server is asked then, so what only DNS can tell is UNKNOWN. With {@code --live}, the alert mail, the original
 * mail and a file to write it audits the mail and writes the case into the file; it opens no ticket.
 */
public final class DeclareFalsePositive {

    private DeclareFalsePositive() {}

    /**
     * Declares a false positive.
     *
     * @param arguments nothing; or {@code --live}, an alert mail, an original mail, and a zip file to write
     */
    public static void main(String... arguments) {
        List<String> given = List.of(arguments);
        try {
            if (given.isEmpty()) {
                runOnEmulator();
            } else if (given.size() == 4 && given.get(0).equals("--live")) {
                Path mail = Path.of(given.get(1));
                SpamAlert alert =
                        SpamAlert.parse(mail).orElseThrow(() -> new IllegalArgumentException("no alert: " + mail));
                byte[] message = Files.readAllBytes(Path.of(given.get(2)));
                prepare(alert, message, DnsResolver.system()).writeZip(Path.of(given.get(3)));
            } else {
                throw new IllegalArgumentException(
                        "the only arguments are --live, an alert mail, an original mail and a zip file to write");
            }
        } catch (AntispamException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("cannot be read: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void runOnEmulator() {
        System.out.println(
                "This runs on an emulator inside the program: no DNS is asked, and no real ticket is opened.");
        SpamAlert alert = SpamAlert.parse(ALERT).orElseThrow();
        DnsResolver nobody = DnsResolver.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1))
                .timeout(Duration.ofMillis(50));
        FalsePositiveReport report = prepare(alert, NEWSLETTER.getBytes(StandardCharsets.UTF_8), nobody);
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep)
                        .build()) {
            emulator.seedGuide();
            open(report, antispam, emulator);
        }
    }

    private static FalsePositiveReport prepare(SpamAlert alert, byte[] message, DnsResolver dns) {
        System.out.println("1. The audit of " + alert.address() + " and of the mail");
        AuditReport audit = SenderAudit.using(dns).alert(alert).message(message).run();
        for (Verdict verdict : Verdict.values()) {
            System.out.println("   " + audit.findings(verdict).size() + " x " + verdict);
        }
        FalsePositiveReport report =
                FalsePositiveReport.of(alert).message(message).audit(audit).build();
        System.out.println("2. What the vendor will miss, and what speaks against the case");
        report.problems().forEach(problem -> System.out.println("   missing: " + problem));
        report.weaknesses().forEach(weakness -> System.out.println("   weak: " + weakness));
        return report;
    }

    private static void open(FalsePositiveReport report, AntispamClient antispam, AntispamEmulator emulator) {
        System.out.println("3. A dry run: what would be sent, and whose data is in it");
        NewTicket draft = report.draft(antispam, Language.FRENCH);
        System.out.println("   " + draft.requestText().substring(0, 60) + "... (" + draft + ")");
        report.personalData().forEach(data -> System.out.println("   personal data: " + data));
        System.out.println("   tickets so far: " + emulator.tickets().size());

        System.out.println("4. The ticket");
        SupportTicket ticket = report.open(antispam, Language.FRENCH);
        System.out.println("   opened: " + ticket);
        System.out.println("   attach the .eml files of the report to it in the control panel");

        System.out.println("5. Had the response been lost, it would not have been sent twice");
        emulator.faults().on(Operation.CREATE_TICKET).times(1).resetAfterProcessing();
        try {
            report.open(antispam, Language.FRENCH);
        } catch (AntispamException e) {
            System.out.println("   may have been processed: " + e.mayHaveBeenProcessed());
            System.out.println(
                    "   requests to open a ticket: " + emulator.journal().count(Operation.CREATE_TICKET));
        }
    }

    private static final String ALERT = """
            Dear Customer,

            Our anti-spam protection layer has detected that your IP 122.122.122.122 is sending spam.

            Destination IP: 188.95.235.33 - Message-ID: fc090jdhf934iu09bf084bfo92@xxxxxxxxxxxxx.com - Spam score: 300
            """;

    private static final String NEWSLETTER = """
            From: The Gardening Club <news@example.org>
            To: Ada <ada@example.net>
            Subject: Our garden in May
            Date: Mon, 29 Aug 2022 17:40:00 +0100
            Message-ID: <fc090jdhf934iu09bf084bfo92@xxxxxxxxxxxxx.com>
            List-Unsubscribe: <https://example.org/leave?id=7>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Dear Ada,

            the club meets on Tuesday at seven. We look at the roses and have tea, as every month. Bring a chair.

            You get this mail because you are a member. Unsubscribe: https://example.org/leave?id=7
            """;
}
