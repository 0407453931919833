package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.QueueSender;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The senders of most mail, counted in bounded memory (Misra and Gries): with more senders than counters, all counters
 * are lowered by one for each that finds no place. A counter then is too low by at most one in {@value #COUNTERS} of
 * all mails.
 */
final class TopSenders {

    private static final int COUNTERS = 4096;
    private static final int LONGEST = 320;
    private static final int SHOWN = 10;

    private final Map<String, Long> counters = new HashMap<>();
    private boolean exact = true;

    void add(String sender) {
        String key = sender.length() > LONGEST ? sender.substring(0, LONGEST) : sender;
        if (counters.size() < COUNTERS || counters.containsKey(key)) {
            counters.merge(key, 1L, Long::sum);
        } else {
            exact = false;
            counters.values().removeIf(count -> count == 1);
            counters.replaceAll((other, count) -> count - 1);
        }
    }

    boolean isExact() {
        return exact;
    }

    List<QueueSender> most() {
        return counters.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(entry -> new QueueSender(entry.getKey(), entry.getValue()))
                .toList();
    }
}
