package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command in the jar as it is shipped: a class that is missing there is found by no other test. */
@Tag("jar")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class JarCommandsTest {

    @TempDir
    private Path directory;

    static Stream<String> onTheEmulator() {
        return EveryCommandTest.onTheEmulator()
                .map(line -> line.get(0) + " " + String.join(" ", line.subList(1, line.size())));
    }

    private Jar jar() {
        return new Jar(directory, Map.of());
    }

    @ParameterizedTest
    @MethodSource("onTheEmulator")
    void command_ofTheJar_helpsAndWorksOnTheEmulator(String codeAndCommand) throws Exception {
        String[] parts = codeAndCommand.split(" ", 2);
        Jar jar = jar();
        assertThat(jar.run(parts[1].split(" ", -1)[0], "--help")).isZero();
        assertThat(jar.out()).contains("Examples:");

        assertThat(jar.run((parts[1] + " --emulator").split(" ", -1)))
                .as(jar.err())
                .isEqualTo(Integer.parseInt(parts[0]));
        assertThat(jar.out()).isNotEmpty();
        assertThat(jar.err()).doesNotContain("NoClassDefFound", "Exception", "SLF4J", "WARN");
    }

    @Test
    void command_onTheEmulatorBesideADamagedFileOfKeys_works() throws Exception {
        Files.writeString(directory.resolve("ovh.conf"), "not a file of keys\n[");
        Jar jar = jar();

        assertThat(jar.run("blocked")).isEqualTo(3);
        assertThat(jar.run("blocked", "--emulator")).as(jar.err()).isZero();
    }

    @ParameterizedTest
    @MethodSource("onTheEmulator")
    void command_intoAFullDiskOrAClosedPipe_isOneLineOrNone(String codeAndCommand) throws Exception {
        String[] parts = codeAndCommand.split(" ", 2);
        Jar jar = jar();
        assertThat(jar.shell("$JAR " + parts[1] + " --emulator > /dev/full")).isEqualTo(9);
        assertThat(jar.err()).contains("standard output cannot be written").doesNotContain("\tat ");

        // A reader that has gone before the first line, so that the write fails whatever its length.
        jar.shell("$JAR " + parts[1] + " --emulator | true");
        assertThat(jar.err()).doesNotContain("standard output", "\tat ", "Exception");
    }
}
