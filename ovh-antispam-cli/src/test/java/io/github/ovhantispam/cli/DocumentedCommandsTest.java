package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParameterException;

/** The commands in README and in the pages of docs are commands of the program, with options that it has. */
class DocumentedCommandsTest {

    /** At the start of a line or of a piece of code, up to a pipe, a redirection or a comment. */
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|`)ovh-antispam ([a-z][^`\\n|>#]*)");

    static List<String> commands() throws IOException {
        Path root = Path.of("..");
        List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<String> commands = new ArrayList<>();
        for (Path page : pages) {
            COMMAND.matcher(Files.readString(page))
                    .results()
                    .map(match -> match.group(1).strip())
                    .forEach(commands::add);
        }
        return commands.stream().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command_ofAPage_isUnderstood(String command) {
        assertThatCode(() -> new ProgramRun().parse(command.split(" +", -1))).doesNotThrowAnyException();
    }

    @Test
    void command_withAnUnknownOption_isNotUnderstood() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> new ProgramRun().parse("queue", "postfix", "--no-such-option"));
    }
}
