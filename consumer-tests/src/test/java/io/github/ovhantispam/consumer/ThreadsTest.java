package io.github.ovhantispam.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A client keeps no program alive, and its end is the end of its threads. */
class ThreadsTest {

    @Test
    void programThatNeverClosesItsClient_endsAllTheSame() throws Exception {
        assertThat(output())
                .startsWith("async: 7", "sweep: 1")
                .anyMatch(line -> line.contains("for the end of the block"))
                .endsWith("still waiting", "the end");
    }

    @Test
    void close_leavesNoThreadOfTheClients() throws Exception {
        assertThat(output("close"))
                .anyMatch(line -> line.matches("ovh-antispam-reader-.* has ended"))
                .anyMatch(line -> line.matches("ovh-antispam-timer-.* has ended"))
                .noneMatch(line -> line.endsWith(" is alive"))
                .endsWith("cancelled", "the end");
    }

    /** A child that does not end fails there, after a time that is shorter than OkHttp's own lingering threads. */
    private static List<String> output(String... arguments) throws Exception {
        String classPath = System.getProperty("java.class.path");
        try (EmulatorJvm emulator = EmulatorJvm.start("-cp", classPath, "io.github.ovhantispam.emulator.Standalone")) {
            String[] command = new String[3 + arguments.length];
            command[0] = "-cp";
            command[1] = classPath;
            command[2] = UnclosedProgram.class.getName();
            System.arraycopy(arguments, 0, command, 3, arguments.length);
            return ChildJvm.run(emulator.applicationKeys(), command);
        }
    }
}
