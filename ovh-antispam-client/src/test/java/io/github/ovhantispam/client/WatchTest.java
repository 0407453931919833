package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.client.WatchNotice.SweepFailed;
import io.github.ovhantispam.emulator.JournalEntry;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a watch tells, and when. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchTest {

    @RegisterExtension
    final WatchScript script = new WatchScript();

    @Test
    void firstSweep_tellsOfWhatIsNotUnblocked() {
        script.emulator.ipBlock(WatchScript.NARROW).spamIp("192.0.2.2").unblocking();
        script.emulator.ipBlock(WatchScript.NARROW).spamIp("192.0.2.3").unblocked();

        assertThat(script.changes(script.watch(), WatchScript::nothing))
                .containsExactlyInAnyOrder("BLOCKED 192.0.2.1", "UNBLOCKING 192.0.2.2");
    }

    @Test
    void eachChange_isToldOnce() {
        List<WatchNotice> events = script.events(
                script.watch(),
                script.address::unblocking,
                script.address::unblocked,
                WatchScript::nothing,
                script.address::reoffends,
                script.address::reoffends,
                WatchScript::nothing,
                script.address::unblocked);

        assertThat(WatchScript.names(events))
                .containsExactly(
                        "BLOCKED 192.0.2.1",
                        "UNBLOCKING 192.0.2.1",
                        "UNBLOCKED 192.0.2.1",
                        "BLOCKED_AGAIN 192.0.2.1",
                        "BLOCKED_AGAIN 192.0.2.1",
                        "UNBLOCKED 192.0.2.1");
        assertThat(WatchScript.ids(events))
                .doesNotHaveDuplicates()
                .startsWith(
                        "192.0.2.1,2026-01-01T12:00:00Z,blockedForSpam", "192.0.2.1,2026-01-01T12:00:00Z,unblocking");
        assertThat(events.get(0))
                .hasToString(
                        "192.0.2.1 in 192.0.2.0/28 is blockedForSpam, last blocked at" + " 2026-01-01T12:00Z for 1 h");
        assertThat(((Change) events.get(2)).before())
                .get()
                .extracting(SpamIp::state)
                .isEqualTo(SpamState.UNBLOCKING);
    }

    @Test
    void unblockedAddress_thatIsNewLater_isTold() {
        assertThat(script.changes(
                        script.watch(),
                        () -> script.emulator
                                .ipBlock(WatchScript.OTHER)
                                .spamIp("198.51.100.1")
                                .unblocked()))
                .containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 198.51.100.1");
    }

    @Test
    void blockedAgainAndReleasedBetweenTwoSweeps_isOneUnblockedWithTheLaterDate() {
        script.address.unblocked();

        List<WatchNotice> events = script.events(
                script.watch(),
                WatchScript::nothing,
                () -> script.address.reoffends().unblocked());

        assertThat(WatchScript.names(events)).containsExactly("UNBLOCKED 192.0.2.1");
        Change change = (Change) events.get(0);
        assertThat(change.finding().spamIp().date()).isEqualTo(script.address.date());
        assertThat(change.before().orElseThrow().date()).isBefore(script.address.date());
    }

    @Test
    void backToBlockedWithTheSameDate_isBlockedWithTheSameId() {
        OffsetDateTime date = script.address.date();

        List<WatchNotice> events = script.events(
                script.watch(), script.address::unblocked, () -> script.address.blockedAt(date, WatchScript.HOUR));

        assertThat(WatchScript.names(events))
                .containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 192.0.2.1", "BLOCKED 192.0.2.1");
        assertThat(WatchScript.ids(events).get(2))
                .isEqualTo(WatchScript.ids(events).get(0));
    }

    @Test
    void sameMomentWithAnotherOffset_isNoChange() {
        OffsetDateTime date = script.address.date();

        assertThat(script.changes(
                        script.watch(),
                        () -> script.address.blockedAt(
                                date.withOffsetSameInstant(ZoneOffset.ofHours(2)), WatchScript.HOUR)))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    @Test
    void unknownState_isToldLikeAnyOther() {
        List<WatchNotice> events = script.events(
                script.watch(),
                () -> script.emulator.faults().on(Operation.LIST_SPAM).unknownValue(),
                WatchScript::nothing,
                () -> script.emulator.faults().clear());

        assertThat(WatchScript.names(events))
                .containsExactly("BLOCKED 192.0.2.1", "UNRECOGNIZED 192.0.2.1", "BLOCKED 192.0.2.1");
        assertThat(events.get(1).id()).endsWith(",addedLater");
    }

    @Test
    void unknownState_inTheFirstSweep_isTold() {
        script.emulator.faults().on(Operation.LIST_SPAM).unknownValue();

        assertThat(script.changes(script.watch())).containsExactly("UNRECOGNIZED 192.0.2.1");
    }

    @Test
    void failedListOfBlocks_isTold_andTheWatchGoesOn() {
        List<WatchNotice> events = script.events(
                script.watch(),
                () -> {
                    script.emulator.faults().on(Operation.LIST_BLOCKS).status(500);
                    script.address.unblocked();
                },
                () -> script.emulator.faults().clear());

        assertThat(WatchScript.names(events))
                .containsExactly("BLOCKED 192.0.2.1", "SWEEP_FAILED", "UNBLOCKED 192.0.2.1");
        SweepFailed failed = (SweepFailed) events.get(1);
        assertThat(failed.cause()).get().isInstanceOf(ServerException.class);
        assertThat(failed.blocks()).isEmpty();
        assertThat(failed.begun()).isEqualTo(WatchScript.START.plus(WatchScript.INTERVAL));
        assertThat(failed.id()).isEqualTo("sweep,2026-01-01T12:10:00Z");
        assertThat(failed.toString())
                .startsWith("the sweep that began at 2026-01-01T12:10:00Z failed; it ended early: ");
    }

    @Test
    void rejectedCredentials_endASweepAndNotTheWatch() {
        List<WatchNotice> events = script.events(
                script.watch(),
                () -> {
                    script.emulator
                            .faults()
                            .on(Operation.LIST_SPAM)
                            .status(403, "INVALID_CREDENTIAL", "This credential is not valid");
                    script.address.unblocked();
                },
                () -> script.emulator.faults().clear());

        assertThat(WatchScript.names(events))
                .containsExactly("BLOCKED 192.0.2.1", "SWEEP_FAILED", "UNBLOCKED 192.0.2.1");
        assertThat(((SweepFailed) events.get(1)).cause()).get().isInstanceOf(AuthenticationException.class);
    }

    /** A program that dies between the end of its handler and the next save. */
    /** Without the crash, an address that is free when it is first seen would be history. */
    @Test
    void interval_isFromStartToStart() {
        script.emulator.faults().on(Operation.LIST_BLOCKS).takes(Duration.ofMinutes(4));

        script.events(script.antispam.sweep().ratePerMinute(60_000).watch(WatchScript.INTERVAL), WatchScript::nothing);

        assertThat(script.pauses)
                .hasSize(2)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6)));
    }

    @Test
    void sweepThatOutlastsItsInterval_isFollowedByTheNext_withOneWarning() {
        script.antispam.ipBlocks().list(); // learns the server's time, which would be a request of the first sweep
        script.emulator.faults().on(Operation.LIST_BLOCKS).times(2).takes(Duration.ofMinutes(11));
        Watch watch = script.antispam
                .sweep()
                .ratePerMinute(2)
                .watch(WatchScript.INTERVAL); // a pause of 30 s, which this test can see

        String log = logged(() -> script.events(
                watch,
                WatchScript::nothing,
                WatchScript::nothing,
                () -> script.emulator.faults().on(Operation.LIST_BLOCKS).takes(Duration.ofMinutes(12))));

        assertThat(script.pauses.get(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(script.pauses.get(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(script.pauses.get(2)).isBetween(Duration.ofMinutes(9), WatchScript.INTERVAL);
        assertThat(log.lines().filter(line -> line.contains("a sweep of a watch took")))
                .hasSize(2)
                .allMatch(line -> line.contains("io.github.ovhantispam.client"))
                .allMatch(line -> line.contains("its interval is 10 min"))
                .anyMatch(line -> line.contains("took 11 min"))
                .anyMatch(line -> line.contains("took 12 min"));
    }

    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rate_is60RequestsAMinuteUnlessSet() {
        script.emulator.seed(Seed.generated(20, 0, 1));

        script.events(script.antispam
                .sweep()
                .concurrency(1)
                .watch(Duration.ofHours(1))); // as many sleepers would move the clock at once

        List<Instant> times = script.emulator.journal().entries(Operation.LIST_SPAM).stream()
                .map(JournalEntry::time)
                .toList();
        assertThat(Duration.between(times.get(0), times.get(times.size() - 1)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(times.size() - 1));
    }

    @Test
    void sweepsSettings_holdForTheWatch() {
        script.emulator
                .ipBlock(WatchScript.OTHER)
                .type(IpType.VPS)
                .spamIp("198.51.100.1")
                .blockedFor(WatchScript.HOUR);

        assertThat(script.changes(script.antispam
                        .sweep()
                        .blocks(blocks -> blocks.type(IpType.VPS))
                        .batch(50)
                        .watch(WatchScript.INTERVAL)))
                .containsExactly("BLOCKED 198.51.100.1");
    }

    @Test
    void state_andWatch_contradictEachOther() {
        Sweep sweep = script.antispam.sweep().state(SpamState.BLOCKED_FOR_SPAM);

        assertThatIllegalStateException()
                .isThrownBy(() -> sweep.watch(WatchScript.INTERVAL))
                .withMessageStartingWith("state(blockedForSpam) and watch(..) contradict each other");
    }

    @Test
    void interval_outOfRange_isRefused() {
        for (Duration interval : List.of(
                Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(1).plusNanos(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> script.antispam.sweep().watch(interval))
                    .withMessageStartingWith("interval is not positive, or longer than a day: ");
        }
        assertThat(script.antispam.sweep().watch(Duration.ofDays(1)))
                .asString()
                .startsWith("Watch[every 1 d, from WatchState[0 addresses], ");
    }

    /**
     * Changes are told in groups, as many as were there at once; with the last of a group, all that was read is told.
     */
    @Test
    void slowHandler_keepsTheSweepFromReadingFarAhead() {
        for (int i = 0; i < 100; i++) {
            script.emulator
                    .ipBlock("203.0.113." + i + "/32")
                    .spamIp("203.0.113." + i)
                    .blockedFor(WatchScript.HOUR);
        }
        AtomicInteger told = new AtomicInteger();
        AtomicLong ahead = new AtomicLong();
        List<Long> aheadOfGroups = new ArrayList<>();

        script.run(
                script.antispam
                        .sweep()
                        .concurrency(2)
                        .watch(Duration.ofHours(1))
                        .onState(state -> aheadOfGroups.add(ahead.get())),
                event -> ahead.set(script.emulator.journal().count(Operation.LIST_SPAM) - told.incrementAndGet()));

        assertThat(told).hasValue(101);
        assertThat(aheadOfGroups).hasSizeGreaterThan(2).allMatch(blocks -> blocks <= 4);
    }

    @Test
    void closeOfTheClient_endsAWatchOfTheCallersOwnThread() {
        script.emulator.ipBlock(WatchScript.NARROW).spamIp("192.0.2.2").blockedFor(WatchScript.HOUR);
        AtomicInteger told = new AtomicInteger();

        assertThat(catchThrowable(() -> script.watch().await(event -> {
                    told.incrementAndGet();
                    script.antispam.close();
                })))
                .isInstanceOfAny(IllegalStateException.class, AntispamInterruptedException.class);
        assertThat(told).hasValue(1);
        assertThat(Thread.interrupted()).isFalse(); // it is the caller's thread
    }

    @Test
    void progressListenerThatThrows_endsTheWatch_evenAnExceptionOfTheApi() {
        PrecautionException enough = new PrecautionException("enough");
        Watch watch = script.antispam
                .sweep()
                .onProgress(progress -> {
                    throw enough;
                })
                .watch(WatchScript.INTERVAL);

        assertThat(catchThrowable(() -> watch.await(event -> {}))).isSameAs(enough);
    }

    /** A listener of the client's that interrupts a worker has not interrupted the watch. */
    @Test
    void interruptOfAWorker_isAFailedSweep() {
        AtomicBoolean once = new AtomicBoolean();
        Thread test = Thread.currentThread();
        try (AntispamClient client = script.client(new AntispamListener() {
            @Override
            public void responseReceived(Request request, Response response) {
                if (!Thread.currentThread().equals(test) && once.compareAndSet(false, true)) {
                    Thread.currentThread().interrupt();
                }
            }
        })) {
            script.emulator.ipBlock(WatchScript.OTHER);
            assertThat(script.changes(client.sweep().concurrency(1).watch(WatchScript.INTERVAL), WatchScript::nothing))
                    .containsExactlyInAnyOrder("BLOCKED 192.0.2.1", "SWEEP_FAILED");
        }
    }
}
