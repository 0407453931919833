package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.jdbc.JdbcWatchStore;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

/** One of two replicas of {@link LeaderProof}, in a JVM of its own. Writes each notice it publishes into a table. */
final class WatchReplica {

    private WatchReplica() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setConnectTimeout(2);
        database.setSocketTimeout(5);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        AntispamClient client = AntispamClient.builder()
                .endpoint(Endpoint.of(arguments[1]))
                .credentials(Credentials.accessToken(arguments[2]))
                .build();
        JdbcWatchStore store =
                JdbcWatchStore.of(database, "default", "proof").lease(Duration.ofMillis(Long.parseLong(arguments[3])));
        TimedGuard guard = new TimedGuard(new JdbcWatchGuard(store), jdbc);
        ApplicationEventPublisher events = event -> {
            if (event instanceof WatchNotice.Change change) {
                // The leader as it is now and the process that tells, in one statement: the proof compares them.
                jdbc.update(
                        "INSERT INTO told (id, pid, holder, asked_at) SELECT ?, ?, holder, ?"
                                + " FROM antispam_watch WHERE name = 'default'",
                        change.id(),
                        ProcessHandle.current().pid(),
                        guard.askedAt());
            }
        };
        new AntispamWatch(
                        client.sweep()
                                .ratePerMinute(60_000)
                                .watch(Duration.ofMillis(100))
                                .store(store),
                        guard,
                        events,
                        Duration.ofMillis(200),
                        true)
                .start();
        new CountDownLatch(1).await();
    }

    /** A guard that keeps the moment, by the database's clock, before its last check. */
    private static final class TimedGuard implements WatchGuard {

        private final WatchGuard guard;
        private final JdbcTemplate jdbc;
        private volatile @Nullable OffsetDateTime askedAt;

        TimedGuard(WatchGuard guard, JdbcTemplate jdbc) {
            this.guard = guard;
            this.jdbc = jdbc;
        }

        @Nullable
        OffsetDateTime askedAt() {
            return askedAt;
        }

        @Override
        public void check() {
            askedAt = jdbc.queryForObject("SELECT clock_timestamp()", OffsetDateTime.class);
            guard.check();
        }

        @Override
        public boolean isLost() {
            return guard.isLost();
        }

        @Override
        public boolean isHeldElsewhere(Throwable failure) {
            return guard.isHeldElsewhere(failure);
        }
    }
}
