package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Transition;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("jar")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class JarTest {

    private static final String ADDRESS = "192.0.2.7";
    private static final String WORD = "--i-stopped-the-mail-and-emptied-the-queue";

    @TempDir
    private Path directory;

    private AntispamEmulator emulator;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder()
                .clock(EmulatorClock.system())
                .transition(Transition.after(Duration.ofHours(1)))
                .start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private Jar jar() {
        return new Jar(directory, emulator.environment());
    }

    @Test
    void run_ofTheJar_findsItsServicesAndSaysItsVersion() throws Exception {
        Jar jar = new Jar(directory, Map.of());
        assertThat(jar.run("--version")).isZero();
        assertThat(jar.out()).matches("ovh-antispam [0-9].*\n");
        assertThat(jar.run("blocked", "--emulator")).isZero();
        assertThat(jar.out()).contains("122.122.122.122");
        assertThat(jar.err()).doesNotContain("SLF4J", "WARN");
    }

    @Test
    void jar_hasLicencesAndNoModuleOfOthers() throws Exception {
        try (JarFile file = new JarFile(System.getProperty("cli.jar"))) {
            assertThat(file.stream().map(entry -> entry.getName()))
                    .contains("META-INF/LICENSE-ovh-antispam.txt", "META-INF/LICENSE.txt", "META-INF/NOTICE")
                    .noneMatch(name -> name.endsWith("module-info.class"));
        }
    }

    @Test
    void run_withoutCredentials_endsWithCode3() throws Exception {
        Jar jar = new Jar(directory, Map.of());
        assertThat(jar.run("blocked")).isEqualTo(3);
        assertThat(jar.err().lines()).hasSize(1).first().asString().startsWith("ovh-antispam: ");
    }

    @Test
    void run_inTurkish_isTheSame() throws Exception {
        emulator.ipBlock("192.0.2.0/28").spamIp(ADDRESS).blockedFor(Duration.ofHours(1));
        Jar jar = jar();
        assertThat(jar.shell("$JAR blocked --json --zone UTC; $JAR release " + ADDRESS + " --queue POSTFIX"))
                .isEqualTo(2);
        String english = jar.out();
        assertThat(jar.shell("LC_ALL=tr_TR.UTF-8 ${JAR/-jar/-Duser.language=tr -Duser.country=TR -jar} blocked --json"
                        + " --zone UTC"))
                .isZero();
        assertThat(jar.out()).isEqualTo(english).contains("blockedForSpam");
    }

    @Test
    void run_intoAFullDisk_endsWithCode9() throws Exception {
        Jar jar = new Jar(directory, Map.of());
        for (String command : new String[] {"blocked --emulator", "stats 122.122.122.122 --emulator", "--help"}) {
            assertThat(jar.shell("$JAR " + command + " > /dev/full"))
                    .as(command)
                    .isEqualTo(9);
            assertThat(jar.err()).contains("standard output cannot be written").doesNotContain("\tat ");
        }
    }

    @Test
    void run_intoAPipeThatCloses_endsQuietly() throws Exception {
        for (int i = 1; i < 200; i++) {
            emulator.ipBlock("10.0." + i + ".0/28").spamIp("10.0." + i + ".1").blockedFor(Duration.ofHours(1));
        }
        Jar jar = jar();
        assertThat(jar.shell("set -o pipefail; $JAR blocked | true")).isZero();
        assertThat(jar.err()).doesNotContain("Exception", "pipe");
        assertThat(jar.shell("$JAR blocked --json | head -1")).isZero();
        assertThat(jar.out().lines()).hasSize(1);
        assertThat(jar.err()).doesNotContain("Exception", "pipe");
    }

    @Test
    void stats_withHostileMessageIds_areEscaped() throws Exception {
        String hostile = "\u001b[2J\u001b]0;owned\u0007\u202e\n<b>@example.org";
        Instant now = Instant.now();
        emulator.ipBlock("192.0.2.0/28")
                .spamIp(ADDRESS)
                .blockedFor(Duration.ofHours(1))
                .stats(now, 1, 1)
                .detected(now, "198.51.100.1", hostile, 400);
        Jar jar = jar();
        assertThat(jar.run("stats", ADDRESS)).isZero();
        assertThat(jar.out()).contains("\\u001b[2J").doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(jar.run("stats", ADDRESS, "--json")).isZero();
        assertThat(jar.out().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
    }

    @Test
    void release_interruptedBeforeItIsAsked_saysThatNothingWasSent() throws Exception {
        emulator.ipBlock("192.0.2.0/28").spamIp(ADDRESS).blockedFor(Duration.ofHours(1));
        Jar jar = jar();
        Process process = jar.start("release", ADDRESS, WORD);
        jar.awaitError(process, "waiting");
        Jar.interrupt(process);
        assertThat(Jar.exitCode(process)).isEqualTo(130);
        assertThat(jar.err()).contains("no release was asked for").doesNotContain("\tat ");
        assertThat(emulator.journal().count(Operation.UNBLOCK)).isZero();
    }

    @Test
    void release_interruptedAfterItWasAccepted_saysThatItContinues() throws Exception {
        emulator.ipBlock("192.0.2.0/28").spamIp(ADDRESS).blockedFor(Duration.ofSeconds(1));
        Jar jar = jar();
        Process process = jar.start("release", ADDRESS, WORD);
        jar.awaitError(process, "polling again in");
        Jar.interrupt(process);
        assertThat(Jar.exitCode(process)).isEqualTo(130);
        assertThat(jar.err()).contains("was accepted and continues at OVHcloud", "ovh-antispam show " + ADDRESS);
    }

    @Test
    void watch_withAProgram_givesItEachChangeAndNoCredentials() throws Exception {
        emulator.ipBlock("192.0.2.0/28").spamIp(ADDRESS).blockedFor(Duration.ofHours(1));
        Path program = Files.writeString(
                directory.resolve("notify"),
                "#!/bin/sh\ncat > change.json\nenv | grep ^OVH_ | sort > variables.txt\necho said\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Jar jar = jar();
        Process process = jar.start("watch", "--state", "state", "--exec", program.toString(), "--zone", "UTC");
        jar.awaitError(process, "said");
        Jar.interrupt(process);
        assertThat(Jar.exitCode(process)).isEqualTo(130);
        assertThat(jar.err()).contains("what was told is kept in state");
        assertThat(directory.resolve("change.json")).content().contains("\"kind\":\"BLOCKED\"", ADDRESS);
        assertThat(directory.resolve("variables.txt"))
                .content()
                .contains("OVH_ANTISPAM_ADDRESS=" + ADDRESS)
                .doesNotContain("SECRET", "CONSUMER_KEY", "APPLICATION_KEY");
        assertThat(jar.run("watch", "--state", "state", "--once")).isZero();
        assertThat(jar.out()).isEmpty();
    }

    @Test
    void watch_withAProgramThatFails_endsWithCode9AndTellsAgain() throws Exception {
        emulator.ipBlock("192.0.2.0/28").spamIp(ADDRESS).blockedFor(Duration.ofHours(1));
        Jar jar = jar();
        assertThat(jar.run("watch", "--state", "state", "--once", "--exec", "false"))
                .isEqualTo(9);
        assertThat(jar.err()).contains("ended with code 1");
        assertThat(jar.run("watch", "--state", "state", "--once")).isZero();
        assertThat(jar.out()).contains("BLOCKED " + ADDRESS);
    }

    @Test
    void keys_oncePageIsOpened_writesAFileThatWorks() throws Exception {
        Map<String, String> application = new HashMap<>(emulator.environment());
        application.remove("OVH_CONSUMER_KEY");
        Jar jar = new Jar(directory, application);
        Process process = jar.start("keys");
        jar.awaitError(process, "Waiting until");
        assertThat(directory.resolve("ovh.conf")).doesNotExist();
        String page = jar.out().strip().replaceAll(".*: (http.*)", "$1");
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.discarding());
        assertThat(Jar.exitCode(process)).isZero();
        Path file = directory.resolve("ovh.conf");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String secret = application.get("OVH_APPLICATION_SECRET");
        assertThat(file).content().contains("consumer_key=", secret);
        assertThat(jar.out() + jar.err()).doesNotContain(secret);
        assertThat(new Jar(directory, Map.of()).run("blocked")).isZero();

        String before = Files.readString(file);
        assertThat(jar.run("keys")).isEqualTo(2);
        assertThat(jar.err()).contains("has keys for");
        assertThat(file).hasContent(before);
    }

    @Test
    void keys_withAWrongSecret_doesNotWaitForItToBecomeRight() throws Exception {
        Map<String, String> application = new HashMap<>(emulator.environment());
        application.remove("OVH_CONSUMER_KEY");
        application.put("OVH_APPLICATION_SECRET", "wrong-secret-0123456789");
        Jar jar = new Jar(directory, application);
        assertThat(jar.run("keys")).isEqualTo(3);
        assertThat(jar.err()).doesNotContain("wrong-secret-0123456789");
        assertThat(directory.resolve("ovh.conf")).doesNotExist();
    }

    @Test
    void emulator_servesUntilItIsInterrupted() throws Exception {
        Jar jar = new Jar(directory, Map.of());
        Process process = jar.start("emulator", "--port", "0");
        while (process.isAlive() && !jar.out().contains("OVH_ENDPOINT")) {
            Thread.onSpinWait();
        }
        Jar.interrupt(process);
        assertThat(Jar.exitCode(process)).isEqualTo(130);
        assertThat(jar.run("emulator", "--no-such-option")).isEqualTo(2);
        assertThat(jar.run("emulator", "--help")).isZero();
        assertThat(jar.out()).contains("--block-duration");
    }

    @Test
    void blocked_withABlockThatCannotBeRead_endsWithCode8() throws Exception {
        emulator.ipBlock("192.0.2.0/28").expired();
        emulator.ipBlock("198.51.100.0/28").spamIp("198.51.100.1").blockedFor(Duration.ofHours(1));
        Jar jar = jar();
        assertThat(jar.run("blocked")).isEqualTo(8);
        assertThat(jar.out()).contains("198.51.100.1");
        assertThat(jar.err()).contains("not read: 192.0.2.0/28");
    }
}
