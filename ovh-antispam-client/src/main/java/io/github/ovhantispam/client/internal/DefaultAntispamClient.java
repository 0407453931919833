package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.BlockNotFoundException;
import io.github.ovhantispam.client.CallOptions;
import io.github.ovhantispam.client.IpBlockQuery;
import io.github.ovhantispam.client.IpBlockResource;
import io.github.ovhantispam.client.NotificationQuery;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.client.SupportTickets;
import io.github.ovhantispam.client.Sweep;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.concurrent.ScopedFuture;
import io.github.ovhantispam.client.internal.resource.DefaultIpBlockQuery;
import io.github.ovhantispam.client.internal.resource.DefaultIpBlockResource;
import io.github.ovhantispam.client.internal.resource.DefaultNotificationQuery;
import io.github.ovhantispam.client.internal.resource.DefaultSpamIpResource;
import io.github.ovhantispam.client.internal.resource.DefaultSupportTickets;
import io.github.ovhantispam.client.internal.sweep.SweepSettings;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A client, or a view of one. */
final class DefaultAntispamClient implements AntispamClient {

    private final Calls calls;
    private final Runnable onClose;

    DefaultAntispamClient(Calls calls, Runnable onClose) {
        this.calls = calls;
        this.onClose = onClose;
    }

    private DefaultAntispamClient view(Calls otherCalls) {
        return new DefaultAntispamClient(otherCalls, () -> {});
    }

    @Override
    public IpBlockQuery ipBlocks() {
        return new DefaultIpBlockQuery(calls);
    }

    @Override
    public IpBlockResource ipBlock(String block) {
        return ipBlock(IpBlock.of(Objects.requireNonNull(block, "block")));
    }

    @Override
    public IpBlockResource ipBlock(IpBlock block) {
        return new DefaultIpBlockResource(calls, Objects.requireNonNull(block, "block"));
    }

    @Override
    public SpamIpResource locate(String ipSpamming) {
        return locate(IpAddress.of(Objects.requireNonNull(ipSpamming, "ipSpamming")));
    }

    @Override
    public SpamIpResource locate(IpAddress ipSpamming) {
        DefaultSpamIpResource.checkAddress(ipSpamming);
        IpBlock block = ipBlocks().containing(ipSpamming).stream()
                .filter(listed -> listed.contains(ipSpamming))
                .max(Comparator.comparingInt(IpBlock::prefixLength))
                .orElseThrow(() -> new BlockNotFoundException(ipSpamming));
        return ipBlock(block).spamIp(ipSpamming);
    }

    @Override
    public Sweep sweep() {
        return new DefaultSweep(
                calls, SweepSettings.STANDARD.withBatch(calls.options().batchSize()));
    }

    @Override
    public NotificationQuery notifications() {
        return new DefaultNotificationQuery(calls);
    }

    @Override
    public SupportTickets supportTickets() {
        return new DefaultSupportTickets(calls);
    }

    @Override
    public AntispamClient withOptions(UnaryOperator<CallOptions> change) {
        Objects.requireNonNull(change, "change");
        CallOptions options = Objects.requireNonNull(change.apply(calls.options()), "the new options");
        return view(calls.with(options));
    }

    @Override
    public <T> CompletableFuture<T> async(Function<? super AntispamClient, ? extends T> work) {
        Objects.requireNonNull(work, "calls");
        Calls own = calls.in(calls.scope().child());
        ScopedFuture<T> scoped = ScopedFuture.in(own.scope());
        calls.threads().run(() -> scoped.run(() -> work.apply(view(own))));
        return scoped.future();
    }

    @Override
    public void close() {
        onClose.run();
    }

    @Override
    public String toString() {
        return "AntispamClient[" + calls.runtime().access() + ", " + calls.options() + ']';
    }
}
