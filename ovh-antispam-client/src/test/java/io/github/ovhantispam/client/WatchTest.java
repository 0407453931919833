package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ovhantispam.client.WatchEvent.Change;
import io.github.ovhantispam.client.WatchEvent.SweepFailed;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.JournalEntry;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.emulator.Transition;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String WIDE = "192.0.2.0/24";
    private static final String NARROW = "192.0.2.0/28";
    private static final String OTHER = "198.51.100.0/24";

    private final AntispamEmulator emulator = AntispamEmulator.builder()
            .clock(EmulatorClock.startingAt(START))
            .transition(Transition.after(Duration.ofDays(30)))
            .start();
    private final AntispamClient antispam = AntispamClient.builder()
            .environment(emulator.environment())
            .clock(emulator.clock())
            .sleeper(this::sleep)
            .build();
    private final EmulatedSpamIp address = emulator.ipBlock(NARROW).spamIp("192.0.2.1");

    private final Thread test = Thread.currentThread();
    private final Queue<Runnable> steps = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private WatchState saved = WatchState.empty();
    private int saves;

    @BeforeEach
    void block() {
        address.blockedFor(HOUR);
    }

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    /** Between two sweeps of a watch on the test's own thread, the next step; after the last, the end of the watch. */
    private void sleep(Duration duration) throws InterruptedException {
        emulator.clock().sleep(duration);
        if (!Thread.currentThread().equals(test) || duration.compareTo(Duration.ofSeconds(20)) < 0) {
            return; // between two requests
        }
        pauses.add(duration);
        Runnable step = steps.poll();
        if (step == null) {
            throw new InterruptedException("the test is over");
        }
        step.run();
    }

    private Watch watch() {
        return antispam.sweep().watch(INTERVAL).onState(this::save);
    }

    private void save(WatchState state) {
        saved = state;
        saves++;
    }

    /** What a watch tells that makes one sweep more than there are steps. */
    private List<WatchEvent> events(Watch watch, Runnable... between) {
        List<WatchEvent> events = new ArrayList<>();
        run(watch, events::add, between);
        return events;
    }

    private void run(Watch watch, Consumer<WatchEvent> handler, Runnable... between) {
        steps.addAll(List.of(between));
        assertThatExceptionOfType(AntispamInterruptedException.class).isThrownBy(() -> watch.await(handler));
        assertThat(Thread.interrupted()).isTrue();
    }

    private List<String> changes(Watch watch, Runnable... between) {
        return names(events(watch, between));
    }

    private static List<String> names(List<WatchEvent> events) {
        return events.stream().map(WatchTest::name).toList();
    }

    private static String name(WatchEvent event) {
        return event instanceof Change change
                ? change.kind() + " " + change.finding().spamIp().ipSpamming()
                : "SWEEP_FAILED";
    }

    private static List<String> ids(List<WatchEvent> events) {
        return events.stream().map(WatchEvent::id).toList();
    }

    private static void nothing() {}

    private FaultRule listOf(String block) {
        return emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(request -> request.parameter("ip").orElse("").equals(block));
    }

    @Test
    void firstSweep_tellsOfWhatIsNotUnblocked() {
        emulator.ipBlock(NARROW).spamIp("192.0.2.2").unblocking();
        emulator.ipBlock(NARROW).spamIp("192.0.2.3").unblocked();

        assertThat(changes(watch(), WatchTest::nothing))
                .containsExactlyInAnyOrder("BLOCKED 192.0.2.1", "UNBLOCKING 192.0.2.2");
    }

    @Test
    void eachChange_isToldOnce() {
        List<WatchEvent> events = events(
                watch(),
                address::unblocking,
                address::unblocked,
                WatchTest::nothing,
                address::reoffends,
                address::reoffends,
                WatchTest::nothing,
                address::unblocked);

        assertThat(names(events))
                .containsExactly(
                        "BLOCKED 192.0.2.1",
                        "UNBLOCKING 192.0.2.1",
                        "UNBLOCKED 192.0.2.1",
                        "BLOCKED_AGAIN 192.0.2.1",
                        "BLOCKED_AGAIN 192.0.2.1",
                        "UNBLOCKED 192.0.2.1");
        assertThat(ids(events))
                .doesNotHaveDuplicates()
                .startsWith(
                        "192.0.2.1,2026-01-01T12:00:00Z,blockedForSpam", "192.0.2.1,2026-01-01T12:00:00Z,unblocking");
        assertThat(events.get(0))
                .hasToString("192.0.2.1 in 192.0.2.0/28 is blockedForSpam, last blocked at"
                        + " 2026-01-01T12:00Z for 3600 s");
        assertThat(((Change) events.get(2)).before())
                .get()
                .extracting(SpamIp::state)
                .isEqualTo(SpamState.UNBLOCKING);
    }

    @Test
    void unblockedAddress_thatIsNewLater_isTold() {
        assertThat(changes(
                        watch(),
                        () -> emulator.ipBlock(OTHER).spamIp("198.51.100.1").unblocked()))
                .containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 198.51.100.1");
    }

    @Test
    void blockedAgainAndReleasedBetweenTwoSweeps_isOneUnblockedWithTheLaterDate() {
        address.unblocked();

        List<WatchEvent> events =
                events(watch(), WatchTest::nothing, () -> address.reoffends().unblocked());

        assertThat(names(events)).containsExactly("UNBLOCKED 192.0.2.1");
        Change change = (Change) events.get(0);
        assertThat(change.finding().spamIp().date()).isEqualTo(address.date());
        assertThat(change.before().orElseThrow().date()).isBefore(address.date());
    }

    @Test
    void backToBlockedWithTheSameDate_isBlockedWithTheSameId() {
        OffsetDateTime date = address.date();

        List<WatchEvent> events = events(watch(), address::unblocked, () -> address.blockedAt(date, HOUR));

        assertThat(names(events)).containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 192.0.2.1", "BLOCKED 192.0.2.1");
        assertThat(ids(events).get(2)).isEqualTo(ids(events).get(0));
    }

    @Test
    void sameMomentWithAnotherOffset_isNoChange() {
        OffsetDateTime date = address.date();

        assertThat(changes(watch(), () -> address.blockedAt(date.withOffsetSameInstant(ZoneOffset.ofHours(2)), HOUR)))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    @Test
    void earlierDateInTheSameState_isAnOldAnswer() {
        OffsetDateTime date = address.date();

        assertThat(changes(
                        watch(), () -> address.blockedAt(date.minusDays(1), HOUR), () -> address.blockedAt(date, HOUR)))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    @Test
    void unknownState_isToldLikeAnyOther() {
        List<WatchEvent> events = events(
                watch(),
                () -> emulator.faults().on(Operation.LIST_SPAM).unknownValue(),
                WatchTest::nothing,
                () -> emulator.faults().clear());

        assertThat(names(events)).containsExactly("BLOCKED 192.0.2.1", "UNRECOGNIZED 192.0.2.1", "BLOCKED 192.0.2.1");
        assertThat(events.get(1).id()).endsWith(",addedLater");
    }

    @Test
    void unknownState_inTheFirstSweep_isTold() {
        emulator.faults().on(Operation.LIST_SPAM).unknownValue();

        assertThat(changes(watch())).containsExactly("UNRECOGNIZED 192.0.2.1");
    }

    @Test
    void failedListOfBlocks_isTold_andTheWatchGoesOn() {
        List<WatchEvent> events = events(
                watch(),
                () -> {
                    emulator.faults().on(Operation.LIST_BLOCKS).status(500);
                    address.unblocked();
                },
                () -> emulator.faults().clear());

        assertThat(names(events)).containsExactly("BLOCKED 192.0.2.1", "SWEEP_FAILED", "UNBLOCKED 192.0.2.1");
        SweepFailed failed = (SweepFailed) events.get(1);
        assertThat(failed.cause()).get().isInstanceOf(ServerException.class);
        assertThat(failed.blocks()).isEmpty();
        assertThat(failed.begun()).isEqualTo(START.plus(INTERVAL));
        assertThat(failed.id()).isEqualTo("sweep,2026-01-01T12:10:00Z");
        assertThat(failed.toString())
                .startsWith("the sweep that began at 2026-01-01T12:10:00Z failed; it ended early: ");
    }

    @Test
    void rejectedCredentials_endASweepAndNotTheWatch() {
        List<WatchEvent> events = events(
                watch(),
                () -> {
                    emulator.faults()
                            .on(Operation.LIST_SPAM)
                            .status(403, "INVALID_CREDENTIAL", "This credential is not valid");
                    address.unblocked();
                },
                () -> emulator.faults().clear());

        assertThat(names(events)).containsExactly("BLOCKED 192.0.2.1", "SWEEP_FAILED", "UNBLOCKED 192.0.2.1");
        assertThat(((SweepFailed) events.get(1)).cause()).get().isInstanceOf(AuthenticationException.class);
    }

    @Test
    void blockThatCannotBeRead_keepsWhatWasKnownOfIt() {
        emulator.ipBlock(OTHER).spamIp("198.51.100.1").blockedFor(HOUR);

        List<WatchEvent> events = events(
                watch(),
                () -> {
                    listOf(NARROW).status(500);
                    address.unblocked();
                    emulator.ipBlock(OTHER).spamIp("198.51.100.1").unblocked();
                },
                () -> emulator.faults().clear());

        assertThat(names(events).subList(2, 5))
                .containsExactly("UNBLOCKED 198.51.100.1", "SWEEP_FAILED", "UNBLOCKED 192.0.2.1");
        SweepFailed failed = (SweepFailed) events.get(3);
        assertThat(failed.cause()).isEmpty();
        assertThat(failed.blocks())
                .extracting(failure -> failure.block().toString())
                .containsExactly(NARROW);
        assertThat(failed.toString()).contains("1 blocks could not be read, the first is 192.0.2.0/28: ");
    }

    @Test
    void blockThatTheFirstSweepCouldNotRead_hasItsHistoryAllTheSame() {
        emulator.ipBlock(OTHER).spamIp("198.51.100.1").unblocked();
        emulator.ipBlock(OTHER).spamIp("198.51.100.2").blockedFor(HOUR);
        listOf(OTHER).status(500);

        assertThat(changes(
                        watch(),
                        WatchTest::nothing,
                        () -> emulator.faults().clear(),
                        () -> emulator.ipBlock(OTHER).spamIp("198.51.100.3").unblocked()))
                .containsExactly(
                        "BLOCKED 192.0.2.1",
                        "SWEEP_FAILED",
                        "SWEEP_FAILED",
                        "BLOCKED 198.51.100.2",
                        "UNBLOCKED 198.51.100.3");
    }

    @Test
    void firstSweepsThatFail_takeNoHistoryForNews() {
        emulator.ipBlock(NARROW).spamIp("192.0.2.3").unblocked();
        emulator.faults().on(Operation.LIST_BLOCKS).status(500);

        assertThat(changes(
                        watch(),
                        () -> {
                            emulator.faults().clear();
                            emulator.faults().on(Operation.LIST_SPAM).status(403, "INVALID_CREDENTIAL", "no");
                        },
                        () -> emulator.faults().clear()))
                .containsExactly("SWEEP_FAILED", "SWEEP_FAILED", "BLOCKED 192.0.2.1");
    }

    @Test
    void addressThatIsNoLongerListed_isForgotten() {
        assertThat(changes(
                        watch(),
                        () -> listOf(NARROW).raw(200, Map.of(), "[]"),
                        () -> emulator.faults().clear()))
                .containsExactly("BLOCKED 192.0.2.1", "BLOCKED 192.0.2.1");
    }

    @Test
    void blockThatIsNoLongerTheAccounts_isForgotten() {
        assertThat(changes(watch(), () -> emulator.ipBlock(NARROW).remove())).containsExactly("BLOCKED 192.0.2.1");
        assertThat(saved.text()).doesNotContain("192.0.2.1");
    }

    @Test
    void addressOfTwoBlocks_isToldOnce_withTheLaterDate() {
        EmulatedSpamIp wide = emulator.ipBlock(WIDE).spamIp("192.0.2.1");
        wide.blockedAt(address.date().minusDays(1), HOUR).unblocked();

        List<WatchEvent> events =
                events(watch(), WatchTest::nothing, wide::reoffends, WatchTest::nothing, address::unblocked);

        assertThat(names(events)).containsExactly("BLOCKED 192.0.2.1", "BLOCKED_AGAIN 192.0.2.1");
        assertThat(events)
                .extracting(event -> ((Change) event).finding().block().toString())
                .containsExactly(NARROW, WIDE);
    }

    @Test
    void addressOfTwoBlocks_withOneDate_hasTheStateOfTheNarrowerBlock() {
        EmulatedSpamIp wide = emulator.ipBlock(WIDE).spamIp("192.0.2.1");
        wide.blockedAt(address.date(), HOUR);

        assertThat(changes(watch(), wide::unblocked, address::unblocked))
                .containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 192.0.2.1");
    }

    @Test
    void addressOfTwoBlocks_doesNotGoBackToTheOther_whileItsOwnCannotBeRead() {
        emulator.ipBlock(WIDE).spamIp("192.0.2.1").blockedAt(address.date(), HOUR);
        address.unblocked();

        assertThat(changes(
                        watch(),
                        () -> listOf(NARROW).status(500),
                        () -> emulator.ipBlock(WIDE).spamIp("192.0.2.1").reoffends(),
                        () -> emulator.faults().clear()))
                .containsExactly("SWEEP_FAILED", "BLOCKED_AGAIN 192.0.2.1", "SWEEP_FAILED");
    }

    @Test
    void addressOfTwoBlocks_isKeptAsLongAsOneOfThemCannotBeRead() {
        emulator.ipBlock(WIDE);

        assertThat(changes(
                        watch(),
                        () -> {
                            listOf(WIDE).status(500);
                            listOf(NARROW).raw(200, Map.of(), "[]");
                        },
                        () -> emulator.faults().clear()))
                .containsExactly("BLOCKED 192.0.2.1", "SWEEP_FAILED");
    }

    @Test
    void restart_tellsOfWhatChangedMeanwhile_andOfNothingElse() {
        EmulatedSpamIp second = emulator.ipBlock(NARROW).spamIp("192.0.2.2").blockedFor(HOUR);
        assertThat(changes(watch())).hasSize(2);
        String text = saved.text();

        second.unblocked();
        emulator.ipBlock(OTHER).spamIp("198.51.100.1").blockedFor(HOUR);

        assertThat(changes(watch().from(WatchState.parse(text))))
                .containsExactlyInAnyOrder("UNBLOCKED 192.0.2.2", "BLOCKED 198.51.100.1");
        assertThat(changes(watch().from(saved), WatchTest::nothing)).isEmpty();
    }

    @Test
    void state_isSavedBeforeAndAfterEachChange_andOtherwiseOnlyWhenASweepChangedIt() {
        changes(watch(), WatchTest::nothing, address::unblocked, WatchTest::nothing);

        assertThat(saves).isEqualTo(5); // around blocked; the first sweep has been; around unblocked
    }

    @Test
    void saverThatFails_isTheEnd_beforeTheHandlerHearsOfIt() {
        List<String> ids = new ArrayList<>();
        Watch watch = antispam.sweep().watch(INTERVAL).onState(state -> {
            throw new IllegalStateException("the disk is full");
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> watch.await(event -> ids.add(event.id())))
                .withMessage("the disk is full");
        assertThat(ids).isEmpty();
    }

    /** A program that dies between the end of its handler and the next save. */
    private void crashAfterTelling(String last) {
        AtomicBoolean told = new AtomicBoolean();
        Watch watch = antispam.sweep().watch(INTERVAL).from(saved).onState(state -> {
            if (told.get()) {
                throw new IllegalStateException("the power is off");
            }
            saved = WatchState.parse(state.text());
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> watch.await(event -> told.set(name(event).equals(last))));
    }

    @Test
    void crashAfterTelling_tellsTheSameAgain() {
        crashAfterTelling("BLOCKED 192.0.2.1");

        assertThat(ids(events(watch().from(saved)))).containsExactly("192.0.2.1,2026-01-01T12:00:00Z,blockedForSpam");
        assertThat(events(watch().from(saved))).isEmpty();
    }

    @Test
    void crashAfterTelling_ofWhatIsUndoneBeforeTheRestart_tellsOfThatToo() {
        changes(watch());
        address.unblocking();
        crashAfterTelling("UNBLOCKING 192.0.2.1");
        address.blockedAt(START.atOffset(ZoneOffset.UTC), HOUR); // the release came to nothing

        List<WatchEvent> events = events(watch().from(saved));

        assertThat(names(events)).containsExactly("BLOCKED 192.0.2.1");
        assertThat(((Change) events.get(0)).before().map(SpamIp::state)).contains(SpamState.UNBLOCKING);
        assertThat(events(watch().from(saved))).isEmpty();
    }

    /** Without the crash, an address that is free when it is first seen would be history. */
    @Test
    void crashAfterTelling_ofAnAddressThatIsFreeAtTheRestart_tellsThatItIsFree() {
        crashAfterTelling("BLOCKED 192.0.2.1");
        address.unblocked();

        assertThat(changes(watch().from(saved))).containsExactly("UNBLOCKED 192.0.2.1");
    }

    @Test
    void crashAfterTelling_ofAnAddressThatIsGoneAtTheRestart_isForgotten() {
        crashAfterTelling("BLOCKED 192.0.2.1");
        assertThat(saved.text()).contains("told 192.0.2.1 ");
        listOf(NARROW).raw(200, Map.of(), "[]");

        assertThat(changes(watch().from(saved))).isEmpty();
        assertThat(saved.text()).doesNotContain("192.0.2.1");
    }

    @Test
    void crashWithinTheFirstSweep_losesNothing() {
        emulator.ipBlock(NARROW).spamIp("192.0.2.2").blockedFor(HOUR);
        emulator.ipBlock(OTHER).spamIp("198.51.100.1").unblocked();
        List<String> told = new ArrayList<>();
        Watch first = antispam.sweep().watch(INTERVAL).onState(state -> {
            saved = state;
            if (!told.isEmpty()) {
                throw new IllegalStateException("the power is off");
            }
        });
        assertThatIllegalStateException().isThrownBy(() -> first.await(event -> told.add(name(event))));

        told.addAll(changes(watch().from(saved)));

        assertThat(told).containsExactlyInAnyOrder("BLOCKED 192.0.2.1", "BLOCKED 192.0.2.2");
    }

    @Test
    void failureOfTheHandler_endsTheWatch_andItsEventIsToldAgain() {
        PrecautionException failure =
                new PrecautionException("7 mails wait"); // an AntispamException, but not a sweep's

        assertThat(catchThrowable(() -> watch().await(event -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(saves).isEqualTo(1);
        assertThat(changes(watch().from(saved))).containsExactly("BLOCKED 192.0.2.1");
    }

    @Test
    void interruptInTheHandler_isTheEnd_beforeAnotherEvent() {
        emulator.ipBlock(NARROW).spamIp("192.0.2.2").blockedFor(HOUR);
        AtomicInteger told = new AtomicInteger();

        run(watch(), event -> {
            told.incrementAndGet();
            Thread.currentThread().interrupt();
        });

        assertThat(told).hasValue(1);
        assertThat(changes(watch().from(saved))).hasSize(1);
    }

    @Test
    void interval_isFromStartToStart() {
        emulator.faults().on(Operation.LIST_BLOCKS).takes(Duration.ofMinutes(4));

        events(antispam.sweep().ratePerMinute(60_000).watch(INTERVAL), WatchTest::nothing);

        assertThat(pauses)
                .hasSize(2)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6)));
    }

    @Test
    void sweepThatOutlastsItsInterval_isFollowedByTheNext_withOneWarning() {
        antispam.ipBlocks().list(); // learns the server's time, which would be a request of the first sweep
        emulator.faults().on(Operation.LIST_BLOCKS).times(2).takes(Duration.ofMinutes(11));
        Watch watch = antispam.sweep().ratePerMinute(2).watch(INTERVAL); // a pause of 30 s, which this test can see

        String log = logged(() -> events(
                watch,
                WatchTest::nothing,
                WatchTest::nothing,
                () -> emulator.faults().on(Operation.LIST_BLOCKS).takes(Duration.ofMinutes(12))));

        assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pauses.get(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pauses.get(2)).isBetween(Duration.ofMinutes(9), INTERVAL);
        assertThat(log.lines().filter(line -> line.contains("a sweep of a watch took")))
                .hasSize(2)
                .allMatch(line -> line.contains("io.github.ovhantispam.client"))
                .allMatch(line -> line.contains("its interval is PT10M"))
                .anyMatch(line -> line.contains("took PT11M"))
                .anyMatch(line -> line.contains("took PT12M"));
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
        emulator.seed(Seed.generated(20, 0, 1));

        events(antispam.sweep()
                .concurrency(1)
                .watch(Duration.ofHours(1))); // as many sleepers would move the clock at once

        List<Instant> times = emulator.journal().entries(Operation.LIST_SPAM).stream()
                .map(JournalEntry::time)
                .toList();
        assertThat(Duration.between(times.get(0), times.get(times.size() - 1)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(times.size() - 1));
    }

    @Test
    void sweepsSettings_holdForTheWatch() {
        emulator.ipBlock(OTHER).type(IpType.VPS).spamIp("198.51.100.1").blockedFor(HOUR);

        assertThat(changes(antispam.sweep()
                        .blocks(blocks -> blocks.type(IpType.VPS))
                        .batch(50)
                        .watch(INTERVAL)))
                .containsExactly("BLOCKED 198.51.100.1");
    }

    @Test
    void state_andWatch_contradictEachOther() {
        Sweep sweep = antispam.sweep().state(SpamState.BLOCKED_FOR_SPAM);

        assertThatIllegalStateException()
                .isThrownBy(() -> sweep.watch(INTERVAL))
                .withMessageStartingWith("state(blockedForSpam) and watch(..) contradict each other");
    }

    @Test
    void interval_outOfRange_isRefused() {
        for (Duration interval : List.of(
                Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(1).plusNanos(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> antispam.sweep().watch(interval))
                    .withMessage("interval is not positive, or longer than a day: " + interval);
        }
        assertThat(antispam.sweep().watch(Duration.ofDays(1)))
                .asString()
                .startsWith("Watch[every PT24H, from WatchState[0 addresses], ");
    }

    @Test
    void slowHandler_keepsTheSweepFromReadingFarAhead() {
        for (int i = 0; i < 100; i++) {
            emulator.ipBlock("203.0.113." + i + "/32").spamIp("203.0.113." + i).blockedFor(HOUR);
        }
        AtomicInteger told = new AtomicInteger();
        List<Long> ahead = new ArrayList<>();

        run(
                antispam.sweep().concurrency(2).watch(Duration.ofHours(1)),
                event -> ahead.add(emulator.journal().count(Operation.LIST_SPAM) - told.incrementAndGet()));

        assertThat(told).hasValue(101);
        assertThat(ahead).allMatch(blocks -> blocks <= 4);
    }

    @Test
    void closeOfTheClient_endsAWatchOfTheCallersOwnThread() {
        emulator.ipBlock(NARROW).spamIp("192.0.2.2").blockedFor(HOUR);
        AtomicInteger told = new AtomicInteger();

        assertThat(catchThrowable(() -> watch().await(event -> {
                    told.incrementAndGet();
                    antispam.close();
                })))
                .isInstanceOfAny(IllegalStateException.class, AntispamInterruptedException.class);
        assertThat(told).hasValue(1);
        assertThat(Thread.interrupted()).isFalse(); // it is the caller's thread
    }
}
