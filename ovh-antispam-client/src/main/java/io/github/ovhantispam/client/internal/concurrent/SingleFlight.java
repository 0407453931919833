package io.github.ovhantispam.client.internal.concurrent;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import io.github.ovhantispam.client.internal.time.Deadline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one thread fetch what many need at once; the others wait for it, each within its own deadline. */
public final class SingleFlight<T> {

    private @Nullable CompletableFuture<T> flight;

    /**
     * Runs the work, or waits for the thread that is running it already.
     *
     * @param present what is there already, looked at before each step, or null
     */
    public T run(Supplier<@Nullable T> present, Supplier<T> work, Deadline deadline, CancellationScope scope) {
        while (true) {
            CompletableFuture<T> mine = new CompletableFuture<>();
            CompletableFuture<T> theirs;
            synchronized (this) {
                T there = present.get();
                if (there != null) {
                    return there;
                }
                theirs = flight;
                if (theirs == null) {
                    flight = mine;
                }
            }
            if (theirs == null) {
                return fly(mine, work);
            }
            T value = join(theirs, deadline, scope);
            if (value != null) {
                return value;
            }
        }
    }

    private T fly(CompletableFuture<T> mine, Supplier<T> work) {
        try {
            T value = work.get();
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            synchronized (this) {
                flight = null;
            }
        }
    }

    /**
     * Returns the other thread's value; null when it gave up for reasons of its own, so that this thread should try
     * itself.
     */
    private @Nullable T join(CompletableFuture<T> theirs, Deadline deadline, CancellationScope scope) {
        try {
            return scope.blocking(() -> theirs.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AntispamException failure
                    && !(failure instanceof AntispamInterruptedException)
                    && !(failure instanceof AntispamTimeoutException)) {
                throw failure;
            }
            if (deadline.remaining().isZero()) {
                throw new AntispamTimeoutException(
                        "the time limit ended while waiting for another thread's request", e, false);
            }
            return null;
        } catch (TimeoutException e) {
            throw new AntispamTimeoutException(
                    "the time limit ended while waiting for another thread's request", e, false);
        }
    }
}
