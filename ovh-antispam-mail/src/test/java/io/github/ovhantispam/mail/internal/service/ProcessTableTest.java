package io.github.ovhantispam.mail.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.mail.MailServiceStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

    @TempDir
    private Path proc;

    @BeforeEach
    void addFirstProcess() throws IOException {
        add(1, "/usr/lib/systemd/systemd");
        Files.writeString(proc.resolve("1/stat"), "1 (systemd)");
        Files.createDirectories(proc.resolve("2"));
    }

    private void add(int process, String executable) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(String.valueOf(process)));
        Files.createSymbolicLink(directory.resolve("exe"), Path.of(executable));
    }

    private State state() {
        return new ProcessTable(proc).status("Exim", List.of("exim4", "exim")).state();
    }

    @Test
    void status_noSuchProcess_isStopped() throws IOException {
        add(20, "/usr/bin/exim-monitor");

        assertThat(state()).isEqualTo(State.STOPPED);
    }

    @Test
    void status_processOfTheServer_isRunning() throws IOException {
        add(21, "/usr/sbin/exim4");

        assertThat(new ProcessTable(proc).status("Exim", List.of("exim4")))
                .hasToString("Exim, process 21, is running; stop it first");
    }

    @Test
    void status_programThatAnUpgradeReplaced_isRunning() throws IOException {
        add(22, "/usr/sbin/exim4 (deleted)");

        assertThat(state()).isEqualTo(State.RUNNING);
    }

    @Test
    void status_processThatHidesItsProgram_isUnknown() throws IOException {
        Files.createDirectories(proc.resolve("23"));
        Files.writeString(proc.resolve("23/exe"), "not a link");

        assertThat(state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void status_noTable_isUnknown() {
        assertThat(new ProcessTable(proc.resolve("missing"))
                        .status("Exim", List.of("exim"))
                        .state())
                .isEqualTo(State.UNKNOWN);
    }
}
