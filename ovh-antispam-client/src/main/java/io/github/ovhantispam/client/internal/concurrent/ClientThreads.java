package io.github.ovhantispam.client.internal.concurrent;

import io.github.ovhantispam.client.internal.time.Durations;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The client's own threads: pools and a timer, daemons, there only once they are needed. */
public final class ClientThreads {

    private static final int MOST_THREADS = 64;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final String NAME = "ovh-antispam-";

    private @Nullable ExecutorService tasks;
    private @Nullable ExecutorService steps;
    private @Nullable ExecutorService workers;
    private @Nullable ThreadFactory watchers;
    private @Nullable ScheduledThreadPoolExecutor timer;
    private boolean closed;

    public synchronized void run(Runnable task) {
        checkOpen();
        if (tasks == null) {
            tasks = bounded("async-");
        }
        tasks.execute(task);
    }

    /**
     * Runs a step of a release, in a pool of their own: tasks that wait for releases must not keep them from going on.
     */
    public synchronized void step(Runnable step) {
        checkOpen();
        if (steps == null) {
            steps = bounded("release-");
        }
        steps.execute(step);
    }

    /**
     * Makes requests of a list or a sweep. Each caller limits its number of threads; they run no user code but
     * listeners, and wait only for responses.
     */
    public synchronized void work(CancellationScope scope, Runnable requests) {
        scope.checkOpen(); // first: a client that is closed has ended its scopes before
        checkOpen();
        if (workers == null) {
            String kind = "reader-";
            workers = new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    IDLE.toMillis(),
                    TimeUnit.MILLISECONDS,
                    new SynchronousQueue<>(),
                    virtualOr(daemons(kind), kind));
        }
        workers.execute(requests);
    }

    /** Runs a watch, which needs a thread for as long as it goes on, and none of a pool's, where it would keep it. */
    public synchronized void watch(Runnable watch) {
        checkOpen();
        if (watchers == null) {
            String kind = "watch-";
            watchers = virtualOr(daemons(kind), kind);
        }
        watchers.newThread(watch).start();
    }

    private static ExecutorService bounded(String kind) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_THREADS,
                MOST_THREADS,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                virtualOr(daemons(kind), kind));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    public synchronized Future<?> schedule(Runnable task, Duration delay) {
        checkOpen();
        if (timer == null) {
            timer = new ScheduledThreadPoolExecutor(1, daemons("timer-"));
            timer.setRemoveOnCancelPolicy(true); // a cancelled wait of a day must not be kept for a day
        }
        return timer.schedule(task, Durations.nanos(delay), TimeUnit.NANOSECONDS);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
    }

    private static ThreadFactory daemons(String kind) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, NAME + kind + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Virtual threads where the JDK has them, which the release this is compiled for does not. */
    private static ThreadFactory virtualOr(ThreadFactory platform, String kind) {
        if (Runtime.version().feature() < 21) {
            return platform;
        }
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder$OfVirtual");
            Object named = type.getMethod("name", String.class, long.class).invoke(builder, NAME + kind, 1L);
            return (ThreadFactory) type.getMethod("factory").invoke(named);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every JDK from 21 on has virtual threads", e);
        }
    }

    public synchronized void close() {
        closed = true;
        if (tasks != null) {
            tasks.shutdownNow();
        }
        if (steps != null) {
            steps.shutdownNow();
        }
        if (workers != null) {
            workers.shutdownNow();
        }
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
