package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherQueuesTest {

    private static final String EXIM_MAIL =
            " 4h  1.2K 1xVw4C-0006Gf-0Y (www) <s1@example.org> *** frozen ***\\n          u@example.net\\n"
                    + "        D v@example.net\\n\\n";

    @TempDir
    private Path directory;

    private MailQueue exim(String count, String listing) throws Exception {
        Files.createDirectories(directory.resolve("spool/input"));
        new FakePrograms(directory)
                .with(
                        "exim",
                        "case \"$*\" in -bV) echo 'Exim version 4.96 #2';; '-bP spool_directory') echo 'spool_directory = "
                                + directory + "/spool';; *-bpc) " + count + ";; *-bp) " + listing + ";; esac");
        return MailQueue.exim().programs(directory);
    }

    @Test
    void exim_zeroAndNothingListed_isEmpty() throws Exception {
        assertThat(exim("echo 0", "exit 0").inspect().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 0",
                "echo 0; exit 1",
                "echo; echo 0",
                "echo zero",
                "echo -1",
                "echo 1",
                "echo 'exim: permission denied' >&2; echo 0"
            })
    void exim_countNotUnderstood_isUnknown(String count) throws Exception {
        assertThat(exim(count, "exit 0").inspect()).isInstanceOf(QueueReport.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo",
                "echo garbage",
                "exit 1",
                "echo oops >&2",
                "printf ' 4h  1.2K 1xVw4C-0006Gf-0Y <s>\\n'",
                "printf ' 4h  1.2K ../../x <s>\\n\\n'"
            })
    void exim_listingNotUnderstood_isUnknown(String listing) throws Exception {
        assertThat(exim("echo 0", listing).inspect()).isInstanceOf(QueueReport.Unknown.class);
    }

    @Test
    void exim_spoolMissing_isUnknownThoughItCountsZero() throws Exception {
        MailQueue queue = exim("echo 0", "exit 0");
        Files.delete(directory.resolve("spool/input"));

        assertThat(queue.inspect().toString()).contains("cannot see " + directory.resolve("spool/input"));
    }

    @Test
    void exim_fileOfMailThatIsNotListed_isUnknown() throws Exception {
        MailQueue queue = exim("echo 0", "exit 0");
        Files.createDirectories(directory.resolve("spool/input/a"));
        Files.writeString(directory.resolve("spool/input/a/1xVw4C-0006Gf-0Y-D"), "");

        assertThat(queue.inspect()).isInstanceOf(QueueReport.Unknown.class);
    }

    @Test
    void exim_mail_isListedAndFrozenMailHeld() throws Exception {
        QueueReport report = exim("echo 1", "printf '" + EXIM_MAIL + "'").inspect();

        assertThat(report).hasToString("Exim: 1 mail is in the queue, 1 of them held; most 1 from <s1@example.org>");
        assertThat(report.first().get(0).recipients()).containsExactly("u@example.net", "v@example.net");
        assertThat(report.cleanUpCommands())
                .containsExactly(
                        "exim -Mrm 1xVw4C-0006Gf-0Y", "exiqgrep -i -f '^<s1\\@example\\.org>$' | xargs -r exim -Mrm");
    }

    @Test
    void exim_namedQueue_isReadAsWell() throws Exception {
        MailQueue queue = exim("[ $# = 2 ] && echo 1 || echo 0", "[ $# = 2 ] && printf '" + EXIM_MAIL + "' || :");
        Files.createDirectories(directory.resolve("spool/bulk/input"));

        assertThat(queue.inspect().count()).isEqualTo(1);
        assertThat(queue.inspect().first().get(0).queue()).isEqualTo("bulk");
    }

    @Test
    void exim_lookalike_isUnknown() throws Exception {
        MailQueue queue = exim("echo 0", "exit 0");
        new FakePrograms(directory).with("exim", "exit 0");

        assertThat(queue.inspect()).isInstanceOf(QueueReport.Unknown.class);
    }

    private MailQueue sendmail(String script) {
        new FakePrograms(directory).with("sendmail", script);
        return MailQueue.sendmail().programs(directory);
    }

    @Test
    void sendmail_everyQueueSaysEmpty_isEmpty() {
        assertThat(sendmail("printf '/q1 is empty\\n/q2 is empty\\n\\t\\tTotal requests: 0\\n'")
                        .inspect()
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 0",
                "echo 'Mail queue is empty'",
                "printf '/q is empty\\n'",
                "printf '\\t\\tTotal requests: 0\\n'",
                "printf 'You are not permitted to see the queue\\n\\t\\tTotal requests: 0\\n'",
                "printf '/q is empty\\n\\t\\tTotal requests: 0\\n'; exit 1",
                "printf '/q is empty\\n\\t\\tTotal requests: 0\\n'; echo x >&2",
                "printf '/q is empty\\n\\t\\tTotal requests: 0\\nmore\\n'",
                "printf '/q is empty\\n\\t\\tTotal requests: 0'",
                "printf '/q is empty\\n\\t\\tTotal requests: -1\\n'",
                "[ \"$2\" = -Ac ] && exit 72; printf '/q is empty\\n\\t\\tTotal requests: 0\\n'",
                "[ \"$2\" = -qL ] && exit 72; printf '/q is empty\\n\\t\\tTotal requests: 0\\n'"
            })
    void sendmail_anythingElse_isUnknown(String script) {
        assertThat(sendmail(script).inspect()).isInstanceOf(QueueReport.Unknown.class);
    }

    @Test
    void sendmail_postfixInItsPlace_isNamed() {
        assertThat(sendmail("echo 'Mail queue is empty'").inspect().toString()).contains("MailQueue.postfix()");
    }

    @Test
    void sendmail_quarantinedMail_isHeld() {
        QueueReport report = sendmail("[ \"$2\" = -qQ ] && printf '\\t\\t/q (1 request)\\n-----Q-ID----- --Size--"
                        + " -----Q-Time----- ------------Sender/Recipient-----------\\n6AOJbXDg029679        2 Tue Nov 24"
                        + " 19:37 s1@example.org\\n     QUARANTINE: spam\\n\\t\\t\\t\\t\\t u@example.net\\n\\t\\tTotal"
                        + " requests: 1\\n' || printf '/q is empty\\n\\t\\tTotal requests: 0\\n'")
                .inspect();

        assertThat(report)
                .hasToString("Sendmail: 1 mail is in the queue, 1 of them held; most 1 from <s1@example.org>");
        assertThat(report.cleanUpCommands()).containsExactly("find /q -type f -name '?f6AOJbXDg029679' -delete");
    }

    private MailQueue qmail(String qstat) {
        new FakePrograms(directory).with("qmail-qstat", qstat);
        return MailQueue.qmail().programs(directory);
    }

    @Test
    void qmail_bothZero_isEmpty() {
        assertThat(qmail("echo 'messages in queue: 0'; echo 'messages in queue but not yet preprocessed: 0'")
                        .inspect()
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 0",
                "echo 'messages in queue: 0'",
                "echo 'messages in queue: -1'; echo 'messages in queue" + " but not yet preprocessed: 0'",
                "echo 'messages in queue: 0'; echo 'messages in queue but not yet"
                        + " preprocessed: 0'; echo 'find: Permission denied' >&2",
                "echo 'messages in queue: 0'; echo 'messages in queue" + " but not yet preprocessed: 0'; exit 1"
            })
    void qmail_anythingElse_isUnknown(String script) {
        assertThat(qmail(script).inspect()).isInstanceOf(QueueReport.Unknown.class);
    }

    @Test
    void qmail_mail_isCountedAndListed() {
        new FakePrograms(directory)
                .with(
                        "qmail-qread",
                        "printf '24 Nov 2026 19:15:00 GMT  #12345  321  <s@example.org> \\n\\tremote\\tu@x\\n'");
        QueueReport report = qmail("echo 'messages in queue: 0'; echo 'messages in queue but not yet preprocessed: 1'")
                .inspect();

        assertThat(report.count()).isEqualTo(1);
        assertThat(report.first()).extracting(QueuedMail::id).containsExactly("12345");
    }

    @Test
    void configuration_qmail_isRefused() {
        assertThatThrownBy(() -> MailQueue.qmail().configuration(directory))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
