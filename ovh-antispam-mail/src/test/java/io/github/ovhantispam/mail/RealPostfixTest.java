package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.model.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue and the service of a real Postfix, in each state that an incident finds it in. */
@Tag("mail-server")
class RealPostfixTest {

    private static final IpAddress IP = IpAddress.of("192.0.2.1");
    private static final String PHP_MAIL = "Subject: x\nX-PHP-Originating-Script: 33:contact.php\n\nx\n";
    private static final List<String> NOBODY =
            List.of("/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups");

    @TempDir
    private Path directory;

    private PostfixInstance postfix;
    private MailQueue queue;

    @BeforeEach
    void configure() throws IOException {
        MailServers.requirePostfix();
        postfix = new PostfixInstance(directory, "one");
        queue = MailQueue.postfix().configuration(postfix.configuration());
    }

    @AfterEach
    void stop() {
        if (postfix != null) {
            postfix.close();
        }
    }

    private MailService service() {
        return MailService.postfix().configuration(postfix.configuration());
    }

    private void awaitMails(int mails) {
        awaitMails(queue, mails);
    }

    /** Waits until so many are where they stay, deferred or held. */
    private static void awaitMails(MailQueue queue, int mails) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        QueueReport report = queue.inspect();
        while (System.nanoTime() < end
                && !(report.count() == mails
                        && report.first().stream().allMatch(mail -> mail.queue().equals("deferred")))) {
            report = queue.inspect();
        }
        assertThat(report.count()).isEqualTo(mails);
    }

    /** The same programs, run as nobody, who has no right to them but what Postfix gives to everybody. */
    private Path programsOfNobody() {
        FakePrograms programs = new FakePrograms(directory);
        for (String name : List.of("postqueue", "postconf", "postcat", "postfix", "postmulti")) {
            programs.with(name, "exec " + String.join(" ", NOBODY) + " /usr/sbin/" + name + " \"$@\"");
        }
        return programs.directory();
    }

    @Test
    void inspect_neverStarted_isUnknownAndTheServiceStopped() {
        assertThat(queue.inspect()).isInstanceOf(QueueReport.Unknown.class);
        assertThat(queue.inspect().toString())
                .contains("exit code 69", "malformed showq server response", "never started");
        assertThat(service().status().state()).isEqualTo(MailServiceStatus.State.STOPPED);
    }

    @Test
    void inspect_runningThenStopped_isEmpty() {
        postfix.start();
        assertThat(queue.inspect().isEmpty()).isTrue();
        assertThat(service().status().state()).isEqualTo(MailServiceStatus.State.RUNNING);
        assertThatThrownBy(() -> service().stopped().check(IP))
                .isInstanceOf(PrecautionException.class)
                .hasMessageContaining("is running");

        postfix.stop();
        assertThatCode(() -> service().stopped().and(queue.empty()).check(IP)).doesNotThrowAnyException();
    }

    @Test
    void inspect_stuckMailOfPhp_isListedRunningAndStopped() {
        postfix.start();
        assertThat(postfix.send("www-data@example.org", PHP_MAIL)).isZero();
        assertThat(postfix.send("www-data@example.org", PHP_MAIL)).isZero();
        assertThat(postfix.send("it's \"odd\"@example.org", PHP_MAIL)).isZero();
        awaitMails(3);
        postfix.stop();
        QueueReport report = queue.inspect();

        assertThat(report).isInstanceOf(QueueReport.Known.class);
        assertThat(report.topSenders().get(0)).isEqualTo(new QueueSender("www-data@example.org", 2));
        assertThat(queue.phpScript(report.first().get(0))).contains("33:contact.php");
        assertThatThrownBy(() -> queue.empty().check(IP)).isInstanceOf(PrecautionException.class);
    }

    @Test
    void inspect_mailSentWhileStopped_isFoundInMaildrop() {
        postfix.start();
        postfix.stop();
        assertThat(postfix.send("s@example.org", PHP_MAIL)).isZero();

        assertThat(queue.inspect().first()).extracting(QueuedMail::queue).containsExactly("maildrop");
    }

    @Test
    void empty_heldMail_refusesUnlessHoldIsIgnored() {
        postfix.start();
        postfix.send("s@example.org", PHP_MAIL);
        awaitMails(1);
        assertThat(postfix.run("postsuper", "-h", "ALL")).isZero();

        assertThat(queue.inspect().held()).isEqualTo(1);
        assertThatThrownBy(() -> queue.empty().check(IP)).isInstanceOf(PrecautionException.class);
        assertThatCode(() -> queue.ignoringHold().empty().check(IP)).doesNotThrowAnyException();
    }

    @Test
    void cleanUpCommands_runByAShell_deleteTheMailOfThatSender() throws Exception {
        postfix.start();
        postfix.send("s'$(id)@example.org", PHP_MAIL);
        postfix.send("other@example.org", PHP_MAIL);
        awaitMails(2);
        String ofFirst = queue.inspect().cleanUpCommands().get(0);
        assertThat(MailServers.run("", "/bin/sh", "-c", ofFirst)).isZero();

        assertThat(queue.inspect().count()).isEqualTo(1);
    }

    @Test
    void nobody_running_cannotUseAnotherConfiguration() {
        postfix.start();
        MailQueue ofNobody = queue.programs(programsOfNobody());

        assertThat(ofNobody.inspect().toString())
                .contains("unauthorized configuration directory name", "run this as root");
    }

    @Test
    void nobody_defaultInstanceStopped_isUnknownWithTheReason() {
        MailQueue ofNobody = MailQueue.postfix().programs(programsOfNobody());
        boolean stopped = MailService.postfix().status().state() == MailServiceStatus.State.STOPPED;
        assumeTrue(stopped, "the machine's own Postfix is running");

        assertThat(ofNobody.inspect().toString()).contains("mail system is down", "run this as root");
    }

    @Test
    void nobody_service_isUnknownRunningOrNot() {
        MailService ofNobody =
                MailService.postfix().programs(programsOfNobody()).configuration(postfix.configuration());
        postfix.start();
        assertThat(ofNobody.status().state()).isNotEqualTo(MailServiceStatus.State.STOPPED);
    }

    @Test
    void service_configurationThatIsMissing_isUnknown() {
        MailService missing = MailService.postfix().configuration(directory.resolve("missing"));

        assertThat(missing.status().state()).isEqualTo(MailServiceStatus.State.UNKNOWN);
        assertThatThrownBy(() -> missing.stopped().check(IP)).isInstanceOf(PrecautionException.class);
        assertThat(MailQueue.postfix()
                        .configuration(directory.resolve("missing"))
                        .inspect())
                .isInstanceOf(QueueReport.Unknown.class);
    }

    @Test
    void service_queueDirectoryThatIsMissing_isUnknown() throws IOException {
        Path main = postfix.configuration().resolve("main.cf");
        Files.writeString(main, Files.readString(main).replace("/queue\n", "/missing\n"));

        assertThat(service().status().state()).isEqualTo(MailServiceStatus.State.UNKNOWN);
        assertThat(queue.inspect()).isInstanceOf(QueueReport.Unknown.class);
    }

    @Test
    void inspect_secondInstance_isReadAsWell() throws IOException {
        try (PostfixInstance second = new PostfixInstance(directory, "two").start()) {
            postfix.start();
            second.send("s@example.org", PHP_MAIL);
            FakePrograms programs = new FakePrograms(directory)
                    .with(
                            "postmulti",
                            "echo '- - y " + postfix.configuration() + "'; echo 'two - y " + second.configuration()
                                    + "'");
            for (String name : List.of("postqueue", "postconf", "postfix")) {
                programs.with(name, "exec /usr/sbin/" + name + " \"$@\"");
            }
            MailQueue both = MailQueue.postfix().programs(directory);
            awaitMails(both, 1);
            postfix.stop();

            assertThat(MailService.postfix().programs(directory).status().state())
                    .isEqualTo(MailServiceStatus.State.RUNNING);
            second.stop();
            assertThat(MailService.postfix().programs(directory).status().state())
                    .isEqualTo(MailServiceStatus.State.STOPPED);
            assertThat(both.inspect().isEmpty()).isFalse();
        }
    }

    @Test
    void inspect_tenThousandMails_areCounted() throws IOException {
        postfix.start();
        postfix.send("s@example.org", PHP_MAIL);
        awaitMails(1);
        postfix.stop();
        Path mail;
        try (var files = Files.walk(postfix.queue().resolve("deferred"))) {
            mail = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        for (int i = 0; i < 9999; i++) {
            String id = String.format(Locale.ROOT, "%s%010X", mail.getParent().getFileName(), i);
            Files.createLink(mail.resolveSibling(id), mail);
        }
        QueueReport report = queue.inspect();

        assertThat(report).isInstanceOf(QueueReport.Known.class);
        assertThat(report.count()).isEqualTo(10_000);
        assertThat(report.first()).hasSize(10);
    }
}
