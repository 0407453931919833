package io.github.ovhantispam.emulator.internal.journal;

import io.github.ovhantispam.emulator.JournalEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest entries of a journal, as many as fit into a number of bytes. Not thread-safe. */
public final class KeptEntries {

    private final int most;
    private final long mostBytes;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private long bytes;
    private long evicted;

    public KeptEntries(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Keeps an entry, even when it alone is too large, and drops the oldest ones. */
    public void add(JournalEntry entry) {
        entries.addLast(entry);
        bytes += bytesOf(entry);
        while (entries.size() > 1 && (entries.size() > most || bytes > mostBytes)) {
            bytes -= bytesOf(entries.removeFirst());
            evicted++;
        }
    }

    /** Returns an estimate that is on the safe side: objects of a 64-bit JVM, and two bytes for each character. */
    private static long bytesOf(JournalEntry entry) {
        long size = 500 + 2L * (entry.target().length() + entry.method().length());
        for (var header : entry.headers().entrySet()) {
            size += 200 + 2L * (header.getKey().length() + header.getValue().length());
        }
        return size;
    }

    public long evicted() {
        return evicted;
    }

    public List<JournalEntry> list() {
        return List.copyOf(entries);
    }

    public void clear() {
        entries.clear();
        bytes = 0;
        evicted = 0;
    }
}
