package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.resource.DefaultSpamIpResource;
import io.github.ovhantispam.client.internal.sweep.SweepRun;
import io.github.ovhantispam.client.internal.sweep.SweepSettings;
import io.github.ovhantispam.client.internal.time.Durations;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A watch under way, on one thread: sweeps, and waits in between. */
final class WatchLoop {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");

    private final Calls client;
    private final Calls own;
    private final SweepSettings settings;
    private final Duration interval;
    private final WatchMemory memory;
    private final WatchAudience audience;
    private boolean warned;

    /**
     * A watch.
     *
     * @param client what the handles that are given away go by
     * @param own what the watch itself goes by, which may end earlier
     */
    WatchLoop(
            Calls client,
            Calls own,
            SweepSettings settings,
            Duration interval,
            WatchMemory memory,
            WatchAudience audience) {
        this.client = client;
        this.own = own;
        this.settings = settings;
        this.interval = interval;
        this.memory = memory;
        this.audience = audience;
    }

    /** Watches until something is thrown. */
    void run() {
        InstantSource clock = own.runtime().clock();
        while (true) {
            Instant begun = clock.instant();
            pass(begun);
            own.sleep(pauseAfter(Duration.between(begun, clock.instant())));
        }
    }

    /** Makes one pass, and returns what is known after it. */
    SavedState once() {
        pass(own.runtime().clock().instant());
        return memory.state();
    }

    private void pass(Instant begun) {
        try (SweepRun sweep = new SweepRun(own, settings)) {
            new WatchPass(sweep, own.scope(), own.runtime().serverClock(), memory, audience, this::ofTheClient)
                    .run(begun);
        }
    }

    private Finding ofTheClient(Finding finding) {
        return new Finding(
                new DefaultSpamIpResource(
                        client, finding.block(), finding.spamIp().ipSpamming()),
                finding.spamIp());
    }

    /** From start to start it is the interval, and at least as long as between any two requests of a sweep. */
    private Duration pauseAfter(Duration took) {
        Duration left = took.isNegative() ? interval : interval.minus(took); // somebody's clock was set back
        warnIfTooLong(took);
        return Durations.max(left, settings.interval());
    }

    private void warnIfTooLong(Duration took) {
        boolean tooLong = took.compareTo(interval) > 0;
        if (tooLong && !warned) {
            LOG.warn(
                    "a sweep of a watch took {}, its handler included, and its interval is {}: the next begins at once."
                            + " Give it a longer interval, a higher ratePerMinute, or a batch",
                    DurationText.of(took),
                    DurationText.of(interval));
        }
        warned = tooLong;
    }
}
