package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.jdbc.JdbcWatchStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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
        ApplicationEventPublisher events = event -> {
            if (event instanceof WatchNotice.Change change) {
                // The fence as it is now and the process that tells, in one statement: the proof compares them.
                jdbc.update(
                        "INSERT INTO told (id, pid, holder, fence, told_at) SELECT ?, ?, holder, fence,"
                                + " clock_timestamp() FROM antispam_watch WHERE name = 'default'",
                        change.id(),
                        ProcessHandle.current().pid());
            }
        };
        new AntispamWatch(
                        client.sweep()
                                .ratePerMinute(60_000)
                                .watch(Duration.ofMillis(100))
                                .store(store),
                        new JdbcWatchGuard(store),
                        events,
                        Duration.ofMillis(200),
                        true)
                .start();
        new CountDownLatch(1).await();
    }
}
