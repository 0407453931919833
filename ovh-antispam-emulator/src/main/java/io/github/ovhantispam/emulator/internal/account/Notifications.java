package io.github.ovhantispam.emulator.internal.account;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The history of the mails that the vendor has sent to the customer, of which the latest 10,000 are kept. Thread-safe.
 */
public final class Notifications {

    private static final int MOST = 10_000;
    private static final long BEFORE_FIRST = 100_000;

    private final NavigableMap<Long, Notification> byId = new TreeMap<>();
    private long lastId = BEFORE_FIRST;

    /** Adds a mail and returns its number. */
    public synchronized long add(OffsetDateTime date, String subject, Supplier<String> body) {
        Notification notification = new Notification(++lastId, date, subject, body);
        byId.put(lastId, notification);
        if (byId.size() > MOST) {
            byId.pollFirstEntry();
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
        lastId = BEFORE_FIRST;
    }

    /** Returns what makes the history again what it is now. */
    synchronized Runnable restorePoint() {
        Map<Long, Notification> old = new TreeMap<>(byId);
        long oldLast = lastId;
        return () -> {
            synchronized (this) {
                byId.clear();
                byId.putAll(old);
                lastId = oldLast;
            }
        };
    }
}
