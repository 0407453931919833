package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.api.Excerpt;
import io.github.ovhantispam.emulator.internal.api.Exchange;
import io.github.ovhantispam.emulator.internal.http.Answer;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every request the emulator has received, in the order they were answered.
 *
 * <p>It keeps the latest {@value #CAPACITY} entries, and counts all of them. An entry is there before its answer is
 * sent, so a test that has the answer finds the entry. Thread-safe; what it returns is immutable.
 */
public final class Journal {

    /** How many entries are kept. */
    public static final int CAPACITY = 20_000;

    private static final int LONGEST = 2_000;
    private static final Set<String> SECRET = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        Collections.addAll(
                SECRET, "authorization", "cookie", "proxy-authorization", "x-ovh-consumer", "x-ovh-signature");
    }

    private final InstantSource clock;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final Map<Operation, Long> counts = new EnumMap<>(Operation.class);
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Deque<JournalEntry> unexpected = new ArrayDeque<>();
    private long number;

    Journal(InstantSource clock) {
        this.clock = clock;
    }

    void add(EmulatedRequest view, HttpRequest request, Exchange exchange, Optional<String> fault, Answer answer) {
        String target = Excerpt.of(request.target(), LONGEST);
        String method = Excerpt.of(request.method(), 20);
        String call = method + " " + target;
        Map<String, String> headers = masked(request);
        synchronized (this) { // which every answer passes: what can be done outside is done outside
            if (attempts.size() >= CAPACITY) {
                attempts.clear(); // a client that never asks for the same thing twice must not fill the memory
            }
            JournalEntry entry = new JournalEntry(
                    ++number,
                    view.operation(),
                    method,
                    target,
                    headers,
                    attempts.merge(call, 1, Integer::sum),
                    clock.instant(),
                    answer.response().status(),
                    exchange.isProcessed(),
                    fault,
                    exchange.isBreach());
            counts.merge(view.operation(), 1L, Long::sum);
            keep(entries, entry);
            if (entry.unexpected()) {
                keep(unexpected, entry);
            }
        }
    }

    private static void keep(Deque<JournalEntry> kept, JournalEntry entry) {
        kept.addLast(entry);
        if (kept.size() > CAPACITY) {
            kept.removeFirst();
        }
    }

    private static Map<String, String> masked(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers().entries()) {
            boolean secret = SECRET.contains(header.getKey());
            headers.put(Excerpt.of(header.getKey()), secret ? "***" : Excerpt.of(header.getValue(), LONGEST));
        }
        return Collections.unmodifiableMap(headers);
    }

    /**
     * The latest entries.
     *
     * @return oldest first
     */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /**
     * The latest entries of one operation.
     *
     * @param operation the operation
     * @return oldest first
     */
    public List<JournalEntry> entries(Operation operation) {
        return entries().stream()
                .filter(entry -> entry.operation() == operation)
                .toList();
    }

    /**
     * How many requests there were.
     *
     * @return all of them, those no longer kept included
     */
    public synchronized long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many requests of one operation there were.
     *
     * @param operation the operation
     * @return all of them, those no longer kept and those struck by a fault included
     */
    public synchronized long count(Operation operation) {
        return counts.getOrDefault(operation, 0L);
    }

    /**
     * Fails unless an operation was asked for exactly a number of times.
     *
     * @param operation the operation
     * @param times how many times
     * @throws AssertionError when it was asked for more or less often; its message lists the requests there were
     */
    public void verify(Operation operation, long times) {
        long actual = count(operation);
        if (actual != times) {
            throw new AssertionError(
                    "expected " + times + " x " + operation + ", but there were " + actual + listed(entries()));
        }
    }

    /**
     * Fails when a request broke the API's contract: no such path, verb or parameter, a malformed value, no valid
     * credentials. What a correct client may meet, such as an address that is gone or an unblock that comes too early,
     * is expected.
     *
     * @throws AssertionError when there was such a request; its message lists them
     */
    public void assertNoUnexpectedRequests() {
        List<JournalEntry> found;
        synchronized (this) {
            found = List.copyOf(unexpected);
        }
        if (!found.isEmpty()) {
            throw new AssertionError(found.size() + " unexpected requests" + listed(found));
        }
    }

    private static String listed(List<JournalEntry> entries) {
        return entries.stream().limit(50).map(JournalEntry::toString).collect(Collectors.joining("\n  ", ":\n  ", ""));
    }

    /** Forgets every entry and every count. */
    public synchronized void clear() {
        entries.clear();
        counts.clear();
        attempts.clear();
        unexpected.clear();
        number = 0;
    }
}
