package io.github.ovhantispam.client.internal.release;

import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.Release;
import io.github.ovhantispam.client.ReleaseProgress;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A release that has not begun. */
public final class DefaultRelease implements Release {

    private final Calls calls;
    private final IpBlock block;
    private final IpAddress ip;
    private final Precaution precaution;
    private final @Nullable Duration timeout;
    private final Consumer<? super ReleaseProgress> listener;

    public DefaultRelease(
            Calls calls,
            IpBlock block,
            IpAddress ip,
            Precaution precaution,
            @Nullable Duration timeout,
            Consumer<? super ReleaseProgress> listener) {
        this.calls = calls;
        this.block = block;
        this.ip = ip;
        this.precaution = precaution;
        this.timeout = timeout;
        this.listener = listener;
    }

    @Override
    public Release timeout(Duration newTimeout) {
        Objects.requireNonNull(newTimeout, "timeout");
        if (newTimeout.isNegative() || newTimeout.isZero() || newTimeout.compareTo(Duration.ofDays(3650)) > 0) {
            throw new IllegalArgumentException(
                    "timeout is not positive, or longer than ten years: " + DurationText.of(newTimeout));
        }
        return new DefaultRelease(calls, block, ip, precaution, newTimeout, listener);
    }

    @Override
    public Release onProgress(Consumer<? super ReleaseProgress> newListener) {
        return new DefaultRelease(
                calls, block, ip, precaution, timeout, Objects.requireNonNull(newListener, "listener"));
    }

    private ReleaseRun begin(Calls own) {
        return new ReleaseRun(own, block, ip, precaution, timeout, listener);
    }

    @Override
    public SpamIp await() {
        ReleaseRun run = begin(calls);
        while (true) {
            ReleaseRun.Next next = run.next();
            SpamIp released = next.released();
            if (released != null) {
                return released;
            }
            run.sleep(next.pause());
        }
    }

    @Override
    public CompletableFuture<SpamIp> start() {
        Calls own = calls.in(calls.scope().child());
        return BackgroundRelease.start(own, begin(own));
    }
}
