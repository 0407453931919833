package io.github.ovhantispam.emulator.internal.journal;

import io.github.ovhantispam.emulator.JournalEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The latest entries of a journal, as many as fit into a number of bytes. Not thread-safe. */
public final class KeptEntries {

    private final int most;
    private final long mostBytes;
    private final Deque<Kept> entries = new ArrayDeque<>();
    private long bytes;
    private long evicted;

    public KeptEntries(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Keeps an entry, even when it alone is too large, and drops the oldest ones. */
    public void add(JournalEntry entry, long size) {
        entries.addLast(new Kept(entry, size));
        bytes += size;
        while (entries.size() > 1 && (entries.size() > most || bytes > mostBytes)) {
            bytes -= entries.removeFirst().size();
            evicted++;
        }
    }

    /** Returns an estimate that is on the safe side: objects of a 64-bit JVM, and two bytes for each character. */
    public static long bytesOf(String method, String target, Map<String, String> headers) {
        long size = 500 + 2L * (target.length() + method.length());
        for (var header : headers.entrySet()) {
            size += 200 + 2L * (header.getKey().length() + header.getValue().length());
        }
        return size;
    }

    public long evicted() {
        return evicted;
    }

    public List<JournalEntry> list() {
        return entries.stream().map(Kept::entry).toList();
    }

    public void clear() {
        entries.clear();
        bytes = 0;
        evicted = 0;
    }

    /** An entry and its size, or each one would be measured again when it is dropped. */
    private record Kept(JournalEntry entry, long size) {}
}
