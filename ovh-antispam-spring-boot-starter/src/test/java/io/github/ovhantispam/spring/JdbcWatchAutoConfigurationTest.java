package io.github.ovhantispam.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ovhantispam.client.WatchStore;
import io.github.ovhantispam.emulator.junit.AntispamEmulatorExtension;
import io.github.ovhantispam.jdbc.JdbcWatchStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A watch whose state is in the application's database. */
class JdbcWatchAutoConfigurationTest {

    @RegisterExtension
    static final AntispamEmulatorExtension OVH = AntispamEmulatorExtension.create();

    private final JdbcDataSource database = database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    private static JdbcDataSource database(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    private ApplicationContextRunner runner(DataSource dataSource) {
        Map<String, String> environment = OVH.emulator().accessTokenEnvironment();
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        AntispamAutoConfiguration.class,
                        AntispamJdbcWatchAutoConfiguration.class,
                        AntispamWatchAutoConfiguration.class))
                .withUserConfiguration(AntispamWatchTest.Events.class)
                .withBean(DataSource.class, () -> dataSource)
                .withPropertyValues(
                        "ovh.antispam.endpoint=" + environment.get("OVH_ENDPOINT"),
                        "ovh.antispam.access-token=" + environment.get("OVH_ACCESS_TOKEN"),
                        "spring.application.name=mail-guard",
                        "ovh.antispam.watch.enabled=true",
                        "ovh.antispam.watch.rate-per-minute=60000",
                        "ovh.antispam.watch.interval=50ms",
                        "ovh.antispam.watch.restart-delay=50ms",
                        "ovh.antispam.watch.jdbc.lease=2s");
    }

    @Test
    void watch_afterARestart_tellsOnlyWhatIsNew() {
        OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        runner(database)
                .run(context -> assertThat(context.getBean(AntispamWatchTest.Events.class)
                                .next()
                                .id())
                        .startsWith("192.0.2.1,"));

        OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.2").blockedFor(Duration.ofHours(1));
        runner(database)
                .run(context -> assertThat(context.getBean(AntispamWatchTest.Events.class)
                                .next()
                                .id())
                        .startsWith("192.0.2.2,"));
    }

    @Test
    void watch_ofASecondReplica_standsBy_andTakesOver() {
        runner(database).run(first -> {
            OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
            assertThat(first.getBean(AntispamWatchTest.Events.class).next().id())
                    .startsWith("192.0.2.1,");

            runner(database).run(second -> {
                first.getBean(AntispamWatch.class).stop();
                OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.2").blockedFor(Duration.ofHours(1));
                assertThat(second.getBean(AntispamWatchTest.Events.class).next().id())
                        .startsWith("192.0.2.2,");
                assertThat(first.getBean(AntispamWatchTest.Events.class).pending())
                        .as("told by one of them only")
                        .isZero();
            });
        });
    }

    @Test
    void store_ofTheApplicationsOwn_takesThePlaceOfOurs() {
        runner(database)
                .withBean(WatchStore.class, AntispamWatchTest.MemoryStore::new)
                .run(context -> assertThat(context).doesNotHaveBean(JdbcWatchStore.class));
    }

    @Test
    void store_switchedOff_orWithoutItsArtifact_isNotThere() {
        runner(database)
                .withPropertyValues("ovh.antispam.watch.jdbc.enabled=false")
                .run(context -> assertThat(context)
                        .hasSingleBean(AntispamWatch.class)
                        .doesNotHaveBean(WatchStore.class)
                        .doesNotHaveBean(WatchGuard.class));
        runner(database)
                .withClassLoader(new FilteredClassLoader("io.github.ovhantispam.jdbc"))
                .run(context ->
                        assertThat(context).hasSingleBean(AntispamWatch.class).doesNotHaveBean(WatchStore.class));
    }

    @Test
    void tables_inAFile_areMadeOnlyWhenAskedFor(@TempDir Path directory) {
        JdbcDataSource file = database("jdbc:h2:" + directory.resolve("state"));
        OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        runner(file)
                .withPropertyValues("ovh.antispam.watch.auto-startup=false")
                .run(context -> assertThat(catchThrowable(
                                () -> context.getBean(AntispamWatch.class).once()))
                        .hasMessageContaining("the tables of the watch are not in this database"));
        runner(file)
                .withPropertyValues("ovh.antispam.watch.jdbc.initialize-schema=always")
                .run(context -> assertThat(context.getBean(AntispamWatchTest.Events.class)
                                .next()
                                .id())
                        .startsWith("192.0.2.1,"));
    }

    @Test
    void properties_ofTheStore_areNamedWhenWrong() {
        runner(database)
                .withPropertyValues("ovh.antispam.watch.jdbc.lease=1ms")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("ovh.antispam.watch.jdbc.lease is wrong: lease is not between"));
        runner(database)
                .withPropertyValues("ovh.antispam.watch.jdbc.name=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("ovh.antispam.watch.jdbc.name is wrong: name is empty"));
    }

    @Test
    void once_ofAnotherApplicationOnOneTable_namesBoth() {
        runner(database)
                .withPropertyValues("ovh.antispam.watch.auto-startup=false")
                .run(context -> context.getBean(AntispamWatch.class).once());

        runner(database)
                .withPropertyValues("ovh.antispam.watch.auto-startup=false", "spring.application.name=billing")
                .run(context -> assertThat(catchThrowable(
                                () -> context.getBean(AntispamWatch.class).once()))
                        .hasMessageContaining("belongs to \"mail-guard at ")
                        .hasMessageContaining("and not to \"billing at "));
    }
}
