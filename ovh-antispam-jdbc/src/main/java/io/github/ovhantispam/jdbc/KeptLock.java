package io.github.ovhantispam.jdbc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lock of ShedLock's that is extended, three times in its duration, until it is released or lost. */
final class KeptLock {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.jdbc");

    private final ScheduledExecutorService timer;
    private final Duration duration;
    private SimpleLock lock;
    private boolean released;
    private boolean warned;
    private volatile boolean lost;

    private KeptLock(SimpleLock lock, Duration duration) {
        this.lock = lock;
        this.duration = duration;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "ovh-antispam-lease");
            thread.setDaemon(true);
            return thread;
        });
    }

    static KeptLock keep(SimpleLock lock, Duration duration) {
        KeptLock kept = new KeptLock(lock, duration);
        long period = duration.toMillis() / 3;
        var unused = kept.timer.scheduleWithFixedDelay(kept::extend, period, period, TimeUnit.MILLISECONDS);
        return kept;
    }

    private synchronized void extend() {
        if (released || lost) {
            return;
        }
        try {
            Optional<SimpleLock> extended = lock.extend(duration, Duration.ZERO);
            warned = false;
            if (extended.isPresent()) {
                lock = extended.get();
            } else {
                lost = true;
            }
        } catch (RuntimeException e) {
            // Not lost by that alone: the database may be back before anybody else can lead.
            if (!warned) {
                warned = true;
                LOG.warn("the lease of the watch could not be extended, and is tried again: {}", e.toString());
            }
        }
    }

    boolean isLost() {
        return lost;
    }

    void release() {
        timer.shutdownNow();
        synchronized (this) {
            if (released) {
                return;
            }
            released = true;
            if (!lost) {
                unlock();
            }
        }
    }

    /** Another replica need not wait for the end of the lease; if this fails, it does. */
    private void unlock() {
        boolean interrupted = Thread.interrupted();
        try {
            lock.unlock();
        } catch (RuntimeException e) {
            LOG.warn("the lease of the watch could not be given up, and ends in {}: {}", duration, e.toString());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
