package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = WINDOWS, disabledReason = "there is no systemd, and no shell to stand in for journalctl")
class MailLogJournalTest {

    private static final List<MessageId> ONE = List.of(MessageId.of("one@example.com"));

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void journal_linesOfTheMailFacility_areTraced() throws IOException {
        MailLog journal = journal("echo \"$@\" > " + directory.resolve("arguments")
                + "\necho '2026-11-04T16:46:01+0000 mx1 postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7], sasl_method=X, sasl_username=bob'"
                + "\necho '2026-11-04T16:46:01+0000 mx1 postfix/cleanup[2]: A1A2A3A4A5: message-id=<one@example.com>'");
        Instant time = Instant.parse("2026-11-04T16:00:00Z");

        MailTrace trace = journal.between(time, time.plusSeconds(3_600)).trace(ONE);

        assertThat(trace.culprits()).extracting(Culprit::origin).containsExactly(new Origin.SaslUser("bob"));
        assertThat(Files.readString(directory.resolve("arguments")))
                .contains("--output=short-iso", "--since=2026-11-04 16:00:00 UTC", "--until=2026-11-04 17:00:00 UTC");
    }

    @Test
    void journal_anyVersionOfSystemd_isAskedByTheFieldOfTheFacility() throws IOException {
        journal("echo \"$@\" > " + directory.resolve("arguments")).trace(ONE);

        assertThat(Files.readString(directory.resolve("arguments")))
                .contains(" SYSLOG_FACILITY=2")
                .doesNotContain("--facility");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "echo '2026-11-04T16:46:01+0000 mx1 postfix/smtpd[1]: connect'\n"})
    void journal_programThatFallsSilent_isGivenUpAndKilled(String before) throws IOException {
        Path number = directory.resolve("number");
        MailLog journal =
                journal("echo $$ > " + number + "\n" + before + "exec tail -f /dev/null", Duration.ofMillis(300));

        assertThatExceptionOfType(MailLogException.class)
                .isThrownBy(() -> journal.trace(ONE))
                .withMessageContaining("wrote nothing for");

        long pid = Long.parseLong(Files.readString(number).strip());
        Optional<ProcessHandle> left = ProcessHandle.of(pid);
        if (left.isPresent()) {
            assertThat(left.get().onExit()).succeedsWithin(LONG);
        }
    }

    @Test
    void journal_programThatFails_isAnErrorWithItsReason() throws IOException {
        MailLog journal = journal("echo 'No journal files were opened' >&2\nexit 1");

        assertThatExceptionOfType(MailLogException.class)
                .isThrownBy(() -> journal.trace(ONE))
                .withMessageContaining("ended with 1: No journal files were opened");
    }

    @Test
    void journal_programThatIsNotThere_isAnError() {
        MailLog journal = MailLog.journal(List.of(directory.resolve("none").toString()), LONG);

        assertThatExceptionOfType(MailLogException.class)
                .isThrownBy(() -> journal.trace(ONE))
                .withMessageStartingWith("cannot read the journal");
    }

    private MailLog journal(String script) throws IOException {
        return journal(script, LONG);
    }

    private MailLog journal(String script, Duration mostSilence) throws IOException {
        Path file = Files.writeString(directory.resolve("journalctl.sh"), script);
        return MailLog.journal(List.of("/bin/sh", file.toString()), mostSilence);
    }
}
