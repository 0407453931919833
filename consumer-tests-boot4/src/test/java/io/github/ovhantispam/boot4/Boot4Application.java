package io.github.ovhantispam.boot4;

import io.github.ovhantispam.client.WatchNotice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.event.EventListener;

/** An application with whatever Boot 4 configures of itself. */
@SpringBootConfiguration
@EnableAutoConfiguration
class Boot4Application {

    private final List<WatchNotice> notices = new CopyOnWriteArrayList<>();

    @EventListener
    void on(WatchNotice.Change change) {
        notices.add(change);
    }

    List<WatchNotice> notices() {
        return notices;
    }
}
