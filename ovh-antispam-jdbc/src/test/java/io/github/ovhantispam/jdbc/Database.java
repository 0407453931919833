package io.github.ovhantispam.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database for tests. */
record Database(DataSource dataSource, String schema, Runnable closing) implements AutoCloseable {

    /** One in memory, which lives until the JVM ends. */
    static Database h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new Database(h2, "schema-h2.sql", () -> {});
    }

    /** A PostgreSQL server of its own. */
    static Database postgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            return new Database(server.getPostgresDatabase(), "schema-postgresql.sql", () -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void dropTables() {
        new JdbcTemplate(dataSource).execute("DROP TABLE IF EXISTS antispam_watch, antispam_lock, antispam_schema");
    }

    void createTables() {
        new ResourceDatabasePopulator(new ClassPathResource("/io/github/ovhantispam/jdbc/" + schema))
                .execute(dataSource);
    }

    @Override
    public void close() {
        closing.run();
    }
}
