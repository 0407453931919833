package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of a real Exim. */
@Tag("mail-server")
class RealEximTest {

    private static final String PHP_MAIL = "Subject: x\nX-PHP-Script: example.org/contact.php for 192.0.2.9\n\nx\n";

    @TempDir
    private Path directory;

    private Path exim;
    private Path configuration;
    private MailQueue queue;

    @BeforeEach
    void configure() throws IOException {
        exim = MailServers.exim();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(directory.resolve("spool"));
        Files.createDirectories(directory.resolve("log"));
        MailServers.run("", "chown", "Debian-exim", directory.resolve("spool"), directory.resolve("log"));
        configuration = Files.writeString(directory.resolve("exim.conf"), """
                spool_directory = ROOT/spool
                log_file_path = ROOT/log/%slog
                primary_hostname = mail.example.org
                never_users =
                local_interfaces = 127.0.0.1
                queue_only = true
                begin routers
                all:
                  driver = manualroute
                  route_list = * 127.0.0.1
                  self = send
                  transport = smtp
                begin transports
                smtp:
                  driver = smtp
                  port = 1
                begin retry
                * * F,2h,15m
                """.replace("ROOT", directory.toString()));
        queue = MailQueue.exim().programs(exim).configuration(configuration);
    }

    private int exim(String input, String... arguments) {
        Object[] words = new Object[arguments.length + 3];
        words[0] = exim.resolve("exim4");
        words[1] = "-C";
        words[2] = configuration;
        System.arraycopy(arguments, 0, words, 3, arguments.length);
        return MailServers.run(input, words);
    }

    @Test
    void inspect_neverUsed_isUnknownThoughEximCountsZero() {
        assertThat(exim("", "-bpc")).isZero();

        assertThat(queue.inspect()).isInstanceOf(QueueReport.Unknown.class);
    }

    @Test
    void inspect_stuckFrozenAndRemovedMail_isCounted() {
        for (String sender : List.of("www@example.org", "www@example.org", "it's.$odd@example.org")) {
            assertThat(exim(PHP_MAIL, "-f", sender, "u@example.net")).isZero();
        }
        QueuedMail first = queue.inspect().first().get(0);
        assertThat(exim("", "-Mf", first.id())).isZero();
        QueueReport report = queue.inspect();

        assertThat(report).isInstanceOf(QueueReport.Known.class);
        assertThat(report.count()).isEqualTo(3);
        assertThat(report.held()).isEqualTo(1);
        assertThat(report.topSenders().get(0)).isEqualTo(new QueueSender("www@example.org", 2));
        assertThat(queue.phpScript(first)).contains("example.org/contact.php for 192.0.2.9");
        for (QueuedMail mail : report.first()) {
            assertThat(exim("", "-Mrm", mail.id())).isZero();
        }
        assertThat(queue.inspect().isEmpty()).isTrue();
    }

    @Test
    void inspect_mailInNamedQueue_isCounted() throws IOException {
        Files.writeString(
                configuration,
                "acl_not_smtp_start = queue\n"
                        + Files.readString(configuration)
                                .replace("begin routers", "begin acl\nqueue:\n  accept queue = bulk\nbegin routers"));
        assertThat(exim(PHP_MAIL, "-f", "www@example.org", "u@example.net")).isZero();
        Files.createDirectories(directory.resolve("spool/input"));

        assertThat(queue.inspect().first()).extracting(QueuedMail::queue).containsExactly("bulk");
        assertThat(queue.phpScript(queue.inspect().first().get(0))).isPresent();
    }

    @Test
    void inspect_asNobody_isUnknown() {
        Path programs = new FakePrograms(directory)
                .with(
                        "exim4",
                        "exec /usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups " + exim + "/exim4 \"$@\"")
                .directory();
        exim(PHP_MAIL, "-f", "www@example.org", "u@example.net");

        assertThat(queue.programs(programs).inspect()).isInstanceOf(QueueReport.Unknown.class);
    }
}
