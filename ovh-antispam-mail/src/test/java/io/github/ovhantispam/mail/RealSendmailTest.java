package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of a real Sendmail. */
@Tag("mail-server")
class RealSendmailTest {

    @TempDir
    private Path directory;

    private Path configuration;
    private MailQueue queue;

    @BeforeEach
    void configure() throws IOException {
        Path sendmail = MailServers.sendmail();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(directory.resolve("queue"));
        Files.setPosixFilePermissions(directory.resolve("queue"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(directory.resolve("hosts"), "127.0.0.1 mail.example.org mail\n");
        Files.writeString(directory.resolve("resolv.conf"), "nameserver 127.0.0.1\n");
        Files.writeString(directory.resolve("switch"), "hosts files\naliases files\n");
        configuration = Files.writeString(directory.resolve("sendmail.cf"), """
                V10/Berkeley
                Cwlocalhost
                Djmail.example.org
                DnMAILER-DAEMON
                O ServiceSwitchFile=ROOT/switch
                O QueueDirectory=ROOT/queue
                O DeliveryMode=queueonly
                O PidFile=ROOT/pid
                Troot
                HReceived: from $s by $j
                Sfinal=4
                SCanonify=3
                R$*<$+>$*\t$2
                Sparse=0
                R$+@$+\t$#esmtp $@ 127.0.0.1 $: $1@$2
                R$+\t$#local $: $1
                Mlocal, P=[IPC], F=lsDFMAw5:/|@q, S=0, R=0, T=DNS/RFC822/SMTP, A=TCP $h
                Mprog, P=/bin/sh, F=lsDFMoqeu9, S=0, R=0, D=/, A=sh -c $u
                Mesmtp, P=[IPC], F=mDFMuXa, S=0, R=0, E=\\r\\n, L=990, T=DNS/RFC822/SMTP, A=TCP $h 1
                """.replace("ROOT", directory.toString()));
        // It sleeps for a minute where the name of the machine has no dot, so it gets a name of its own.
        String named = "hostname mail.example.org && mount --bind " + directory + "/hosts /etc/hosts && mount --bind "
                + directory + "/resolv.conf /etc/resolv.conf";
        assumeTrue(
                MailServers.run("", "/usr/bin/unshare", "-m", "-u", "sh", "-c", named) == 0,
                "cannot give Sendmail a host name of its own");
        new FakePrograms(directory)
                .with(
                        "sendmail",
                        "exec /usr/bin/unshare -m -u sh -c '" + named + " && exec $AS " + sendmail
                                + " \"$@\"' sendmail \"$@\"");
        queue = MailQueue.sendmail().programs(directory).configuration(configuration);
    }

    private int sendmail(String input, String... arguments) {
        Object[] words = new Object[arguments.length + 3];
        words[0] = directory.resolve("sendmail");
        words[1] = "-C";
        words[2] = configuration;
        System.arraycopy(arguments, 0, words, 3, arguments.length);
        return MailServers.run(input, words);
    }

    @Test
    void inspect_nothingQueued_isEmpty() {
        assertThat(queue.inspect()).hasToString("Sendmail with " + configuration + ": the queue is empty");
    }

    @Test
    void inspect_queuedAndQuarantinedMail_isCounted() throws Exception {
        sendmail("Subject: x\n\nx\n", "-f", "one@example.org", "u@example.net");
        sendmail("Subject: x\n\nx\n", "-f", "two@example.org", "u@example.net");
        sendmail("", "-Qspam", "-qSone");
        QueueReport report = queue.inspect();

        assertThat(report).isInstanceOf(QueueReport.Known.class);
        assertThat(report.count()).isEqualTo(2);
        assertThat(report.held()).isEqualTo(1);
        assertThat(report.topSenders()).extracting(QueueSender::sender).contains("one@example.org", "two@example.org");
        for (String command : report.cleanUpCommands()) {
            assertThat(MailServers.run("", "/bin/sh", "-c", command)).isZero();
        }
        assertThat(queue.inspect().isEmpty()).isTrue();
    }

    @Test
    void inspect_queueDirectoryMissing_isUnknown() throws IOException {
        Files.delete(directory.resolve("queue"));

        assertThat(queue.inspect()).isInstanceOf(QueueReport.Unknown.class);
    }

    @Test
    void inspect_asNobodyWhoMayNotSeeIt_isUnknown() throws IOException {
        Path program = directory.resolve("sendmail");
        Files.writeString(
                configuration,
                Files.readString(configuration).replace("O PidFile", "O PrivacyOptions=restrictmailq\nO PidFile"));
        Files.writeString(
                program,
                Files.readString(program)
                        .replace("$AS", "/usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups"));

        assertThat(queue.inspect().toString()).contains("You are not permitted to see the queue");
    }
}
