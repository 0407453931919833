package io.github.ovhantispam.client.internal.release;

import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.concurrent.ScopedFuture;
import io.github.ovhantispam.model.SpamIp;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Drives a release without a thread of its own: its steps run in the pool, its waits are the timer's. */
final class BackgroundRelease {

    private final Calls calls;
    private final ReleaseRun run;
    private final ScopedFuture<SpamIp> scoped;
    private final CompletableFuture<SpamIp> future;
    private volatile @Nullable Future<?> wait;

    private BackgroundRelease(Calls calls, ReleaseRun run, ScopedFuture<SpamIp> scoped) {
        this.calls = calls;
        this.run = run;
        this.scoped = scoped;
        this.future = scoped.future();
    }

    /** Starts a release whose calls are in a scope of its own. */
    static CompletableFuture<SpamIp> start(Calls calls, ReleaseRun run) {
        ScopedFuture<SpamIp> scoped = ScopedFuture.in(calls.scope());
        BackgroundRelease release = new BackgroundRelease(calls, run, scoped);
        CompletableFuture<SpamIp> unused = release.future.whenComplete((released, failure) -> release.forgetWait());
        calls.threads().step(release::step);
        return release.future;
    }

    private void step() {
        try {
            while (!future.isDone()) {
                ReleaseRun.Next next = run.next();
                SpamIp released = next.released();
                if (released != null) {
                    future.complete(released);
                } else if (calls.runtime().sleeperIsOurs()) {
                    wait = calls.threads().schedule(() -> calls.threads().step(this::step), next.pause());
                    if (future.isDone()) {
                        forgetWait(); // it was cancelled before there was a wait to forget
                    }
                    return;
                } else {
                    run.sleep(next.pause()); // a sleeper of the caller's own has to be called, and holds this thread
                }
            }
        } catch (Throwable e) { // whatever it is, the future's reader has to learn of it
            scoped.fail(e);
        }
    }

    private void forgetWait() {
        Future<?> pending = wait;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
