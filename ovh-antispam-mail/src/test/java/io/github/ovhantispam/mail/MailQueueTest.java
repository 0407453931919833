package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.model.IpAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailQueueTest {

    private static final IpAddress IP = IpAddress.of("192.0.2.1");
    private static final String MAIL = "{\"queue_name\": \"deferred\", \"queue_id\": \"2469920C106\", \"arrival_time\":"
            + " 1795547717, \"message_size\": 259, \"forced_expire\": false, \"sender\": \"s3@example.org\","
            + " \"recipients\": [{\"address\": \"u@example.net\", \"delay_reason\": \"deferred transport\"}]}";

    @TempDir
    private Path directory;

    private MailQueue postfix(String postqueue) {
        return MailQueue.postfix()
                .programs(FakePrograms.postfix(directory, postqueue).directory())
                .limit(Duration.ofSeconds(20));
    }

    private static String echo(String... lines) {
        return "cat <<'EOF'\n" + String.join("\n", lines) + "\nEOF";
    }

    private static void assertRefused(MailQueue queue) {
        assertThat(queue.inspect()).isInstanceOf(QueueReport.Unknown.class);
        assertThat(queue.inspect().isEmpty()).isFalse();
        assertThatThrownBy(() -> queue.empty().check(IP))
                .isInstanceOf(PrecautionException.class)
                .hasMessageContaining("cannot tell what is in the queue")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> queue.ignoringHold().empty().check(IP)).isInstanceOf(PrecautionException.class);
    }

    @Test
    void empty_nothingWritten_holds() {
        assertThatCode(() -> postfix("exit 0").empty().check(IP)).doesNotThrowAnyException();
        assertThat(postfix("exit 0").inspect()).hasToString("Postfix: the queue is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postqueue: warning: Mail system is down -- accessing queue directly (Connect to the Postfix showq"
                        + " service: Connection refused)",
                "postqueue: warning: /etc/postfix/main.cf, line 3: overriding earlier entry: relayhost=x"
            })
    void empty_harmlessWarning_holds(String warning) {
        assertThat(postfix("echo '" + warning + "' >&2").inspect().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 1",
                "exit 69",
                "echo 'postqueue: fatal: Queue report unavailable - mail system is down' >&2; exit 69",
                "echo 'postqueue: warning: open queue file 123: Permission denied' >&2",
                "echo 'something else' >&2",
                "echo",
                "printf ' '",
                "printf '\\0'",
                "echo 'Mail queue is empty'",
                "echo '[]'",
                "echo '{}'",
                "echo null",
                "echo '{\"queue_id\": \"2469920C106\"'",
                "kill -9 $$",
                "kill -15 $$"
            })
    void empty_anythingElse_refuses(String script) {
        assertRefused(postfix(script));
    }

    @Test
    void empty_garbageAfterMail_refusesAndCountsWhatWasSeen() {
        MailQueue queue = postfix(echo(MAIL, MAIL, "garbage"));

        assertRefused(queue);
        assertThat(queue.inspect().count()).isEqualTo(2);
        assertThat(queue.inspect().toString()).contains("at least 2 mails");
    }

    @Test
    void empty_programHangs_refuses() {
        assertRefused(postfix("exec sleep 300").limit(Duration.ofMillis(300)));
    }

    @Test
    void empty_programMissing_refuses() {
        assertRefused(MailQueue.postfix().programs(directory));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"echo 2.11.3", "echo 3.0.9", "echo", "exit 1", "echo '3.7.11'; exit 1", "echo sendmail 8.17"})
    void empty_lookalikeOrOldPostfix_refuses(String postconf) {
        FakePrograms.postfix(directory, "exit 0").with("postconf", postconf);

        assertRefused(MailQueue.postfix().programs(directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "exit 0", "echo garbage", "echo '- - y relative'", "exec sleep 300"})
    void empty_instancesUnknown_refuses(String postmulti) {
        FakePrograms.postfix(directory, "exit 0").with("postmulti", postmulti);

        assertRefused(MailQueue.postfix().programs(directory).limit(Duration.ofMillis(500)));
    }

    @Test
    void inspect_withoutPostmulti_readsTheDefaultInstanceAndSaysSo() throws Exception {
        FakePrograms.postfix(directory, "exit 0");
        java.nio.file.Files.delete(directory.resolve("postmulti"));
        QueueReport report = MailQueue.postfix().programs(directory).inspect();

        assertThat(report.isEmpty()).isTrue();
        assertThat(report.notes()).singleElement().asString().startsWith("only the default instance of Postfix");
    }

    @Test
    void inspect_secondInstance_isReadAsWell() {
        FakePrograms.postfix(
                        directory, "[ \"$2\" = /etc/postfix ] || " + echo(MAIL).replace("cat", "exec cat"))
                .with("postmulti", "echo '- - y /etc/postfix'; echo 'postfix-out mta n /etc/postfix out'");
        QueueReport report = MailQueue.postfix().programs(directory).inspect();

        assertThat(report.count()).isEqualTo(1);
        assertThat(report.first().get(0).instance()).isEqualTo("/etc/postfix out");
        assertThat(report.cleanUpCommands().get(0)).isEqualTo("postsuper -c '/etc/postfix out' -d 2469920C106");
    }

    @Test
    void inspect_secondInstanceUnknown_isUnknownThoughTheFirstIsEmpty() {
        FakePrograms.postfix(directory, "[ \"$2\" = /etc/postfix ] || exit 69")
                .with("postmulti", "echo '- - y /etc/postfix'; echo 'x - n /etc/postfix-x'");

        assertRefused(MailQueue.postfix().programs(directory));
    }

    @Test
    void inspect_mail_isListed() {
        QueueReport report = postfix(echo(MAIL)).inspect();

        assertThat(report).isInstanceOf(QueueReport.Known.class);
        assertThat(report).hasToString("Postfix: 1 mail is in the queue; most 1 from <s3@example.org>");
        QueuedMail mail = report.first().get(0);
        assertThat(mail.arrival()).contains(Instant.ofEpochSecond(1795547717));
        assertThat(mail).hasToString("2469920C106 from <s3@example.org> to u@example.net: deferred transport");
    }

    @Test
    void empty_onlyHeldMail_refusesUnlessHoldIsIgnored() {
        MailQueue queue = postfix(echo(MAIL.replace("\"deferred\"", "\"hold\"")));

        assertThatThrownBy(() -> queue.empty().check(IP))
                .isInstanceOf(PrecautionException.class)
                .hasMessage("Postfix: 1 mail is in the queue, 1 of them held; most 1 from <s3@example.org>");
        assertThatCode(() -> queue.ignoringHold().empty().check(IP)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deferred", "active", "incoming", "maildrop", "corrupt", "new-in-4.0"})
    void empty_mailOfAnyOtherQueue_refusesWithHoldIgnored(String name) {
        MailQueue queue = postfix(echo(MAIL, MAIL.replace("deferred", name))).ignoringHold();

        assertThatThrownBy(() -> queue.empty().check(IP)).isInstanceOf(PrecautionException.class);
    }

    @Test
    void inspect_hostileSender_isPrintableAndQuoted() {
        String sender = "it's \\\"$(id)\\\"@example.org";
        QueueReport report = postfix(echo(
                        MAIL.replace("s3@example.org", sender),
                        MAIL.replace("s3@example.org", "\\u001b[2J\\n@example.org")))
                .inspect();

        assertThat(report.count()).isEqualTo(2);
        assertThat(report.cleanUpCommands())
                .contains(
                        "postqueue -c /etc/postfix -j | jq -r --arg s 'it'\\''s \"$(id)\"@example.org'"
                                + " 'select(.sender == $s) | .queue_id' | postsuper -c /etc/postfix -d -",
                        "# a sender that cannot be printed: delete its mail by queue id")
                .noneMatch(line -> line.contains("\u001b") || line.contains("\n"));
        assertThat(report.first().get(1).toString()).doesNotContain("\u001b").contains("?[2J?@example.org");
        assertThat(report.toString()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-d ALL", "ALL", "../../etc", "", "$(id)", "abc;id", "2469920C106\\n"})
    void inspect_queueIdOfNoKnownForm_isUnknown(String id) {
        assertRefused(postfix(echo(MAIL.replace("2469920C106", id))));
    }

    @Test
    void inspect_longQueueId_isKnown() {
        assertThat(postfix(echo(MAIL.replace("2469920C106", "4gHb7t2kNGz1wCF")))
                        .inspect()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void inspect_manyRecipients_areCounted() {
        String recipients = "{\"address\": \"u@example.net\"}, ".repeat(5000) + "{\"address\": \"v@example.net\"}";
        QueuedMail mail = postfix(echo(MAIL.replaceAll("\\[.*\\]", "[" + recipients + "]")))
                .inspect()
                .first()
                .get(0);

        assertThat(mail.recipientCount()).isEqualTo(5001);
        assertThat(mail.recipients()).hasSize(5);
    }

    @Test
    void inspect_senderOfNoCharset_doesNotHideTheRest() {
        QueueReport report = postfix("printf '%s\\n' '" + MAIL + "' | sed 's/s3/\\xff\\xfe/'; " + echo(MAIL))
                .inspect();

        assertThat(report.count()).isEqualTo(2);
        assertThat(report).isInstanceOf(QueueReport.Known.class);
    }

    @Test
    void empty_withAnotherPrecaution_composes() {
        Precaution both = postfix("exit 0").empty().and(postfix("exit 0").empty());

        assertThatCode(() -> both.check(IP)).doesNotThrowAnyException();
    }

    @Test
    void phpScript_headerOfQueuedMail_isRead() {
        FakePrograms.postfix(directory, echo(MAIL))
                .with(
                        "postcat",
                        "[ \"$*\" = '-c /etc/postfix -hq 2469920C106' ] && printf 'Subject: x\\nx-php-originating-script:"
                                + " 33:mail.php\\n'");
        MailQueue queue = MailQueue.postfix().programs(directory);

        assertThat(queue.phpScript(queue.inspect().first().get(0))).contains("33:mail.php");
    }

    @Test
    void phpScript_commandFails_throwsWithItsError() {
        FakePrograms.postfix(directory, echo(MAIL))
                .with("postcat", "echo 'postcat: fatal: open queue file: Permission denied' >&2; exit 1");
        MailQueue queue = MailQueue.postfix().programs(directory);
        QueuedMail mail = queue.inspect().first().get(0);

        assertThatThrownBy(() -> queue.phpScript(mail)).isInstanceOfSatisfying(MailCommandException.class, e -> {
            assertThat(e.exitCode()).hasValue(1);
            assertThat(e.error()).isEqualTo("postcat: fatal: open queue file: Permission denied");
            assertThat(e.command()).endsWith("postcat -c /etc/postfix -hq 2469920C106");
        });
    }

    @Test
    void limit_notPositive_isRefused() {
        assertThatThrownBy(() -> MailQueue.exim().limit(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
