package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Transition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar beside a real Postfix, from spam in the queue to the release. */
@Tag("jar")
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class PostfixTest {

    private static final String ADDRESS = "192.0.2.7";

    @TempDir
    private Path directory;

    private Jar jar;
    private boolean running;

    @BeforeEach
    void configure() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/postfix")), "Postfix is not installed");
        assumeTrue(System.getProperty("user.name", "").equals("root"), "only root can start Postfix");
        // Postfix's own user must come through to the queue.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("conf", "queue", "data")) {
            Files.createDirectory(directory.resolve(name));
        }
        Files.writeString(directory.resolve("conf/main.cf"), """
                compatibility_level = 2
                queue_directory = ROOT/queue
                data_directory = ROOT/data
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = mail.example.org
                mydestination =
                alias_maps =
                alias_database =
                default_transport = smtp:[127.0.0.1]:1
                defer_transports = smtp
                in_flow_delay = 0
                maillog_file = ROOT/log
                maillog_file_prefixes = ROOT
                """.replace("ROOT", directory.toString()));
        Files.writeString(directory.resolve("conf/master.cf"), """
                pickup    unix  n - n 60    1 pickup
                cleanup   unix  n - n -     0 cleanup
                qmgr      unix  n - n 300   1 qmgr
                rewrite   unix  - - n -     - trivial-rewrite
                bounce    unix  - - n -     0 bounce
                defer     unix  - - n -     0 bounce
                trace     unix  - - n -     0 bounce
                showq     unix  n - n -     - showq
                error     unix  - - n -     - error
                retry     unix  - - n -     - error
                smtp      unix  - - n -     - smtp
                postlog   unix-dgram n - n - 1 postlogd
                """);
        jar = new Jar(directory, Map.of());
        assertThat(jar.shell("chown postfix data && postfix -c $PWD/conf start"))
                .as(jar.err())
                .isZero();
        running = true;
    }

    @AfterEach
    void stop() throws Exception {
        if (running) {
            jar.shell("postfix -c $PWD/conf stop");
            running = false;
        }
    }

    private void sendSpam() throws Exception {
        assertThat(jar.shell("printf 'Message-ID: <spam@example.org>\\nSubject: x\\n\\nx\\n'"
                        + " | sendmail -C $PWD/conf -f www-data@example.org u@example.net"))
                .isZero();
        while (jar.shell("postqueue -c $PWD/conf -p | grep -q www-data@example.org") != 0) {
            Thread.onSpinWait(); // each look is a process of its own, and the test has a time limit
        }
    }

    @Test
    void queue_withSpam_isShownWithTheCommandThatDeletesIt() throws Exception {
        sendSpam();

        assertThat(jar.run("queue", "postfix", "--config-dir", "conf")).isEqualTo(6);
        assertThat(jar.out()).contains("1 mail is in the queue", "www-data@example.org", "postsuper");

        assertThat(jar.run("queue", "postfix", "--config-dir", "conf", "--stopped", "--json"))
                .isEqualTo(6);
        assertThat(jar.out()).contains("{\"type\":\"service\",\"state\":\"running\"", "\"count\":1");
    }

    @Test
    void trace_ofTheLog_namesTheAccountThatSent() throws Exception {
        sendSpam();

        assertThat(jar.run("trace", "--id", "spam@example.org", "log")).isZero();

        assertThat(jar.out()).contains("local account 0", "www-data@example.org");
    }

    @Test
    void release_whileItRunsOrHasMail_isRefusedAndThenMade() throws Exception {
        sendSpam();
        try (AntispamEmulator emulator = AntispamEmulator.builder()
                .clock(EmulatorClock.system())
                .transition(Transition.after(Duration.ZERO))
                .start()) {
            emulator.ipBlock("192.0.2.0/28").spamIp(ADDRESS).blockedFor(Duration.ofSeconds(1));
            Jar account = new Jar(directory, emulator.environment());
            String[] release = {"release", ADDRESS, "--queue", "postfix", "--stopped", "--config-dir", "conf"};

            assertThat(account.run(release)).isEqualTo(6);
            assertThat(account.err()).contains("is running");

            stop();
            assertThat(account.run(release)).isEqualTo(6);
            assertThat(account.err()).contains("1 mail");
            assertThat(emulator.journal().count(Operation.UNBLOCK)).isZero();

            jar.shell("postsuper -c $PWD/conf -d ALL"); // its code is 1 when it cannot log, stopped as all is
            assertThat(jar.run("queue", "postfix", "--config-dir", "conf", "--stopped"))
                    .as(jar.err())
                    .isZero();
            assertThat(account.run(release)).as(account.err()).isZero();
            assertThat(account.out()).contains(ADDRESS + " is free");
            assertThat(emulator.journal().count(Operation.UNBLOCK)).isEqualTo(1);
        }
    }
}
