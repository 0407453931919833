package io.github.ovhantispam.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file of a watch and other processes: some are killed, some have no room on the disk. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class WatchStoreCrashTest {

    private static final int KILLS = 50;

    @TempDir
    Path directory;

    private static ProcessBuilder program(String before, Object... arguments) {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path"),
                SavingProgram.class.getName()));
        for (Object argument : arguments) {
            java.add(argument.toString());
        }
        if (before.isEmpty()) {
            return new ProcessBuilder(java).redirectErrorStream(true);
        }
        List<String> shell = new ArrayList<>(List.of("sh", "-c", before + "; exec \"$@\"", "sh"));
        shell.addAll(java);
        return new ProcessBuilder(shell).redirectErrorStream(true);
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    private static long number(Path file) throws IOException {
        return SavingProgram.number(WatchState.parse(Files.readString(file)));
    }

    @Test
    void processThatIsKilled_leavesOneOfItsLastTwoStates_andNoLock() throws Exception {
        Path file = directory.toRealPath().resolve("state");
        Random random = new Random(1);
        long saved = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = program("", file).start();
            try (BufferedReader lines = output(process)) {
                assertThat(lines.readLine()).isEqualTo("loaded " + saved);
                for (int saves = random.nextInt(12); saves > 0; saves--) {
                    saved = numberOf(lines.readLine());
                }
                for (int spin = random.nextInt(2_000_000); spin > 0; spin--) {
                    Thread.onSpinWait(); // to somewhere in a save
                }
                process.toHandle().destroyForcibly(); // which leaves its output to be read
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    saved = line.matches("saved [0-9]+") ? numberOf(line) : saved;
                }
            }
            process.waitFor();

            long found = Files.exists(file) ? number(file) : 0;
            assertThat(found).as("after kill %s", kill).isBetween(saved, saved + 1);
            saved = found;
        }
        assertThat(saved).isGreaterThan(KILLS);
    }

    private static long numberOf(String line) {
        assertThat(line).startsWith("saved ");
        return Long.parseLong(line.substring("saved ".length()));
    }

    @Test
    void otherProcess_keepsTheFileAsLongAsItLives() throws Exception {
        Path file = directory.toRealPath().resolve("state");
        WatchStore store = WatchStore.file(file);
        Process process = program("", file).start();
        try (BufferedReader lines = output(process)) {
            assertThat(lines.readLine()).isEqualTo("loaded 0");
            assertThatIllegalStateException()
                    .isThrownBy(store::acquire)
                    .withMessage("the watch's state in " + file + " is in use by another process");
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();

        try (WatchStore.Lease lease = store.acquire()) {
            assertThat(SavingProgram.number(lease.load())).isNotNegative();
            Process second = program("", file).start();
            assertThat(new String(second.getInputStream().readAllBytes(), UTF_8))
                    .isEqualTo("failed: the watch's state in " + file + " is in use by another process\n");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saveWithoutRoom_fails_andLeavesTheFileAsItWas() throws Exception {
        Path file = directory.toRealPath().resolve("state");
        try (WatchStore.Lease lease = WatchStore.file(file).acquire()) {
            lease.save(SavingProgram.state(7));
        }

        Process process = program("ulimit -f 8", file, 1).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(printed)
                .isEqualTo("loaded 7\nfailed: the watch's state in " + file + " cannot be saved: File too large\n");
        assertThat(number(file)).isEqualTo(7);
        assertThat(directory.resolve("state.tmp")).doesNotExist();
    }
}
