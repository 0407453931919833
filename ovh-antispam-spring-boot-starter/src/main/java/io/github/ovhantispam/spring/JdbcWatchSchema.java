package io.github.ovhantispam.spring;

import io.github.ovhantispam.jdbc.JdbcWatchStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables of a store, made at the start of an application that wants that. */
final class JdbcWatchSchema {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcWatchSchema.class);

    private final DataSource dataSource;
    private final AntispamProperties.InitializeSchema when;

    JdbcWatchSchema(DataSource dataSource, AntispamProperties.InitializeSchema when) {
        this.dataSource = dataSource;
        this.when = when;
    }

    void initialize() {
        if (when == AntispamProperties.InitializeSchema.NEVER) {
            return;
        }
        String product;
        String url;
        try (Connection connection = dataSource.getConnection()) {
            product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            url = String.valueOf(connection.getMetaData().getURL());
        } catch (SQLException e) {
            if (when == AntispamProperties.InitializeSchema.ALWAYS) {
                throw new IllegalStateException(
                        "the tables of the watch cannot be made: " + e.getMessage()
                                + "; ovh.antispam.watch.jdbc.initialize-schema=never starts without the database",
                        e);
            }
            LOG.warn("the database of the watch cannot be reached yet: {}", e.toString());
            return;
        }
        if (when == AntispamProperties.InitializeSchema.EMBEDDED && !url.startsWith("jdbc:h2:mem:")) {
            return;
        }
        if (!product.equals("h2") && !product.equals("postgresql")) {
            throw new InvalidAntispamPropertyException("ovh.antispam.watch.jdbc.initialize-schema is wrong: there are"
                    + " tables for PostgreSQL and H2 only, and the database is " + product);
        }
        new ResourceDatabasePopulator(new ClassPathResource("schema-" + product + ".sql", JdbcWatchStore.class))
                .execute(dataSource);
    }
}
