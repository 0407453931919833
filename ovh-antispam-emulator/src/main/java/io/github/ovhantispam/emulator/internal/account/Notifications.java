package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.emulator.internal.limit.HeapShare;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The history of the mails that the vendor has sent to the customer, of which the latest are kept. Thread-safe. */
public final class Notifications {

    private static final int MOST = 10_000;
    private static final long MOST_BYTES = HeapShare.of(32, 1 << 20, 16 << 20);
    private static final long BEFORE_FIRST = 100_000;

    private final NavigableMap<Long, Notification> byId = new TreeMap<>();
    private long bytes;
    private long lastId = BEFORE_FIRST;

    /** Adds a mail and returns its number. */
    public synchronized long add(OffsetDateTime date, String subject, String body) {
        return add(date, subject, () -> body, 2L * (subject.length() + (long) body.length()));
    }

    /** Adds a mail that is written when it is read, and returns its number. */
    synchronized long add(OffsetDateTime date, String subject, Supplier<String> body) {
        return add(date, subject, body, 2L * subject.length());
    }

    private long add(OffsetDateTime date, String subject, Supplier<String> body, long size) {
        Notification notification = new Notification(++lastId, date, subject, body, 500 + size);
        byId.put(lastId, notification);
        bytes += notification.bytes();
        while (byId.size() > 1 && (byId.size() > MOST || bytes > MOST_BYTES)) {
            bytes -= Objects.requireNonNull(byId.pollFirstEntry()).getValue().bytes();
        }
        return lastId;
    }

    /** Returns all mails, the oldest first. */
    public synchronized List<Notification> all() {
        return new ArrayList<>(byId.values());
    }

    /** Returns the mail with a number. */
    public synchronized Optional<Notification> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized void clear() {
        byId.clear();
        bytes = 0;
        lastId = BEFORE_FIRST;
    }

    /** Returns what makes the history again what it is now. */
    synchronized Runnable restorePoint() {
        Map<Long, Notification> old = new TreeMap<>(byId);
        long oldLast = lastId;
        long oldBytes = bytes;
        return () -> {
            synchronized (this) {
                byId.clear();
                byId.putAll(old);
                lastId = oldLast;
                bytes = oldBytes;
            }
        };
    }
}
