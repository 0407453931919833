package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises that hold for every command: one clear line and a documented code, whatever is wrong. */
class EveryCommandTest {

    private static final String WORD = "--i-stopped-the-mail-and-emptied-the-queue";

    private final ProgramRun run = new ProgramRun();

    /** Every command, with the least that it needs to work on the invented account, and its code there. */
    static Stream<List<String>> onTheEmulator() {
        return Stream.of(
                List.of("0", "alert"),
                List.of("0", "blocked"),
                List.of("0", "show", "122.122.122.122"),
                List.of("0", "stats", "122.122.122.122"),
                List.of("8", "trace"),
                List.of("6", "queue"),
                List.of("0", "release", "122.122.122.122", WORD),
                List.of("0", "watch", "--once"),
                List.of("0", "report"),
                List.of("6", "audit", "122.122.122.122"),
                List.of("8", "declare", "122.122.122.122"),
                List.of("0", "keys"));
    }

    /** Every command that asks the API. */
    static Stream<List<String>> onTheAccount() {
        return Stream.of(
                List.of("alert", "--from-api"),
                List.of("blocked"),
                List.of("show", "192.0.2.7"),
                List.of("stats", "192.0.2.7"),
                List.of("trace", "--stats", "192.0.2.7"),
                List.of("release", "192.0.2.7", WORD),
                List.of("watch", "--once"),
                List.of("report"),
                List.of("declare", "192.0.2.7"));
    }

    private int run(List<String> line, String... more) {
        return run.run(Stream.concat(line.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    private static List<String> command(List<String> codeAndLine) {
        return codeAndLine.subList(1, codeAndLine.size());
    }

    private void assertOneLine() {
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("ovh-antispam: ").doesNotContain("java.", "\tat ");
    }

    @Test
    void commands_ofTheProgram_areAllInTheTableOrTriedElsewhere() {
        assertThat(Stream.concat(
                        onTheEmulator().map(line -> line.get(1)), Stream.of("emulator", "generate-completion")))
                .containsExactlyInAnyOrderElementsOf(run.commands());
    }

    @ParameterizedTest
    @MethodSource("onTheEmulator")
    void command_onTheEmulator_worksAndSaysThatNothingIsReal(List<String> line) {
        assertThat(run(command(line), "--emulator")).isEqualTo(Integer.parseInt(line.get(0)));
        assertThat(run.out()).isNotEmpty();
        assertThat(run.err()).contains("(emulator: an invented ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @MethodSource("onTheEmulator")
    void command_asJson_isAnObjectWithATypePerLine(List<String> line) {
        assertThat(run(command(line), "--emulator", "--json")).isEqualTo(Integer.parseInt(line.get(0)));
        assertThat(run.json())
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.get("type").asText()).matches("[a-z]+"));
        assertThat(run.out().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
    }

    /** Those whose output is a table or a text: a page, a mail and the lines of a watch stay as they are. */
    static Stream<List<String>> inColumns() {
        return onTheEmulator()
                .filter(line -> !List.of("report", "declare", "watch", "keys").contains(line.get(1)));
    }

    @ParameterizedTest
    @MethodSource("inColumns")
    void command_inFortyColumns_breaksWhatCanBeBroken(List<String> line) {
        run.columns(40);
        run(command(line), "--emulator", "--zone", "UTC");
        assertThat(run.out()).isNotEmpty();
        assertThat(run.out().lines().filter(text -> text.length() > 40)).allMatch(text -> text.matches(".*\\S{25,}.*"));
    }

    @ParameterizedTest
    @MethodSource("onTheEmulator")
    void command_withAnUnknownOption_namesItsHelp(List<String> line) {
        assertThat(run(command(line), "--no-such-option")).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "ovh-antispam: Unknown option: '--no-such-option'",
                        "Try: ovh-antispam " + line.get(1) + " --help");
    }

    @ParameterizedTest
    @MethodSource("onTheEmulator")
    void help_ofACommand_teachesByExampleInEightyColumns(List<String> line) {
        assertThat(run.run(line.get(1), "--help")).isZero();
        assertThat(run.out()).contains("Examples:\n  ovh-antispam " + line.get(1));
        assertThat(run.out().lines()).allMatch(text -> text.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("onTheAccount")
    void command_withoutCredentials_isOneLineAndCode3(List<String> line) {
        assertThat(run(line)).isEqualTo(3);
        assertOneLine();
        assertThat(run.err()).contains("\"ovh-antispam keys\" gets them");
    }

    @ParameterizedTest
    @MethodSource("onTheAccount")
    void command_withAnUnreachableHost_isOneLineAndCode5(List<String> line) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort(); // free again at once
        }
        run.environment(
                Map.of("OVH_ENDPOINT", "http://127.0.0.1:" + port + "/1.0", "OVH_ACCESS_TOKEN", "token-of-nobody"));
        assertThat(run(line)).as(run.err()).isEqualTo(5);
        assertThat(run.err()).doesNotContain("token-of-nobody");
        if (!line.contains("watch")) { // whose failed pass is a line with a time
            assertOneLine();
        }
    }

    @Test
    void keys_withoutATerminalAndVariables_isOneLineAndCode3() {
        assertThat(run.run("keys")).isEqualTo(3);
        assertOneLine();
        assertThat(run.err()).doesNotContain("gets them");
    }
}
