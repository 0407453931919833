package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.IpBlockQuery;
import io.github.ovhantispam.client.Sweep;
import io.github.ovhantispam.client.SweepItem;
import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.SweepProgress;
import io.github.ovhantispam.client.SweepResult;
import io.github.ovhantispam.client.Watch;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.sweep.SweepRun;
import io.github.ovhantispam.client.internal.sweep.SweepSettings;
import io.github.ovhantispam.client.internal.watch.DefaultWatch;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A sweep that has not begun. */
final class DefaultSweep implements Sweep {

    /** The rate that the vendor calls fair: a watch goes on for months. */
    private static final int RATE_OF_A_WATCH = 60;

    private final Calls calls;
    private final SweepSettings settings;

    DefaultSweep(Calls calls, SweepSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    private DefaultSweep with(SweepSettings others) {
        return new DefaultSweep(calls, others);
    }

    @Override
    public Sweep state(SpamState state) {
        return with(settings.withState(Objects.requireNonNull(state, "state")));
    }

    @Override
    public Sweep blocks(UnaryOperator<IpBlockQuery> filters) {
        return with(settings.withBlocks(Objects.requireNonNull(filters, "filters")));
    }

    @Override
    public Sweep includeIpv6() {
        return with(settings.withIpv6());
    }

    @Override
    public Sweep concurrency(int requests) {
        return with(settings.withConcurrency(inRange("concurrency", requests, 64)));
    }

    @Override
    public Sweep ratePerMinute(int requests) {
        return with(settings.withRatePerMinute(inRange("ratePerMinute", requests, 60_000)));
    }

    @Override
    public Sweep batch(int blocks) {
        return with(settings.withBatch(inRange("batch", blocks, 100)));
    }

    private static int inRange(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " is not between 1 and " + most + ": " + value);
        }
        return value;
    }

    @Override
    public Sweep onProgress(Consumer<? super SweepProgress> listener) {
        return with(settings.withListener(Objects.requireNonNull(listener, "listener")));
    }

    @Override
    public SweepResult run() {
        List<Finding> findings = new ArrayList<>();
        List<BlockFailure> failures = new ArrayList<>();
        try (SweepRun run = begin()) {
            run.forEachRemaining(item -> {
                if (item instanceof Finding finding) {
                    findings.add(finding);
                } else {
                    failures.add((BlockFailure) item);
                }
            });
        }
        findings.sort(Comparator.comparing((Finding finding) -> finding.spamIp().ipSpamming())
                .thenComparing(Finding::block));
        failures.sort(Comparator.comparing(BlockFailure::block));
        return new SweepResult(findings, failures);
    }

    @Override
    public Stream<SweepItem> stream() {
        int what = Spliterator.NONNULL | Spliterator.IMMUTABLE;
        AtomicReference<@Nullable SweepRun> begun =
                new AtomicReference<>(); // a stream that is never read costs nothing
        return StreamSupport.stream(
                        () -> {
                            SweepRun run = begin();
                            begun.set(run);
                            return Spliterators.spliteratorUnknownSize(run, what);
                        },
                        what,
                        false)
                .onClose(() -> {
                    SweepRun run = begun.get();
                    if (run != null) {
                        run.close();
                    }
                });
    }

    @Override
    public Watch watch(Duration interval) {
        Objects.requireNonNull(interval, "interval");
        if (interval.isNegative() || interval.isZero() || interval.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "interval is not positive, or longer than a day: " + DurationText.of(interval));
        }
        if (settings.state() != null) {
            throw new IllegalStateException("state(" + settings.state() + ") and watch(..) contradict each other:"
                    + " a watch has to see addresses in all states, and its handler can choose among them");
        }
        SweepSettings paced = settings.ratePerMinute() == 0 ? settings.withRatePerMinute(RATE_OF_A_WATCH) : settings;
        return new DefaultWatch(calls, paced, interval);
    }

    private SweepRun begin() {
        return new SweepRun(calls, settings);
    }

    @Override
    public String toString() {
        return "Sweep[" + settings + ']';
    }
}
