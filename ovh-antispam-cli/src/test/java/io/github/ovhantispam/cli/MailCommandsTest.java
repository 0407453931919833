package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.AlertLanguage;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mail side of the account: alerts among the notifications, and traces by the statistics of an address. */
class MailCommandsTest {

    private static final String ADDRESS = "122.122.122.122";

    private final ProgramRun run = new ProgramRun();

    @TempDir
    private Path directory;

    @Test
    void alert_fromTheApi_isDatedAndHasItsSamples() {
        assertThat(run.run("alert", "--from-api", "--emulator", "--zone", "UTC", "--check"))
                .isZero();
        assertThat(run.out())
                .startsWith("Sent: 2022-08-29 16:42:50+00:00\nBlocked: " + ADDRESS)
                .contains("fc090jdhf934iu09bf084bfo92@xxxxxxxxxxxxx.com", "blockedForSpam");
    }

    @Test
    void alert_fromTheApiAsJson_hasADateAndANumber() {
        assertThat(run.run("alert", "--from-api", "--emulator", "--zone", "UTC", "--json"))
                .isZero();
        assertThat(run.json()).hasSize(7);
        assertThat(run.json().get(0).get("date").asText()).isEqualTo("2022-08-29T16:42:50+00:00");
        assertThat(run.json().get(0).get("notification").isNumber()).isTrue();
    }

    @Test
    void alert_fromTheApiThatHasNone_endsWithCode4() {
        assertThat(run.run("alert", "--from-api", "--emulator", "--since", "1s"))
                .isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--since");
    }

    @Test
    void alert_fromTheApiWithAKeyThatMayNot_endsWithCode3() {
        try (AntispamEmulator emulator = AntispamEmulator.builder()
                .alertMails(AlertLanguage.ENGLISH)
                .seed(Seed.guide())
                .start()) {
            emulator.credential().allowNothing().allow("GET", "/ip").allow("GET", "/ip/*");
            assertThat(run.environment(emulator.environment()).run("alert", "--from-api"))
                    .isEqualTo(3);
        }
        assertThat(run.err()).contains("GET /me/notification/email/history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert --from-api file.eml",
                "alert --from-api --since soon",
                "trace --stats 192.0.2.7 --id a@b",
                "trace --stats nowhere",
                "queue --config-dir /etc",
                "queue exim --config-dir /etc",
                "release 192.0.2.7 --config-dir /etc",
                "release 192.0.2.7 --log mail.log",
                "release 192.0.2.7 --handled a=b"
            })
    void run_withOptionsThatDoNotGoTogether_isOneLineAndCode2(String line) {
        assertThat(run.run(line.split(" ", -1))).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("ovh-antispam: ");
    }

    @Test
    void trace_onTheEmulator_namesAScriptAndALogin() {
        assertThat(run.run("trace", "--emulator")).isEqualTo(8);
        assertThat(run.out()).contains("local account 33  2", "SASL user bob     1");
        assertThat(run.err()).contains("an invented log", "not in these logs: 2PXQSX-3JRAUU-SF@obfuscated.com");
    }

    @Test
    void trace_ofAMailWithoutMessageId_isByTimeAndDestination() throws Exception {
        Path log = Files.writeString(directory.resolve("mail.log"), """
                2026-01-31T08:30:00+00:00 mx postfix/smtpd[1]: 4ABCDEF012: client=a[192.0.2.9], sasl_method=PLAIN, sasl_username=bob
                2026-01-31T08:30:00+00:00 mx postfix/cleanup[2]: 4ABCDEF012: message-id=<x@example.org>
                2026-01-31T08:30:01+00:00 mx postfix/smtp[3]: 4ABCDEF012: to=<u@example.net>, relay=mx.example.net[198.51.100.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)
                2026-01-31T08:30:02+00:00 mx postfix/qmgr[3]: 4ABCDEF012: removed
                """);
        Instant sent = Instant.parse("2026-01-31T08:30:01Z");
        try (AntispamEmulator emulator =
                AntispamEmulator.builder().clock(EmulatorClock.startingAt(sent)).start()) {
            emulator.ipBlock("192.0.2.0/28")
                    .spamIp("192.0.2.7")
                    .blockedFor(Duration.ofHours(1))
                    .stats(sent, 1, 1)
                    .detected(sent, "198.51.100.1", "", 400);
            run.environment(emulator.environment());
            assertThat(run.run("trace", "--stats", "192.0.2.7", log.toString(), "--json"))
                    .as(run.err())
                    .isZero();
        }
        assertThat(run.json().get(0).get("origin").asText()).isEqualTo("SASL user bob");
    }

    @Test
    void keys_withMoreRights_asksForThoseAlone() {
        assertThat(run.run("keys", "--emulator", "--tickets", "--notifications"))
                .isZero();
        assertThat(run.err())
                .contains("GET /me/notification/email/history*, POST /support/tickets/create")
                .doesNotContain("DELETE");
    }

    @Test
    void keys_withoutMore_asksForTheLeast() {
        assertThat(run.run("keys", "--emulator")).isZero();
        assertThat(run.err()).contains("Rights of the key: GET /ip, GET /ip/*, POST /ip/*\n");
    }
}
