package io.github.ovhantispam.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of the tables. Each statement is a transaction of its own, whatever the caller has under way. */
final class WatchTable {

    static final int VERSION = 1;

    private final JdbcTemplate jdbc;
    private final String name;

    WatchTable(SingleStatements dataSource, String name) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.name = name;
    }

    /** A row: the description of a watch. */
    record Row(String application, long fence, String holder, String heldSince) {}

    void checkVersion() {
        List<Integer> versions;
        try {
            versions = run("be read", () -> jdbc.queryForList("SELECT version FROM antispam_schema", Integer.class));
        } catch (BadSqlGrammarException e) {
            throw new IllegalStateException(
                    "the tables of the watch are not in this database: run io/github/ovhantispam/jdbc/schema-postgresql.sql"
                            + " or schema-h2.sql of ovh-antispam-jdbc, or grant the right to read antispam_schema",
                    e);
        }
        if (!versions.equals(List.of(VERSION))) {
            throw new IllegalStateException("the tables of the watch have version " + versions
                    + ", and this library reads version " + VERSION
                    + ": use the library that made them, or the migration of its CHANGELOG");
        }
    }

    Optional<Row> find() {
        return run(
                "be read",
                () -> jdbc
                        .query(
                                "SELECT application, fence, holder, CAST(held_since AS VARCHAR(40)) FROM antispam_watch WHERE name = ?",
                                (row, index) ->
                                        new Row(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)),
                                name)
                        .stream()
                        .findFirst());
    }

    void insertIfMissing(String application) {
        if (find().isPresent()) {
            return;
        }
        try {
            run(
                    "be written",
                    () -> jdbc.update(
                            "INSERT INTO antispam_watch (name, application, fence, holder, held_since)"
                                    + " VALUES (?, ?, 0, '', CURRENT_TIMESTAMP)",
                            name,
                            application));
        } catch (DuplicateKeyException e) {
            return; // by another replica, a moment ago
        }
    }

    /** Raises the fence, so that no earlier leader can save any more, and returns it. */
    long fence(String holder) {
        while (true) {
            long before = find().map(Row::fence)
                    .orElseThrow(() -> new IllegalStateException("the row of the watch \"" + name + "\" was deleted"));
            if (raised(before, holder)) {
                return before + 1;
            }
        }
    }

    /** Returns false when another process has raised it meanwhile. */
    private boolean raised(long before, String holder) {
        return run(
                        "be written",
                        () -> jdbc.update(
                                "UPDATE antispam_watch SET fence = fence + 1, holder = ?, held_since = CURRENT_TIMESTAMP"
                                        + " WHERE name = ? AND fence = ?",
                                holder,
                                name,
                                before))
                == 1;
    }

    Optional<String> state() {
        return run(
                "be read",
                () -> jdbc
                        .queryForList(
                                "SELECT state FROM antispam_watch WHERE name = ? AND state IS NOT NULL",
                                String.class,
                                name)
                        .stream()
                        .findFirst());
    }

    /** Returns false, having changed nothing, when the fence is not this one. */
    boolean save(long fence, String state) {
        return run(
                        "be saved",
                        () -> jdbc.update(
                                "UPDATE antispam_watch SET state = ?, saved_at = CURRENT_TIMESTAMP WHERE name = ? AND fence = ?",
                                state,
                                name,
                                fence))
                == 1;
    }

    /** The end of a watch interrupts its thread, and what drivers and pools make of that is all different. */
    private <T> T run(String what, Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } catch (BadSqlGrammarException | DuplicateKeyException e) {
            throw e;
        } catch (DataAccessException e) {
            throw new IllegalStateException(
                    "the state of the watch \"" + name + "\" cannot " + what + ": " + firstLine(e), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no message");
    }
}
