package io.github.ovhantispam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ovhantispam.cli.command.CommandTree;
import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.terminal.Interruption;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** One run of the program in this JVM. */
final class ProgramRun {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Queue<String> typed = new ArrayDeque<>();
    private Map<String, String> environment = Map.of();
    private String in = "";
    private int columns = Integer.MAX_VALUE;

    ProgramRun environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    ProgramRun standardInput(String text) {
        in = text;
        return this;
    }

    ProgramRun columns(int number) {
        columns = number;
        return this;
    }

    /** Lets a person type this; without it, there is no terminal. */
    ProgramRun typing(String... lines) {
        typed.addAll(List.of(lines));
        return this;
    }

    int run(String... arguments) {
        return new Program(session()).run(arguments);
    }

    /** Reads arguments as the program does, and runs nothing. */
    void parse(String... arguments) {
        CommandTree.of(session()).parseArgs(arguments);
    }

    /** Returns the names of all commands. */
    List<String> commands() {
        return List.copyOf(CommandTree.of(session()).getSubcommands().keySet());
    }

    private Session session() {
        return new Session(
                environment,
                new ByteArrayInputStream(in.getBytes(UTF_8)),
                new Console(out, err),
                new Typist(typed, columns),
                new Interruption());
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }

    /** Standard output, each line of which must be an object. */
    List<JsonNode> json() {
        ObjectMapper mapper = new ObjectMapper();
        return out().lines()
                .map(line -> {
                    try {
                        JsonNode node = mapper.readTree(line);
                        assertThat(node.isObject()).as(line).isTrue();
                        return node;
                    } catch (IOException e) {
                        throw new UncheckedIOException(line, e);
                    }
                })
                .toList();
    }

    private record Typist(Queue<String> typed, int columns) implements Terminal {

        @Override
        public boolean showsOutput() {
            return false;
        }

        @Override
        public boolean showsErrors() {
            return false;
        }

        @Override
        public int outputWidth() {
            return columns;
        }

        @Override
        public int errorWidth() {
            return columns;
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.ofNullable(typed.poll());
        }

        @Override
        public Optional<String> askSecretly(String question) {
            return ask(question);
        }
    }
}
