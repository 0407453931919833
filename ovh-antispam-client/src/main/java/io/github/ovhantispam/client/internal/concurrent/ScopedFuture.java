package io.github.ovhantispam.client.internal.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A future whose cancelling ends a scope, and which the end of the scope cancels. */
public final class ScopedFuture<T> {

    private final CancellationScope scope;
    private final CompletableFuture<T> future = new CompletableFuture<>();

    private ScopedFuture(CancellationScope scope) {
        this.scope = scope;
    }

    public static <T> ScopedFuture<T> in(CancellationScope scope) {
        ScopedFuture<T> scoped = new ScopedFuture<>(scope);
        CancellationScope.Entry entry = scope.enter(() -> scoped.future.cancel(false));
        CompletableFuture<T> unused = scoped.future.whenComplete((value, failure) -> {
            scope.leave(entry);
            if (failure != null) { // cancelled, timed out, or failed by itself: nothing of it goes on
                scope.end("cancelled");
            }
            scope.close();
        });
        return scoped;
    }

    public CompletableFuture<T> future() {
        return future;
    }

    /** Completes it with the result of work, unless it is done before. */
    public void run(Supplier<? extends T> work) {
        if (!future.isDone()) {
            try {
                future.complete(work.get());
            } catch (Throwable e) { // whatever it is, the future's reader has to learn of it
                fail(e);
            }
        }
    }

    /** Fails it; cancels it when its scope has ended, whichever thread comes to it first. */
    public void fail(Throwable e) {
        if (scope.isEnded()) {
            future.cancel(false);
        } else {
            future.completeExceptionally(e);
        }
    }
}
