package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCommandTest {

    private static final String ADDRESS = "122.122.122.122";

    private final ProgramRun run = new ProgramRun();

    @TempDir
    private Path directory;

    @Test
    void audit_onTheEmulator_hasTheBrokenRulesFirstAndCode6() {
        assertThat(run.run("audit", ADDRESS, "--emulator")).isEqualTo(6);
        assertThat(run.out().lines().findFirst().orElseThrow()).startsWith("FAIL     dkim: the mail is not signed");
        assertThat(run.out()).contains("PASS     spf: pass", "PASS     fcrdns");
        assertThat(run.err()).contains("nobody outside is asked", "1 failed");
    }

    @Test
    void audit_inFortyColumns_isBrokenBetweenWords() {
        assertThat(run.columns(40).run("audit", ADDRESS, "--emulator")).isEqualTo(6);
        assertThat(run.out().lines())
                .allMatch(line -> line.length() <= 40 || !line.strip().contains(" "));
    }

    @Test
    void audit_json_isTheSumsAndALinePerFinding() {
        assertThat(run.run("audit", ADDRESS, "--emulator", "--json")).isEqualTo(6);
        JsonNode audit = run.json().get(0);
        assertThat(audit.get("type").asText()).isEqualTo("audit");
        assertThat(audit.get("spf").asText()).isEqualTo("pass");
        assertThat(run.json().stream()
                        .filter(line -> line.get("type").asText().equals("finding"))
                        .filter(line -> line.get("verdict").asText().equals("pass")))
                .hasSize(audit.get("pass").asInt());
    }

    @Test
    void audit_ofAHostileMail_printsNothingThatATerminalObeys() throws Exception {
        Path mail = Files.writeString(
                directory.resolve("a.eml"),
                "From: \u001b[2J\u202e <a@example.org>\nSubject: \u0007\u009b\n\n\u001b[2J");
        assertThat(run.run("audit", "--emulator", "--mail", mail.toString())).isEqualTo(6);
        assertThat(run.out()).doesNotContain("\u001b", "\u0007", "\u202e", "\u009b");
    }

    @Test
    void audit_withoutAServerThatResponds_isUnknownAndCode8() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            assertThat(run.run("audit", ADDRESS, "--dns", "127.0.0.1:" + silent.getLocalPort(), "--dns-timeout", "1s"))
                    .isEqualTo(8);
        }
        assertThat(run.out()).contains("UNKNOWN  fcrdns: DNS failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "audit not-an-address",
                "audit --mail /no/such.eml",
                "audit --mail /",
                "audit 192.0.2.7 --dns localhost",
                "audit 192.0.2.7 --dns 192.0.2.53:0",
                "audit 192.0.2.7 --dns 192.0.2.53:65536",
                "audit 192.0.2.7 --dns 1:2:3",
                "audit 192.0.2.7 --dns-timeout 0s"
            })
    void audit_withAWrongArgument_isOneLineAndCode2(String line) {
        assertThat(run.run(line.split(" ", -1))).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst().orElseThrow()).startsWith("ovh-antispam: ");
        assertThat(run.err()).doesNotContain("java.", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.53", "192.0.2.53:5353", "2001:db8::53", "[2001:db8::53]", "[2001:db8::53]:5353"})
    void audit_withADnsServer_isUnderstood(String server) {
        run.parse("audit", ADDRESS, "--dns", server);
        assertThat(run.err()).isEmpty();
    }
}
