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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A store on a database, as one replica and as two. */
class JdbcWatchStoreTest {

    private static Database postgres;

    private Database database;
    private JdbcTemplate jdbc;
    private JdbcWatchStore store;
    private JdbcWatchStore other;

    enum Server {
        H2,
        POSTGRES
    }

    @BeforeAll
    static void startPostgres() {
        postgres = Database.postgres();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    private void open(Server server) {
        database = server == Server.H2 ? Database.h2() : postgres;
        database.dropTables();
        database.createTables();
        jdbc = new JdbcTemplate(database.dataSource());
        store = JdbcWatchStore.of(database.dataSource(), "default", "mail-guard at ovh-eu");
        other = JdbcWatchStore.of(database.dataSource(), "default", "mail-guard at ovh-eu");
    }

    @ParameterizedTest
    @EnumSource
    void load_afterASave_returnsTheState_inAnotherLease(Server server) {
        open(server);
        WatchState state = someState();
        try (Lease lease = store.acquire()) {
            assertThat(lease.load().text()).isEqualTo(WatchState.empty().text());
            lease.save(state);
        }

        try (Lease lease = other.acquire()) {
            assertThat(lease.load().text()).isEqualTo(state.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void acquire_whileAnotherHasIt_namesTheHolder(Server server) {
        open(server);
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

    @ParameterizedTest
    @EnumSource
    void acquire_underAnotherName_isIndependent(Server server) {
        open(server);
        try (Lease one = store.acquire();
                Lease two = JdbcWatchStore.of(database.dataSource(), "second", "mail-guard at ovh-eu")
                        .acquire()) {
            assertThat(one).isNotSameAs(two);
        }
    }

    @ParameterizedTest
    @EnumSource
    void save_byAReplicaThatWasReplaced_isRefused_andChangesNothing(Server server) {
        open(server);
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

    @ParameterizedTest
    @EnumSource
    void close_byAReplicaThatWasReplaced_doesNotFreeTheLockOfItsSuccessor(Server server) {
        open(server);
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

    @ParameterizedTest
    @EnumSource
    void save_afterClose_isRefused(Server server) {
        open(server);
        Lease lease = store.acquire();
        lease.close();
        lease.close();

        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> lease.save(WatchState.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void lease_ofALivingHolder_isExtended_beyondItsDuration(Server server) throws InterruptedException {
        open(server);
        JdbcWatchStore brief = store.lease(Duration.ofSeconds(1));
        try (Lease lease = brief.acquire()) {
            assertThat(new CountDownLatch(1).await(2500, TimeUnit.MILLISECONDS)).isFalse();
            assertThatExceptionOfType(WatchHeldException.class).isThrownBy(() -> other.acquire());
            lease.save(WatchState.empty());
            assertThat(brief.isLeaseLost()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isLeaseLost_onceAnotherLeads_isTrueByItself(Server server) throws InterruptedException {
        open(server);
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

    @ParameterizedTest
    @EnumSource
    void acquire_byAnotherApplication_namesBoth(Server server) {
        open(server);
        store.acquire().close();

        assertThatIllegalStateException()
                .isThrownBy(() -> JdbcWatchStore.of(database.dataSource(), "default", "billing at ovh-ca")
                        .acquire())
                .withMessageContaining("belongs to \"mail-guard at ovh-eu\" and not to \"billing at ovh-ca\"");
        store.acquire().close();
    }

    @ParameterizedTest
    @EnumSource
    void acquire_withoutTables_saysWhichScript(Server server) {
        open(server);
        jdbc.execute("DROP TABLE antispam_schema");

        assertThatIllegalStateException()
                .isThrownBy(() -> store.acquire())
                .withMessageContaining("run io/github/ovhantispam/jdbc/schema-postgresql.sql");
    }

    @ParameterizedTest
    @EnumSource
    void acquire_withTablesOfAnotherVersion_namesBoth(Server server) {
        open(server);
        jdbc.update("UPDATE antispam_schema SET version = 2");

        assertThatIllegalStateException()
                .isThrownBy(() -> store.acquire())
                .withMessageContaining("have version [2], and this library reads version 1");
    }

    @ParameterizedTest
    @EnumSource
    void load_ofADamagedState_saysWhatToDo(Server server) {
        open(server);
        store.acquire().close();
        jdbc.update("UPDATE antispam_watch SET state = 'nonsense'");

        try (Lease lease = store.acquire()) {
            assertThatIllegalStateException()
                    .isThrownBy(lease::load)
                    .withMessageContaining("Restore antispam_watch.state");
        }
    }

    /** A process that is stopped in the middle of one keeps the row, and its successor waits for it. */
    @ParameterizedTest
    @EnumSource
    void statements_ofAStore_openNoTransaction(Server server) {
        open(server);
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

    @ParameterizedTest
    @EnumSource
    void save_onAnInterruptedThread_isSaved_andTheThreadStaysInterrupted(Server server) {
        open(server);
        WatchState state = someState();
        try (Lease lease = store.acquire()) {
            Thread.currentThread().interrupt();
            lease.save(state);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(lease.load().text()).isEqualTo(state.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_createdAgain_stayAsTheyAre(Server server) {
        open(server);
        store.acquire().close();

        database.createTables();

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM antispam_watch", Integer.class))
                .isEqualTo(1);
        assertThat(jdbc.queryForList("SELECT version FROM antispam_schema", Integer.class))
                .containsExactly(WatchTable.VERSION);
    }

    @ParameterizedTest
    @EnumSource
    void arguments_outOfRange_areRefused(Server server) {
        open(server);
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
