package io.github.ovhantispam.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.client.WatchStore.Lease;
import io.github.ovhantispam.emulator.AntispamEmulator;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A store on a database, as one replica and as two; on H2 here, on PostgreSQL in a class that inherits these. */
class JdbcWatchStoreTest {

    private Database database;
    private JdbcTemplate jdbc;
    private JdbcWatchStore store;
    private JdbcWatchStore other;

    Database open() {
        return Database.h2();
    }

    @BeforeEach
    void openDatabase() {
        database = open();
        database.createTables();
        jdbc = new JdbcTemplate(database.dataSource());
        store = JdbcWatchStore.of(database.dataSource(), "default", "mail-guard at ovh-eu");
        other = JdbcWatchStore.of(database.dataSource(), "default", "mail-guard at ovh-eu");
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void load_afterASave_returnsTheState_inAnotherLease() {
        WatchState state = someState();
        try (Lease lease = store.acquire()) {
            assertThat(lease.load().text()).isEqualTo(WatchState.empty().text());
            lease.save(state);
        }

        try (Lease lease = other.acquire()) {
            assertThat(lease.load().text()).isEqualTo(state.text());
        }
    }

    @Test
    void acquire_whileAnotherHasIt_namesTheHolder() {
        try (Lease lease = store.acquire()) {
            assertThat(lease).isNotNull();
            assertThatExceptionOfType(WatchHeldException.class)
                    .isThrownBy(() -> other.acquire())
                    .withMessageMatching("the watch \"default\" is held by .*, process [0-9]+, .*, since 20.*");
        }
        try (Lease lease = other.acquire()) {
            assertThat(lease).isNotNull();
        }
    }

    @Test
    void acquire_underAnotherName_isIndependent() {
        try (Lease one = store.acquire();
                Lease two = JdbcWatchStore.of(database.dataSource(), "second", "mail-guard at ovh-eu")
                        .acquire()) {
            assertThat(one).isNotSameAs(two);
        }
    }

    @Test
    void save_byAReplicaThatWasReplaced_isRefused_andChangesNothing() {
        WatchState state = someState();
        try (Lease paused = store.acquire()) {
            expireLock(); // as if the process had been stopped for longer than its lease
            try (Lease successor = other.acquire()) {
                successor.save(state);

                assertThatExceptionOfType(LeaseLostException.class)
                        .isThrownBy(() -> paused.save(WatchState.empty()))
                        .withMessage("this process has lost the watch \"default\" to another one");
                assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> store.checkLease());
                assertThat(successor.load().text()).isEqualTo(state.text());
                other.checkLease();
            }
        }
    }

    @Test
    void close_byAReplicaThatWasReplaced_doesNotFreeTheLockOfItsSuccessor() {
        Lease paused = store.acquire();
        expireLock();
        try (Lease successor = other.acquire()) {
            paused.close();
            assertThatExceptionOfType(WatchHeldException.class)
                    .isThrownBy(() -> JdbcWatchStore.of(database.dataSource(), "default", "mail-guard at ovh-eu")
                            .acquire());
            successor.save(WatchState.empty());
        }
    }

    @Test
    void save_afterClose_isRefused() {
        Lease lease = store.acquire();
        lease.close();
        lease.close();

        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> lease.save(WatchState.empty()));
    }

    @Test
    void lease_ofALivingHolder_isExtended_beyondItsDuration() throws InterruptedException {
        JdbcWatchStore brief = store.lease(Duration.ofSeconds(1));
        try (Lease lease = brief.acquire()) {
            assertThat(new CountDownLatch(1).await(2500, TimeUnit.MILLISECONDS)).isFalse();
            assertThatExceptionOfType(WatchHeldException.class).isThrownBy(() -> other.acquire());
            lease.save(WatchState.empty());
            assertThat(brief.isLeaseLost()).isFalse();
        }
    }

    @Test
    void isLeaseLost_onceAnotherLeads_isTrueByItself() throws InterruptedException {
        JdbcWatchStore brief = store.lease(Duration.ofSeconds(1));
        try (Lease lease = brief.acquire()) {
            assertThat(lease).isNotNull();
            expireLock();
            try (Lease successor = other.acquire()) {
                assertThat(successor).isNotNull();
                for (int i = 0; i < 100 && !brief.isLeaseLost(); i++) {
                    assertThat(new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS))
                            .isFalse();
                }
                assertThat(brief.isLeaseLost()).isTrue();
            }
        }
    }

    @Test
    void acquire_byAnotherApplication_namesBoth() {
        store.acquire().close();

        assertThatIllegalStateException()
                .isThrownBy(() -> JdbcWatchStore.of(database.dataSource(), "default", "billing at ovh-ca")
                        .acquire())
                .withMessageContaining("belongs to \"mail-guard at ovh-eu\" and not to \"billing at ovh-ca\"");
        store.acquire().close();
    }

    @Test
    void acquire_withoutTables_saysWhichScript() {
        jdbc.execute("DROP TABLE antispam_schema");

        assertThatIllegalStateException()
                .isThrownBy(() -> store.acquire())
                .withMessageContaining("run io/github/ovhantispam/jdbc/schema-postgresql.sql");
    }

    @Test
    void acquire_withTablesOfAnotherVersion_namesBoth() {
        jdbc.update("UPDATE antispam_schema SET version = 2");

        assertThatIllegalStateException()
                .isThrownBy(() -> store.acquire())
                .withMessageContaining("have version [2], and this library reads version 1");
    }

    @Test
    void load_ofADamagedState_saysWhatToDo() {
        store.acquire().close();
        jdbc.update("UPDATE antispam_watch SET state = 'nonsense'");

        try (Lease lease = store.acquire()) {
            assertThatIllegalStateException()
                    .isThrownBy(lease::load)
                    .withMessageContaining("Restore antispam_watch.state");
        }
    }

    /** A process that is stopped in the middle of one keeps the row, and its successor waits for it. */
    @Test
    void statements_ofAStore_openNoTransaction() {
        List<Boolean> commits = new CopyOnWriteArrayList<>();
        DataSource watched = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(false); // as some pools do
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            if (method.getName().equals("setAutoCommit")) {
                                commits.add((Boolean) arguments[0]);
                            }
                            return method.invoke(connection, arguments);
                        });
            }
        };
        JdbcWatchStore onAPool = JdbcWatchStore.of(watched, "default", "mail-guard at ovh-eu");

        try (Lease lease = onAPool.acquire()) {
            lease.save(someState());
            onAPool.checkLease();
        }

        assertThat(commits).isNotEmpty().doesNotContain(false);
        try (Lease lease = other.acquire()) {
            assertThat(lease.load().text()).isNotEqualTo(WatchState.empty().text());
        }
    }

    @Test
    void save_onAnInterruptedThread_isSaved_andTheThreadStaysInterrupted() {
        WatchState state = someState();
        try (Lease lease = store.acquire()) {
            Thread.currentThread().interrupt();
            lease.save(state);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(lease.load().text()).isEqualTo(state.text());
        }
    }

    @Test
    void tables_createdAgain_stayAsTheyAre() {
        store.acquire().close();

        database.createTables();

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM antispam_watch", Integer.class))
                .isEqualTo(1);
        assertThat(jdbc.queryForList("SELECT version FROM antispam_schema", Integer.class))
                .containsExactly(WatchTable.VERSION);
    }

    @Test
    void arguments_outOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.lease(Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> store.lease(Duration.ofDays(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcWatchStore.of(database.dataSource(), " ", "application"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcWatchStore.of(database.dataSource(), "x".repeat(65), "application"));
    }

    private void expireLock() {
        jdbc.update("UPDATE antispam_lock SET lock_until = locked_at");
    }

    private static WatchState someState() {
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
            try (AntispamClient client =
                    AntispamClient.builder().environment(emulator.environment()).build()) {
                return client.sweep()
                        .ratePerMinute(60_000)
                        .watch(Duration.ofMinutes(1))
                        .once(notice -> {});
            }
        }
    }
}
