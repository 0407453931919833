package io.github.ovhantispam.jdbc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same on a real PostgreSQL. */
class PostgresWatchStoreTest extends JdbcWatchStoreTest {

    private static Database server;

    @BeforeAll
    static void startServer() {
        server = Database.postgres();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    Database open() {
        new JdbcTemplate(server.dataSource())
                .execute("DROP TABLE IF EXISTS antispam_watch, antispam_lock, antispam_schema");
        return new Database(server.dataSource(), server.schema(), () -> {});
    }
}
