package io.github.ovhantispam.jdbc;

import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.client.WatchStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.LockException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The state of a watch in a database, for one of several replicas at a time. PostgreSQL and H2; the tables are made by
 * {@code schema-postgresql.sql} and {@code schema-h2.sql} beside this class.
 *
 * <p>The replica that has ShedLock's lock of this name leads. It extends the lock three times in the duration of the
 * lease, and another replica can lead once it has not done so for that long; all by the database's clock. Each leader
 * raises a fence in the row of the state, which each save compares: a leader that was paused, and does not know that it
 * was replaced, cannot save any more, so that its watch ends.
 *
 * <p>{@link #acquire()} throws a {@link WatchHeldException} while another replica leads, and an
 * {@link IllegalStateException} that says what to do when the tables are missing or of another version, when the row
 * belongs to another application, or when the database cannot be reached.
 *
 * <p>Cost: four or five statements to begin, one per save, and one per extension.
 */
public final class JdbcWatchStore implements WatchStore {

    private final DataSource dataSource;
    private final String name;
    private final String application;
    private final Duration lease;
    private final String holder;
    private volatile @Nullable JdbcLease last;

    private JdbcWatchStore(DataSource dataSource, String name, String application, Duration lease) {
        this.dataSource = dataSource;
        this.name = name;
        this.application = application;
        this.lease = lease;
        this.holder = holder();
    }

    /**
     * Returns a store with a lease of 30 seconds.
     *
     * @param dataSource the database, which must be the same one for all replicas; a pool of at least two connections
     * @param name the watch: the replicas of one application share it, applications do not; 1 to 64 characters
     * @param application the application and its account, in words, by which one that uses the name of another by
     *     mistake is found out; 1 to 255 characters
     * @return the store; no statement is made
     * @throws IllegalArgumentException when a text is empty or too long
     */
    public static JdbcWatchStore of(DataSource dataSource, String name, String application) {
        return new JdbcWatchStore(
                Objects.requireNonNull(dataSource, "dataSource"),
                checked("name", name, 64),
                checked("application", application, 255),
                Duration.ofSeconds(30));
    }

    private static String checked(String what, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(what + " is empty or has more than " + most + " characters");
        }
        return text;
    }

    /**
     * Returns this store with another lease.
     *
     * @param lease the time after which a leader that is not heard of can be replaced: from 1 second to a day. The same
     *     for all replicas
     * @return a new store
     * @throws IllegalArgumentException when out of range
     */
    public JdbcWatchStore lease(Duration lease) {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0 || lease.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("lease is not between 1 second and a day: " + lease);
        }
        return new JdbcWatchStore(dataSource, name, application, lease);
    }

    /**
     * Returns the name given to the other replicas: the machine and the process, and this store of all that it may
     * have.
     */
    private static String holder() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown host";
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        return host + ", process " + ProcessHandle.current().pid() + ", " + id;
    }

    @Override
    public Lease acquire() {
        WatchTable table = new WatchTable(new SingleStatements(dataSource), name);
        table.checkVersion();
        table.insertIfMissing(application);
        checkApplication(table.find());
        KeptLock lock = KeptLock.keep(lock(table), lease);
        try {
            JdbcLease acquired = new JdbcLease(this, table, lock, table.fence(holder));
            last = acquired;
            return acquired;
        } catch (RuntimeException | Error e) {
            lock.release();
            throw e;
        }
    }

    private void checkApplication(Optional<WatchTable.Row> row) {
        String owner = row.map(WatchTable.Row::application).orElse(application);
        if (!owner.equals(application)) {
            throw new IllegalStateException("the watch \"" + name + "\" in this database belongs to \"" + owner
                    + "\" and not to \"" + application + "\": give one of them another name; or, if it was renamed,"
                    + " change antispam_watch.application");
        }
    }

    private SimpleLock lock(WatchTable table) {
        JdbcTemplateLockProvider.Configuration configuration = JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(new SingleStatements(dataSource)))
                .withTransactionManager(SingleStatements.NO_TRANSACTIONS)
                .withTableName("antispam_lock")
                .withLockedByValue(holder)
                .withThrowUnexpectedException(true)
                .usingDbTime()
                .build();
        LockProvider provider = new JdbcTemplateLockProvider(configuration);
        boolean interrupted = Thread.interrupted();
        try {
            return provider.lock(new LockConfiguration(Instant.now(), name, lease, Duration.ZERO))
                    .orElseThrow(() -> held(table));
        } catch (LockException e) {
            throw new IllegalStateException(
                    "the lease of the watch \"" + name + "\" cannot be taken: " + e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private WatchHeldException held(WatchTable table) {
        String who = table.find()
                .filter(row -> !row.holder().isEmpty())
                .map(row -> row.holder() + ", since " + row.heldSince())
                .orElse("another process");
        return new WatchHeldException("the watch \"" + name + "\" is held by " + who);
    }

    /**
     * Fails when the lease that this store gave last is not good any more. One statement. To be called before a handler
     * acts on a notice: a leader that was paused learns here that it was replaced, and not only with the next save.
     *
     * @throws LeaseLostException when another process leads, or none of this store's leases is open
     * @throws IllegalStateException when the database cannot be reached
     */
    public void checkLease() {
        JdbcLease lease = last;
        if (lease == null) {
            throw new LeaseLostException("this process does not have the watch \"" + name + '"');
        }
        lease.check();
    }

    /**
     * Returns false as long as nothing is known of a loss of the lease that this store gave last. No statement.
     *
     * @return true when it is known that the lease could not be extended in time
     */
    public boolean isLeaseLost() {
        JdbcLease lease = last;
        return lease != null && lease.lock.isLost();
    }

    @Override
    public String toString() {
        return "JdbcWatchStore[" + name + " of " + application + ", lease " + lease + ", " + holder + ']';
    }

    /** The row in the hands of one watch. */
    private static final class JdbcLease implements Lease {

        private final JdbcWatchStore store;
        private final WatchTable table;
        private final KeptLock lock;
        private final long fence;
        private volatile boolean closed;

        JdbcLease(JdbcWatchStore store, WatchTable table, KeptLock lock, long fence) {
            this.store = store;
            this.table = table;
            this.lock = lock;
            this.fence = fence;
        }

        @Override
        public WatchState load() {
            String text = table.state().orElse(null);
            if (text == null) {
                return WatchState.empty();
            }
            try {
                return WatchState.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "the state of the watch \"" + store.name + "\" is damaged, or of another version: "
                                + e.getMessage() + ". Restore antispam_watch.state; or set it to NULL to begin anew,"
                                + " which tells all that is blocked once more",
                        e);
            }
        }

        @Override
        public void save(WatchState state) {
            if (closed || !table.save(fence, state.text())) {
                throw lost();
            }
        }

        void check() {
            long now = table.find().map(WatchTable.Row::fence).orElse(-1L);
            if (closed || now != fence) {
                throw lost();
            }
        }

        private LeaseLostException lost() {
            return new LeaseLostException("this process has lost the watch \"" + store.name + "\" to another one");
        }

        @Override
        public void close() {
            closed = true;
            lock.release();
        }
    }
}
