package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.api.Exchange;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import io.github.ovhantispam.emulator.internal.journal.AttemptCounts;
import io.github.ovhantispam.emulator.internal.journal.KeptEntries;
import io.github.ovhantispam.emulator.internal.limit.HeapShare;
import io.github.ovhantispam.emulator.internal.text.Excerpt;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every request the emulator has received, in the order of the responses.
 *
 * <p>It keeps the latest entries, at most {@value #CAPACITY} unless {@link EmulatorBuilder#journalEntries} sets another
 * number, and at most a twelfth of the heap or 64 MiB of them, and counts all of them. {@link #evicted} returns the
 * number of those dropped. Dropping entries never changes the result of {@link #verify} or
 * {@link #assertNoUnexpectedRequests}, whose failures mention it. An entry is there before its response is sent, so a
 * test that has the response finds the entry. Thread-safe; what it returns is immutable.
 */
public final class Journal {

    /** The number of entries that are kept at most, unless the builder sets another. */
    public static final int CAPACITY = 20_000;

    private static final int SHOWN = 50;
    private static final int LONGEST = 2_000;
    private static final long MOST_BYTES = HeapShare.of(12, 1 << 20, 64 << 20);
    private static final List<String> SECRET =
            List.of("authorization", "cookie", "proxy-authorization", "x-ovh-consumer", "x-ovh-signature");

    private final InstantSource clock;
    private final KeptEntries entries;
    private final Map<Operation, Long> counts = new EnumMap<>(Operation.class);
    private final AttemptCounts attempts;
    private final KeptEntries unexpected;
    private long number;

    Journal(InstantSource clock, int capacity) {
        this.clock = clock;
        this.entries = new KeptEntries(capacity, MOST_BYTES);
        this.attempts = new AttemptCounts(capacity, MOST_BYTES / 4);
        this.unexpected = new KeptEntries(capacity, MOST_BYTES / 4);
    }

    void add(
            EmulatedRequest view,
            HttpRequest request,
            Exchange exchange,
            Optional<String> fault,
            OutgoingResponse outgoing) {
        String target = Excerpt.of(request.target(), LONGEST);
        String method = Excerpt.of(request.method(), 20);
        String call = method + " " + target;
        Map<String, String> headers = masked(request);
        long bytes = KeptEntries.bytesOf(method, target, headers);
        synchronized (this) { // which every response passes: what can be done outside is done outside
            JournalEntry entry = new JournalEntry(
                    ++number,
                    view.operation(),
                    method,
                    target,
                    headers,
                    attempts.next(call),
                    clock.instant(),
                    outgoing.response().status(),
                    exchange.isProcessed(),
                    fault,
                    exchange.isBreach());
            counts.merge(view.operation(), 1L, Long::sum);
            entries.add(entry, bytes);
            if (entry.unexpected()) {
                unexpected.add(entry, bytes);
            }
        }
    }

    private static Map<String, String> masked(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers().entries()) {
            headers.put(
                    Excerpt.of(header.getKey()),
                    isSecret(header.getKey()) ? "***" : Excerpt.of(header.getValue(), LONGEST));
        }
        return Collections.unmodifiableMap(headers);
    }

    private static boolean isSecret(String name) {
        for (String secret : SECRET) {
            if (secret.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the latest entries.
     *
     * @return oldest first
     */
    public synchronized List<JournalEntry> entries() {
        return entries.list();
    }

    /**
     * Returns the latest entries of one operation.
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
     * Returns the number of entries that were dropped because there were too many, or too large ones.
     *
     * @return 0 as long as {@link #entries()} has all
     */
    public synchronized long evicted() {
        return entries.evicted();
    }

    /**
     * Returns the number of requests.
     *
     * @return all of them, those no longer kept included
     */
    public synchronized long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns the number of requests for one operation.
     *
     * @param operation the operation
     * @return all of them, those no longer kept and those struck by a fault included
     */
    public synchronized long count(Operation operation) {
        return counts.getOrDefault(operation, 0L);
    }

    /**
     * Fails unless an operation was requested exactly a number of times.
     *
     * @param operation the operation
     * @param times how many times
     * @throws AssertionError when it was requested more or less often; its message lists the requests there were
     */
    public void verify(Operation operation, long times) {
        long actual = count(operation);
        if (actual != times) {
            throw new AssertionError("expected " + times + " x " + operation + ", but there were " + actual
                    + dropped(evicted()) + listed(entries()));
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
        long more;
        synchronized (this) {
            found = unexpected.list();
            more = unexpected.evicted();
        }
        if (!found.isEmpty()) {
            throw new AssertionError(found.size() + more + " unexpected requests" + dropped(more) + listed(found));
        }
    }

    private static String dropped(long entries) {
        return entries == 0 ? "" : ", of which the oldest " + entries + " are no longer kept";
    }

    private static String listed(List<JournalEntry> entries) {
        return entries.stream()
                .limit(SHOWN)
                .map(JournalEntry::toString)
                .collect(Collectors.joining("\n  ", ":\n  ", ""));
    }

    /** Returns the number of requests and the latest of them, a line each. */
    @Override
    public String toString() {
        List<JournalEntry> kept;
        long all;
        synchronized (this) {
            kept = entries.list();
            all = count();
        }
        List<JournalEntry> latest = kept.subList(Math.max(0, kept.size() - SHOWN), kept.size());
        String requests = all == 1 ? "1 request" : all + " requests";
        String shown = latest.size() < all ? ", the latest " + latest.size() : "";
        return latest.isEmpty() ? requests : requests + shown + listed(latest);
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
