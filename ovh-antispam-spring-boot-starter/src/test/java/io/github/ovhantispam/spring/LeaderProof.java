package io.github.ovhantispam.spring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.FileSystemUtils;

/**
 * Two replicas of a watch, each in a JVM of its own, on a real PostgreSQL, whose leader is killed or stopped at random
 * moments while addresses get blocked, and whose database is away for a while. A program, run by hand with the number
 * of rounds of each kind: it takes minutes.
 *
 * <p>Counts changes that nobody told, and those that a process told although it asked for leave when it was already
 * replaced. A trigger notes each raise of the fence, and each notice carries the moment before its check; all moments
 * are the database's. A notice whose check was passed before the process was stopped comes late, which nothing can
 * prevent, and is counted apart.
 */
final class LeaderProof {

    private static final long LEASE_MILLIS = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Random random;
    private final AntispamEmulator emulator;
    private final JdbcTemplate jdbc;
    private final Server server;
    private final List<Process> replicas = new ArrayList<>();
    private int blocked;
    private long slowest;

    private LeaderProof(AntispamEmulator emulator, Server server, long seed) {
        this.emulator = emulator;
        this.server = server;
        this.jdbc = new JdbcTemplate(server.database());
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        String result = run(rounds, seed, Duration.ofMinutes(1));
        System.exit(result.contains(" 0 lost, 0 told by a replaced leader") ? 0 : 1);
    }

    static String run(int rounds, long seed, Duration away) throws Exception {
        Path data = Files.createTempDirectory("leader-proof");
        try (AntispamEmulator emulator = AntispamEmulator.start();
                Server server = Server.on(data)) {
            new ResourceDatabasePopulator(new ClassPathResource("/io/github/ovhantispam/jdbc/schema-postgresql.sql"))
                    .execute(server.database());
            return new LeaderProof(emulator, server, seed).prove(rounds, away);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    /** A PostgreSQL server that can be away for a while. */
    private static final class Server implements AutoCloseable {

        private final Path data;
        private EmbeddedPostgres running;

        private Server(Path data, EmbeddedPostgres running) {
            this.data = data;
            this.running = running;
        }

        static Server on(Path data) throws IOException {
            return new Server(data, builder(data).start());
        }

        private static EmbeddedPostgres.Builder builder(Path data) {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data.resolve("data"))
                    .setCleanDataDirectory(false);
        }

        DataSource database() {
            return running.getPostgresDatabase();
        }

        String url() {
            return running.getJdbcUrl("postgres", "postgres");
        }

        void away(Duration time, Runnable meanwhile) throws IOException, InterruptedException {
            int port = running.getPort();
            running.close();
            meanwhile.run();
            pause(time.toMillis());
            running = builder(data).setPort(port).start();
        }

        @Override
        public void close() throws IOException {
            running.close();
        }
    }

    private String prove(int rounds, Duration away) throws IOException, InterruptedException {
        jdbc.execute("CREATE TABLE told (id TEXT, pid BIGINT, holder TEXT, asked_at TIMESTAMPTZ)");
        jdbc.execute("CREATE TABLE leaders (fence BIGINT, holder TEXT, since TIMESTAMPTZ)");
        jdbc.execute("CREATE FUNCTION note_leader() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN"
                + " IF NEW.fence > OLD.fence THEN"
                + " INSERT INTO leaders VALUES (NEW.fence, NEW.holder, clock_timestamp()); END IF; RETURN NEW; END'");
        jdbc.execute("CREATE TRIGGER note_leader AFTER UPDATE ON antispam_watch"
                + " FOR EACH ROW EXECUTE FUNCTION note_leader()");
        try {
            replicas.add(replica());
            replicas.add(replica());
            block();
            for (int round = 0; round < rounds; round++) {
                disturbLeader(round, "-KILL");
            }
            for (int round = 0; round < rounds; round++) {
                disturbLeader(round, "-STOP");
            }
            server.away(away, this::blockSome);
            awaitAllTold();
            String result = report(rounds) + "; the database was away for " + away;
            System.out.println(result);
            return result;
        } finally {
            for (Process replica : replicas) {
                replica.destroyForcibly();
            }
        }
    }

    private void disturbLeader(int round, String signal) throws IOException, InterruptedException {
        pause(random.nextInt(300));
        long pid = leader();
        blockSome();
        pause(random.nextInt(250)); // before, during or after the sweep that finds them
        signal(signal, pid);
        blockSome();
        long begun = System.nanoTime();
        awaitAllTold(); // by the other one
        slowest = Math.max(slowest, System.nanoTime() - begun);
        if (signal.equals("-KILL")) {
            replicas.removeIf(replica -> replica.pid() == pid);
            replicas.add(replica());
        } else {
            blockSome();
            signal("-CONT", pid); // and it must find out that it was replaced
            pause(random.nextInt(500));
            awaitAllTold();
        }
        if (round % 10 == 9) {
            System.out.println(signal + " round " + (round + 1) + ": " + blocked + " blocked, fence " + fence());
        }
    }

    private String report(int rounds) {
        Integer told = jdbc.queryForObject("SELECT COUNT(DISTINCT id) FROM told", Integer.class);
        Integer all = jdbc.queryForObject("SELECT COUNT(*) FROM told", Integer.class);
        Integer late = jdbc.queryForObject(
                "SELECT COUNT(*) FROM told WHERE position(', process ' || pid || ',' IN holder) = 0", Integer.class);
        Integer foreign = jdbc.queryForObject(
                "SELECT COUNT(*) FROM told WHERE position(', process ' || pid || ',' IN (SELECT holder FROM leaders"
                        + " WHERE since <= asked_at ORDER BY fence DESC LIMIT 1)) = 0",
                Integer.class);
        return rounds + " kills and " + rounds + " stops of the leader, " + blocked + " changes: "
                + (blocked - (told == null ? 0 : told)) + " lost, " + foreign + " told by a replaced leader, "
                + ((all == null ? 0 : all) - (told == null ? 0 : told)) + " told twice, " + late
                + " under way while their process stood still; fence " + fence()
                + ", the slowest takeover took " + TimeUnit.NANOSECONDS.toMillis(slowest) + " ms with a lease of "
                + LEASE_MILLIS + " ms";
    }

    private void blockSome() {
        for (int i = random.nextInt(4); i >= 0; i--) {
            block();
        }
    }

    private void block() {
        String network = "10." + blocked / 200 / 250 + '.' + blocked / 200 % 250;
        emulator.ipBlock(network + ".0/24")
                .spamIp(network + '.' + (blocked % 200 + 1))
                .blockedFor(Duration.ofHours(1));
        blocked++;
    }

    private void awaitAllTold() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Integer.valueOf(blocked)
                .equals(jdbc.queryForObject("SELECT COUNT(DISTINCT id) FROM told", Integer.class))) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException("not all told within " + PATIENCE + ": " + report(0));
            }
            pause(50);
        }
    }

    /** The replica that the row of the state names, once it is one that lives. */
    private long leader() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - until < 0) {
            List<String> holders = jdbc.queryForList(
                    "SELECT holder FROM antispam_watch JOIN antispam_lock USING (name)"
                            + " WHERE lock_until > timezone('utc', CURRENT_TIMESTAMP) AND locked_by = holder",
                    String.class);
            for (Process replica : replicas) {
                if (holders.stream().anyMatch(holder -> holder.contains(", process " + replica.pid() + ','))) {
                    return replica.pid();
                }
            }
            pause(50);
        }
        throw new IllegalStateException("nobody leads");
    }

    private long fence() {
        Long fence = jdbc.queryForObject("SELECT fence FROM antispam_watch", Long.class);
        return fence == null ? -1 : fence;
    }

    private Process replica() throws IOException {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WatchReplica.class.getName(),
                server.url(),
                emulator.endpoint().toString(),
                emulator.accessTokenEnvironment().get("OVH_ACCESS_TOKEN"),
                String.valueOf(LEASE_MILLIS));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, String.valueOf(pid)).start();
        if (kill.waitFor() != 0) {
            throw new IOException(new String(kill.getErrorStream().readAllBytes(), US_ASCII));
        }
    }

    private static void pause(long millis) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
