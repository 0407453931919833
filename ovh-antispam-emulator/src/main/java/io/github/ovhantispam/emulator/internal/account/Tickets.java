package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.emulator.internal.limit.HeapShare;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The tickets of the customer, of which as many are kept as fit into a part of the heap. Thread-safe. */
public final class Tickets {

    private static final long MOST_BYTES = HeapShare.of(32, 1 << 20, 16 << 20);
    private static final long BEFORE_FIRST = 2_000_000;

    private final Deque<Ticket> tickets = new ArrayDeque<>();
    private long bytes;
    private long lastId = BEFORE_FIRST;

    public synchronized Ticket open(String subject, String body, Map<String, String> fields, List<String> watchers) {
        lastId++;
        Ticket ticket = new Ticket(lastId, 10 * lastId, subject, body, fields, watchers);
        tickets.addLast(ticket);
        bytes += bytesOf(ticket);
        while (tickets.size() > 1 && bytes > MOST_BYTES) {
            bytes -= bytesOf(tickets.removeFirst());
        }
        return ticket;
    }

    private static long bytesOf(Ticket ticket) {
        long characters = (long) ticket.subject().length() + ticket.body().length();
        for (String value : ticket.fields().values()) {
            characters += value.length();
        }
        for (String watcher : ticket.watchers()) {
            characters += watcher.length();
        }
        return 2000 + 2 * characters;
    }

    /** Returns the tickets, the oldest first. */
    public synchronized List<Ticket> all() {
        return List.copyOf(tickets);
    }

    synchronized void clear() {
        tickets.clear();
        bytes = 0;
        lastId = BEFORE_FIRST;
    }
}
