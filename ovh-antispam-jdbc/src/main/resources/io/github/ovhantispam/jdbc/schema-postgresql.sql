-- Version 1 of the tables of JdbcWatchStore. Can be run again.

-- The state of a watch. "fence" grows with each change of the leader, and a save of an earlier one is refused.
CREATE TABLE IF NOT EXISTS antispam_watch (
    name        VARCHAR(64)              NOT NULL PRIMARY KEY,
    application VARCHAR(255)             NOT NULL,
    fence       BIGINT                   NOT NULL,
    holder      VARCHAR(255)             NOT NULL,
    held_since  TIMESTAMP WITH TIME ZONE NOT NULL,
    saved_at    TIMESTAMP WITH TIME ZONE,
    state       TEXT
);

-- ShedLock's table, which says who leads.
CREATE TABLE IF NOT EXISTS antispam_lock (
    name       VARCHAR(64)  NOT NULL PRIMARY KEY,
    lock_until TIMESTAMP    NOT NULL,
    locked_at  TIMESTAMP    NOT NULL,
    locked_by  VARCHAR(255) NOT NULL
);

CREATE TABLE IF NOT EXISTS antispam_schema (
    version INTEGER NOT NULL PRIMARY KEY
);
INSERT INTO antispam_schema (version) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM antispam_schema);
