package io.github.ovhantispam.examples;

import static io.github.ovhantispam.client.WatchNotice.Kind.BLOCKED;
import static io.github.ovhantispam.client.WatchNotice.Kind.UNBLOCKED;
import static io.github.ovhantispam.client.WatchNotice.Kind.UNBLOCKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.client.RetryPolicy;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.client.SweepItem;
import io.github.ovhantispam.client.SweepResult;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.client.WatchStore;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.mail.MailLog;
import io.github.ovhantispam.mail.MailQueue;
import io.github.ovhantispam.mail.MailService;
import io.github.ovhantispam.mail.MailTrace;
import io.github.ovhantispam.mail.SpamAlert;
import io.github.ovhantispam.model.SpamState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in README and in the pages of docs, as it stands there, run on an emulator; DocumentationTest compares. */
class DocumentedCodeTest {

    private AntispamEmulator emulator;
    private AntispamClient antispam;

    private final List<String> sent = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.start();
        emulator.seedGuide();
        antispam = AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .sleeper(emulator.clock()::sleep)
                .build();
    }

    @AfterEach
    void stop() {
        antispam.close();
        emulator.close();
    }

    @Test
    void sweep_ofReadme_findsWhatIsBlocked() {
        SweepResult sweep = antispam.sweep()
                .state(SpamState.BLOCKED_FOR_SPAM)
                .ratePerMinute(60) // what the vendor calls fair; unless set, as fast as it goes
                .run();
        for (SweepItem.Finding finding : sweep.findings()) {
            System.out.println(finding); // finding.resource() is the handle to release it with
        }
        for (SweepItem.BlockFailure failure : sweep.failures()) { // what could not be read; none: nothing is missing
            System.err.println(failure);
        }

        assertThat(sweep.findings()).hasSize(1);
        assertThat(sweep.failures()).isEmpty();
    }

    @Test
    void precaution_ofReadme_refusesWhileMailsWait() {
        Queue<String> queue = new ArrayDeque<>(List.of("a mail"));
        Precaution queueIsEmpty = ip -> {
            if (!queue.isEmpty()) {
                throw new PrecautionException(queue.size() + " mails wait in the queue");
            }
        };

        SpamIpResource ip = antispam.locate("122.122.122.122");
        assertThrows(PrecautionException.class, () -> ip.unblock(queueIsEmpty));
        assertThat(emulator.journal().count(Operation.UNBLOCK)).isZero();
    }

    @Test
    void options_ofReadme_holdForSomeCalls() {
        AntispamClient patient =
                antispam.withOptions(o -> o.timeout(Duration.ofMinutes(5)).retryPolicy(RetryPolicy.none()));

        assertThat(patient.ipBlocks().list()).hasSize(7);
    }

    @Test
    void alert_ofGuide_leadsToTheCulprit() throws Exception {
        Path mail = Files.writeString(directory.resolve("alert.eml"), """
                Our anti-spam protection layer has detected that your IP 122.122.122.122 is sending spam.

                Destination IP: 188.95.235.33 - Message-ID: a@example.org - Spam score: 300
                """);
        Path log = Files.writeString(directory.resolve("mail.log"), """
                2022-08-29T17:42:40+01:00 mail postfix/pickup[8]: 4MGd01Xyzzzz: uid=33 from=<www-data>
                2022-08-29T17:42:40+01:00 mail postfix/cleanup[9]: 4MGd01Xyzzzz: message-id=<a@example.org>
                2022-08-29T17:42:40+01:00 mail postfix/qmgr[7]: 4MGd01Xyzzzz: removed
                """);

        SpamAlert alert = SpamAlert.parse(mail).orElseThrow(); // empty: not an alert
        SpamIpResource ip = alert.locate(antispam); // BlockNotFoundException: not an address of this account

        MailTrace trace = MailLog.rotated(log).trace(alert.messageIds());
        trace.culprits().forEach(System.out::println); // who handed the mails in, the one with the most first
        trace = trace.handled(trace.culprits().get(0), "script removed");

        Precaution precaution =
                MailService.postfix().stopped().and(MailQueue.postfix().empty()).and(trace.contained());

        assertThat(ip.get().state()).isEqualTo(SpamState.BLOCKED_FOR_SPAM);
        assertThat(trace.culprits()).hasSize(1);
        assertThat(precaution).isNotNull();
        trace.contained().check(alert.address());
    }

    @Test
    void watch_ofItsPage_notifiesOfAChange() {
        Path file = directory.resolve("watch");
        assertThrows(AntispamInterruptedException.class, () -> watch(file));

        assertTrue(Thread.interrupted());
        assertThat(sent).hasSize(1);
        assertThat(file).exists();
    }

    private void watch(Path file) {
        antispam.sweep()
                .watch(Duration.ofMinutes(5))
                .store(WatchStore.file(file))
                .await(notice -> {
                    if (notice instanceof WatchNotice.Change change) { // BLOCKED, BLOCKED_AGAIN, UNBLOCKING, UNBLOCKED
                        send(change.id(), change.toString());
                    }
                });
    }

    private void send(String id, String text) {
        sent.add(id + ": " + text);
        Thread.currentThread().interrupt();
    }

    @Test
    void emulator_ofItsPage_isAtTheEndOfABlock() {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment()) // or oauth2Environment(), accessTokenEnvironment()
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep) // both: a wait moves the clock, and takes no time
                        .build()) {
            emulator.ipBlock("122.122.122.121/28").spamIp("122.122.122.122").blockedFor(Duration.ofHours(1));
            emulator.clock().advance(Duration.ofHours(1));
            emulator.faults().on(Operation.UNBLOCK).times(1).resetAfterProcessing();

            antispam.locate("122.122.122.122").unblock(Precaution.mailStoppedAndQueueEmptied());
            emulator.journal().verify(Operation.UNBLOCK, 1); // the lost response is read back, not sent again
        }
        assertThat(emulator.journal().count(Operation.UNBLOCK)).isZero();
    }

    @Test
    void watch_ofTheTestingPage_hearsEachChange() {
        emulator.reset();
        EmulatedSpamIp address = emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1");
        address.blockedFor(Duration.ofHours(1));

        List<WatchNotice.Kind> heard = new ArrayList<>();
        assertThrows(
                AntispamInterruptedException.class,
                () -> antispam.sweep().watch(Duration.ofMinutes(1)).await(notice -> {
                    heard.add(((WatchNotice.Change) notice).kind());
                    switch (heard.size()) {
                        case 1 -> address.unblocking(); // an address of the emulator
                        case 3 -> Thread.currentThread().interrupt();
                        default -> {}
                    }
                }));
        assertTrue(Thread.interrupted());
        assertEquals(List.of(BLOCKED, UNBLOCKING, UNBLOCKED), heard);
    }

    @Test
    void errors_ofTheirPage_areToldApart() {
        SpamIpResource ip = antispam.locate("122.122.122.122");
        try {
            ip.unblock(Precaution.mailStoppedAndQueueEmptied());
        } catch (AntispamException e) {
            if (e.mayHaveBeenProcessed()) {
                System.err.println("read the address before anything else: " + ip.get());
            } else {
                System.err.println("nothing was released: " + e.getMessage());
            }
        }

        assertThat(emulator.journal().count(Operation.UNBLOCK)).isEqualTo(1);
    }
}
