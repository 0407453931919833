package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.client.WatchNotice.Kind;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.SpamIp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A watch against the truth: an account that changes at random, a server that lags behind, fails, cuts lists short,
 * empties them, loses addresses that move and blocks that come back, and a program that dies at random moments and goes
 * on from what it saved.
 *
 * <p>What has to hold: after a sweep that could read everything as it is, what the program heard last of each address
 * is true, and it has heard of each that is not free; and it never hears that an address is free that is not, if one of
 * its blocks says so, nor by an answer that is older than what it heard before; nor what it heard last, unless it died
 * meanwhile; nor of what was over years ago.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchModelTest {

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int RESTARTS = 6;

    /** Each address with the blocks that have it: the narrow one is within the wide one. */
    private static final Map<String, List<String>> ADDRESSES = Map.of(
            "192.0.2.1", List.of("192.0.2.0/28", "192.0.2.0/24"),
            "192.0.2.2", List.of("192.0.2.0/28", "192.0.2.0/24"),
            "192.0.2.100", List.of("192.0.2.0/24"),
            "198.51.100.1", List.of("198.51.100.0/24"));

    /** The histories of the blocks, which are in no other block and not touched by what happens to addresses. */
    private static final Map<String, String> HISTORY =
            Map.of("192.0.2.0/28", "192.0.2.9", "192.0.2.0/24", "192.0.2.200", "198.51.100.0/24", "198.51.100.9");

    private static final Instant YEARS_AGO = Instant.parse("2021-05-06T07:08:09Z");

    private static final List<String> BLOCKS = List.of("192.0.2.0/28", "192.0.2.0/24", "198.51.100.0/24");

    private final AntispamEmulator emulator = AntispamEmulator.builder()
            .clock(EmulatorClock.startingAt(Instant.parse("2026-01-01T12:00:00Z")))
            .start();
    private final Thread test = Thread.currentThread();
    private final AntispamClient antispam = AntispamClient.builder()
            .environment(emulator.environment())
            .clock(emulator.clock())
            .sleeper(this::sleep)
            .retryPolicy(RetryPolicy.none())
            .build();

    private Random random = new Random();
    private final Map<String, Block> truth = new HashMap<>();
    private final List<Map<String, Block>> history = new ArrayList<>();
    private final Map<String, Block> heard = new HashMap<>();
    private final Map<String, Instant> latest = new HashMap<>();
    private final Set<String> unsaved = new HashSet<>();
    private final Set<String> mayBeRepeated = new HashSet<>();
    private final Set<String> shortened = new HashSet<>();
    private final Set<String> shortenedBefore = new HashSet<>();
    private String saved = WatchState.empty().text();
    private boolean everythingIsReadAsItIs;
    private boolean passEnded;
    private Runnable betweenSweeps = () -> {};

    private record Block(String state, Instant date) {

        boolean isFree() {
            return state.equals("unblocked");
        }
    }

    /** The end of the program, planned or not. */
    private static final class End extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private void sleep(Duration duration) throws InterruptedException {
        emulator.clock().sleep(duration);
        if (Thread.currentThread().equals(test) && duration.compareTo(Duration.ofSeconds(20)) > 0) {
            betweenSweeps.run();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 703, 1000, 2200, 3032})
    void whatIsHeard_isTrue_whateverHappens(int firstSeed) {
        BLOCKS.forEach(emulator::ipBlock);
        for (int seed = firstSeed; seed < firstSeed + 100; seed++) {
            random = new Random(seed);
            try {
                liveThroughRestarts();
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private void liveThroughRestarts() {
        truth.clear();
        history.clear();
        heard.clear();
        latest.clear();
        unsaved.clear();
        mayBeRepeated.clear();
        shortened.clear();
        shortenedBefore.clear();
        saved = WatchState.empty().text();
        boolean lags = random.nextInt(4) != 0;
        for (int start = 0; start <= RESTARTS; start++) {
            boolean isLast = start == RESTARTS;
            live(isLast, lags, isLast ? 2 : 1 + random.nextInt(10));
            times(random.nextInt(3), () -> change(lags));
        }
    }

    /** One life of the program; the last one is without accidents, and ends in agreement with the truth. */
    private void live(boolean isLast, boolean lags, int sweeps) {
        int[] left = {sweeps, isLast ? Integer.MAX_VALUE : random.nextInt(14)};
        answer(isLast, lags);
        betweenSweeps = () -> {
            passEnded = true;
            compareWithTheTruth();
            if (--left[0] == 0) {
                throw new End();
            }
            answer(isLast, lags);
        };
        boolean[] isDead = {false};
        Consumer<WatchState> saver = state -> {
            if (isDead[0]) {
                throw new End();
            }
            if (left[1]-- == 0) {
                saved = random.nextBoolean() ? state.text() : saved;
                isDead[0] = true;
                throw new End();
            }
            saved = state.text();
            unsaved.clear();
        };
        Consumer<WatchNotice> handler = event -> {
            boolean dies = left[1]-- == 0;
            isDead[0] = dies && random.nextBoolean(); // or else it only fails, and what it heard before can be saved
            if (event instanceof Change change) {
                (dies ? mayBeRepeated : unsaved)
                        .add(change.finding().spamIp().ipSpamming().toString());
            }
            if (!dies || random.nextBoolean()) {
                hear(event, dies);
            }
            if (dies) {
                throw new End();
            }
        };
        try {
            antispam.sweep()
                    .batch(random.nextInt(4) == 0 ? 3 : 1)
                    .watch(INTERVAL)
                    .from(WatchState.parse(saved))
                    .onState(saver)
                    .await(handler);
        } catch (End e) {
            mayBeRepeated.addAll(unsaved);
            saved.lines()
                    .filter(line -> line.startsWith("told "))
                    .forEach(line -> mayBeRepeated.add(line.split(" ", -1)[1]));
            assertThat(WatchState.parse(saved).text()).isEqualTo(saved);
        }
    }

    private void hear(WatchNotice event, boolean dies) {
        if (event instanceof Change change) {
            SpamIp spam = change.finding().spamIp();
            String address = spam.ipSpamming().toString();
            Instant date = spam.date().toInstant();
            assertThat(date).as(event.toString()).isNotEqualTo(YEARS_AGO);
            Block now = new Block(spam.state().value(), date);
            boolean repeated = now.equals(heard.get(address)) && !mayBeRepeated.contains(address);
            if (!dies) {
                mayBeRepeated.remove(address);
            }
            assertThat(repeated).as("%s, once more", event).isFalse();
            if (change.kind() == Kind.UNBLOCKED) {
                Block really = truth.get(address);
                boolean lies = really != null
                        && !really.isFree()
                        && ADDRESSES.get(address).size() > 1;
                assertThat(lies).as("%s, and in truth %s", event, really).isFalse();
                assertThat(date).as(event.toString()).isAfterOrEqualTo(latest.getOrDefault(address, Instant.MIN));
            }
            heard.put(address, now);
            latest.merge(address, date, BinaryOperator.maxBy(Comparator.naturalOrder()));
        }
    }

    private void compareWithTheTruth() {
        if (!everythingIsReadAsItIs) {
            return;
        }
        truth.forEach((address, now) -> {
            if (heard.containsKey(address) || !now.isFree()) {
                assertThat(heard.get(address)).as(address).isEqualTo(now);
            }
        });
    }

    private static void times(int count, Runnable action) {
        for (int i = 0; i < count; i++) {
            action.run();
        }
    }

    /** Something happens to some addresses. One that can be gone is no use where a list may be of yesterday. */
    private void change(boolean lags) {
        Instant now = emulator.clock().instant();
        for (String address : ADDRESSES.keySet().stream().sorted().toList()) {
            if (random.nextInt(3) == 0) {
                Block changed = changed(truth.get(address), now, lags);
                if (changed == null) {
                    truth.remove(address);
                } else {
                    truth.put(address, changed);
                }
            }
        }
        emulator.clock().advance(Duration.ofSeconds(10));
    }

    private @Nullable Block changed(@Nullable Block before, Instant now, boolean lags) {
        boolean goes = !lags && random.nextInt(4) == 0;
        if (before == null) {
            return new Block(random.nextInt(4) == 0 ? "unblocked" : "blockedForSpam", now);
        }
        return switch (before.state) {
            case "blockedForSpam" ->
                goes
                        ? null
                        : random.nextInt(4) == 0
                                ? new Block("blockedForSpam", now)
                                : new Block(random.nextBoolean() ? "unblocking" : "unblocked", before.date);
            case "unblocking" -> new Block(random.nextInt(3) == 0 ? "blockedForSpam" : "unblocked", before.date);
            default -> goes ? null : new Block("blockedForSpam", now);
        };
    }

    /** Prepares the answers of the next sweep, from now on with the truth that they are of. */
    private void answer(boolean well, boolean lags) {
        emulator.clock().advance(Duration.ofMinutes(1));
        times(random.nextInt(3), () -> change(lags));
        history.add(Map.copyOf(truth));
        everythingIsReadAsItIs = true;
        emulator.faults().clear();
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(request -> request.parameter("ip").orElse("").contains(","))
                .status(404);
        if (passEnded) {
            shortenedBefore.clear();
        }
        shortenedBefore.addAll(shortened);
        shortened.clear();
        passEnded = false;
        for (String block : BLOCKS) {
            boolean old = !well && lags && block.equals("192.0.2.0/24");
            everythingIsReadAsItIs &= !old;
            // Two passes that say the same are believed: what is missing twice in a row is gone.
            boolean mayBeShort = !well && !shortenedBefore.contains(block);
            answer(block, elements(block, old), well ? 9 : random.nextInt(mayBeShort ? 8 : 5));
        }
        List<String> listed = BLOCKS.stream()
                .filter(block -> well || shortenedBefore.contains(block) || random.nextInt(12) != 0)
                .toList();
        if (listed.size() < BLOCKS.size()) {
            everythingIsReadAsItIs = false;
            BLOCKS.stream().filter(block -> !listed.contains(block)).forEach(shortened::add);
            boolean none = random.nextInt(3) == 0 || listed.isEmpty();
            String blocks = none ? "" : '"' + String.join("\",\"", listed) + '"';
            emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), '[' + blocks + ']');
        }
        if (!well && random.nextInt(15) == 0) {
            everythingIsReadAsItIs = false;
            emulator.faults().clear();
            emulator.faults()
                    .on(random.nextBoolean() ? Operation.LIST_BLOCKS : Operation.LIST_SPAM)
                    .status(403, "INVALID_CREDENTIAL", "This credential is not valid");
        }
    }

    private void answer(String block, List<String> elements, int fault) {
        if (fault == 0) {
            everythingIsReadAsItIs = false;
            listOf(block).status(500);
        } else if (fault == 1 && elements.size() > 1) {
            everythingIsReadAsItIs = false;
            listOf(block).afterCalls(1).status(500);
            page(block, elements.subList(0, elements.size() - 1), elements.size());
        } else if (fault > 4 && fault < 8 && elements.size() > 1) {
            everythingIsReadAsItIs = false;
            shortened.add(block);
            if (fault == 5) {
                page(block, List.of(), 0);
            } else { // an address moved to a page that was read already; another one may be read twice for that
                List<String> moved = new ArrayList<>(elements);
                moved.remove(random.nextInt(moved.size()));
                page(block, moved, moved.size());
            }
        } else {
            page(block, elements, elements.size());
        }
    }

    private void page(String block, List<String> elements, int total) {
        listOf(block)
                .raw(
                        200,
                        Map.of("X-Pagination-Elements", Integer.toString(total)),
                        '[' + String.join(",", elements) + ']');
    }

    private FaultRule listOf(String block) {
        return emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(request -> request.parameter("ip").orElse("").equals(block));
    }

    /** What the list of a block has, perhaps as it was some sweeps ago. */
    private List<String> elements(String block, boolean old) {
        List<String> elements = new ArrayList<>();
        elements.add(element(HISTORY.get(block), new Block("unblocked", YEARS_AGO)));
        ADDRESSES.keySet().stream().sorted().forEach(address -> {
            List<String> blocks = ADDRESSES.get(address);
            if (blocks.contains(block)) {
                int age = old ? Math.min(history.size() - 1, random.nextInt(3)) : 0;
                Block then = history.get(history.size() - 1 - age).get(address);
                if (then != null) {
                    elements.add(element(address, then));
                }
            }
        });
        return elements;
    }

    private String element(String address, Block block) {
        return "{\"ipSpamming\":\"" + address + "\",\"date\":\"" + offset(block.date) + "\",\"time\":3600,\"state\":\""
                + block.state + "\"}";
    }

    private String offset(Instant date) {
        return date.atOffset(ZoneOffset.ofHours(random.nextInt(2) + 1)).toString();
    }
}
