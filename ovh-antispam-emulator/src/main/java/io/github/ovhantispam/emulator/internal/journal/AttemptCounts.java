package io.github.ovhantispam.emulator.internal.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** The number of times each call was made, of those that were made lately. Not thread-safe. */
public final class AttemptCounts {

    private final int most;
    private final long mostBytes;
    private final Map<String, Integer> counts = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    public AttemptCounts(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Counts a call, and forgets the ones that were made longest ago when there are too many. */
    public int next(String call) {
        int attempt = counts.merge(call, 1, Integer::sum);
        if (attempt == 1) {
            bytes += bytesOf(call);
            while (counts.size() > most || bytes > mostBytes) {
                String oldest = counts.keySet().iterator().next();
                counts.remove(oldest);
                bytes -= bytesOf(oldest);
            }
        }
        return attempt;
    }

    private static long bytesOf(String call) {
        return 150 + 2L * call.length();
    }

    public void clear() {
        counts.clear();
        bytes = 0;
    }
}
