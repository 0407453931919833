package io.github.ovhantispam.client.internal.sweep;

import io.github.ovhantispam.client.IpBlockQuery;
import io.github.ovhantispam.client.SweepProgress;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The settings of a sweep, whose rate is 0 when nothing limits it. */
public record SweepSettings(
        @Nullable SpamState state,
        UnaryOperator<IpBlockQuery> blocks,
        boolean ipv6,
        int concurrency,
        int ratePerMinute,
        int batch,
        Consumer<? super SweepProgress> listener) {

    public static final SweepSettings STANDARD =
            new SweepSettings(null, UnaryOperator.identity(), false, 8, 0, 1, progress -> {});

    public SweepSettings withState(SpamState newState) {
        return new SweepSettings(newState, blocks, ipv6, concurrency, ratePerMinute, batch, listener);
    }

    public SweepSettings withBlocks(UnaryOperator<IpBlockQuery> more) {
        UnaryOperator<IpBlockQuery> both = query -> more.apply(blocks.apply(query));
        return new SweepSettings(state, both, ipv6, concurrency, ratePerMinute, batch, listener);
    }

    public SweepSettings withIpv6() {
        return new SweepSettings(state, blocks, true, concurrency, ratePerMinute, batch, listener);
    }

    public SweepSettings withConcurrency(int requests) {
        return new SweepSettings(state, blocks, ipv6, requests, ratePerMinute, batch, listener);
    }

    public SweepSettings withRatePerMinute(int requests) {
        return new SweepSettings(state, blocks, ipv6, concurrency, requests, batch, listener);
    }

    public SweepSettings withBatch(int size) {
        return new SweepSettings(state, blocks, ipv6, concurrency, ratePerMinute, size, listener);
    }

    public SweepSettings withListener(Consumer<? super SweepProgress> newListener) {
        return new SweepSettings(state, blocks, ipv6, concurrency, ratePerMinute, batch, newListener);
    }

    @Override
    public String toString() {
        return (state == null ? "any state" : "state " + state) + (ipv6 ? ", IPv6 too" : "") + ", concurrency "
                + concurrency + (ratePerMinute == 0 ? "" : ", " + ratePerMinute + " requests a minute") + ", batch "
                + batch;
    }

    /** Returns the time between two requests as a rule. */
    public Duration interval() {
        return ratePerMinute == 0 ? Duration.ZERO : Duration.ofMinutes(1).dividedBy(ratePerMinute);
    }
}
