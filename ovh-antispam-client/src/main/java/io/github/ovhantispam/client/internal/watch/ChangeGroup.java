package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.internal.sweep.Sighting;
import io.github.ovhantispam.client.internal.watch.WatchJudge.News;
import io.github.ovhantispam.model.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes that are saved together, delivered one after the other, and saved as delivered. The limit is what a crash may
 * repeat; without groups, a first pass would cost the square of what it finds.
 */
final class ChangeGroup {

    private static final int MOST = 100;

    private final WatchMemory memory;
    private final WatchAudience audience;
    private final Map<IpAddress, News> waiting = new LinkedHashMap<>();

    ChangeGroup(WatchMemory memory, WatchAudience audience) {
        this.memory = memory;
        this.audience = audience;
    }

    /** Adds a change, and first tells those that wait if they are many. */
    void add(News news) {
        IpAddress address = news.learnt().address();
        if (waiting.size() == MOST || waiting.containsKey(address)) {
            tell(); // that these are told is saved with what the next group is about to be told
        }
        waiting.put(address, news);
    }

    /** Tells the changes that wait, and saves that they are told. */
    void finish() {
        tell();
        audience.save(memory);
    }

    private void tell() {
        List<News> group = List.copyOf(waiting.values());
        waiting.clear();
        if (group.isEmpty()) {
            return;
        }
        List<@Nullable Sighting> before = new ArrayList<>();
        group.forEach(news -> before.add(memory.telling(news.learnt())));
        audience.save(memory);
        int begun = 0;
        try {
            for (News news : group) {
                audience.checkInterrupt();
                begun++;
                audience.tell(news.change());
                memory.learn(news.learnt()); // only now: after a failure of the handler, nobody else would hear of it
            }
        } finally {
            for (int i = begun; i < group.size(); i++) {
                memory.untell(group.get(i).learnt().address(), before.get(i));
            }
        }
    }
}
