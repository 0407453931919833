package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.Watch;
import io.github.ovhantispam.client.WatchNotice;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * The watch of an application, which publishes each {@link WatchNotice} as an event: receive it with
 * {@code @EventListener void on(WatchNotice.Change change)}.
 *
 * <p>Listeners run on the thread of the watch, one notice after the other. A notice counts as told when all of them
 * have returned; when one throws, the watch ends, and begins again after {@code ovh.antispam.watch.restart-delay}, with
 * that notice once more if a store keeps its state. The same goes for a store that cannot be reached. While another
 * replica has the watch, this one stands by.
 *
 * <p>It starts and stops with the context.
 */
public final class AntispamWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AntispamWatch.class);
    private static final long LOSS_CHECK_MILLIS = 200;

    private final Watch watch;
    private final WatchGuard guard;
    private final ApplicationEventPublisher events;
    private final Duration restartDelay;
    private final boolean autoStartup;
    private @Nullable Run run;

    AntispamWatch(
            Watch watch,
            WatchGuard guard,
            ApplicationEventPublisher events,
            Duration restartDelay,
            boolean autoStartup) {
        this.watch = watch;
        this.guard = guard;
        this.events = events;
        this.restartDelay = restartDelay;
        this.autoStartup = autoStartup;
    }

    /**
     * Sweeps once, on this thread, and publishes what has changed: for schedulers, and for tests. What a listener
     * throws is thrown here. Costs what a {@link io.github.ovhantispam.client.Sweep} costs.
     *
     * @throws RuntimeException when a listener or the store fails, or when another watch has the store, as this one has
     *     while it {@linkplain #isRunning() runs}
     */
    public void once() {
        watch.once(this::publish);
    }

    private void publish(WatchNotice notice) {
        guard.check();
        events.publishEvent(notice);
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            Run started = new Run();
            Thread thread = new Thread(started, "ovh-antispam-watch");
            thread.setDaemon(true);
            run = started;
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            run.end();
            run = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }

    /** From a start to a stop: one watch after the other. */
    private final class Run implements Runnable {

        private final CountDownLatch ending = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private String lastTrouble = "";

        @Override
        public void run() {
            try {
                while (isWanted()) {
                    watchUntilItEnds();
                    if (ending.await(restartDelay.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // nobody of ours does this; the thread ends
            } finally {
                ended.countDown();
            }
        }

        private boolean isWanted() {
            return ending.getCount() > 0;
        }

        private void watchUntilItEnds() throws InterruptedException {
            CompletableFuture<Void> future;
            try {
                future = watch.start(AntispamWatch.this::publish);
            } catch (RuntimeException e) {
                report(e);
                return;
            }
            lastTrouble = "";
            LOG.info("the watch of the account has begun");
            try {
                follow(future);
            } finally {
                future.cancel(true);
            }
        }

        private void follow(CompletableFuture<Void> future) throws InterruptedException {
            while (isWanted()) {
                try {
                    future.get(LOSS_CHECK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (guard.isLost()) {
                        LOG.warn("this replica has lost the watch of the account to another one");
                        return;
                    }
                } catch (CancellationException e) {
                    LOG.warn("the watch of the account was ended: the client is closed");
                    return;
                } catch (ExecutionException e) {
                    report(e.getCause() == null ? e : e.getCause());
                    return;
                }
            }
        }

        /** Logs trouble when it is new: it may last for hours. */
        private void report(Throwable failure) {
            String trouble = String.valueOf(failure.getMessage());
            if (trouble.equals(lastTrouble)) {
                return;
            }
            lastTrouble = trouble;
            if (guard.isHeldElsewhere(failure)) {
                LOG.info("standing by: {}", trouble);
            } else {
                LOG.warn("the watch of the account has ended, and is tried again every {}", restartDelay, failure);
            }
        }

        void end() {
            ending.countDown();
            try {
                if (!ended.await(10, TimeUnit.SECONDS)) {
                    LOG.warn("the watch of the account did not end within 10 s");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
