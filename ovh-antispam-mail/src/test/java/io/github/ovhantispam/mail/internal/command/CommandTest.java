package io.github.ovhantispam.mail.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.mail.FakePrograms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @TempDir
    private Path directory;

    private final StringBuilder output = new StringBuilder();

    private Command command(String script, Duration limit, String... arguments) {
        new FakePrograms(directory).with("program", script);
        List<String> words =
                new ArrayList<>(List.of(directory.resolve("program").toString()));
        words.addAll(List.of(arguments));
        return new Command(words, limit);
    }

    private Outcome run(String script, String... arguments) {
        return command(script, Duration.ofSeconds(20), arguments)
                .run(in -> output.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void run_program_givesOutputErrorsAndExitCode() {
        Outcome outcome = run("echo out; echo first >&2; echo second >&2; exit 7");

        assertThat(output).hasToString("out\n");
        assertThat(outcome.exitCode()).hasValue(7);
        assertThat(outcome.errors()).containsExactly("first", "second");
        assertThat(outcome.ended(7)).isTrue();
        assertThat(outcome.ended(0)).isFalse();
    }

    @Test
    void run_argumentsThatAShellWouldObey_arriveAsTheyAre() {
        run("printf '%s|' \"$@\"", "$(touch x)", ";", "a b", "*", "'");

        assertThat(output).hasToString("$(touch x)|;|a b|*|'|");
    }

    @Test
    void run_environmentOfOurs_isNotHandedOn() {
        run("env | sort; cat");

        assertThat(output.toString().lines())
                .allMatch(line -> line.matches("(LC_ALL=C|PATH=/usr/sbin:.*|PWD=/|OLDPWD=.*|SHLVL=.*|_=.*)"));
    }

    @Test
    void run_programThatIsMissing_isAProblem() {
        Outcome outcome = new Command(List.of("/nowhere/postqueue"), Duration.ofSeconds(5)).run(in -> {});

        assertThat(outcome.exitCode()).isEmpty();
        assertThat(outcome.describe()).startsWith("/nowhere/postqueue cannot be started: ");
    }

    @Test
    void run_programThatHangs_isKilledWithItsChildren() throws Exception {
        Path pid = directory.resolve("pid");
        Outcome outcome = command("sleep 300 & echo $! > " + pid + "; wait", Duration.ofMillis(700))
                .run(in -> {});

        assertThat(outcome.problem()).isEqualTo("did not end within 700 ms");
        assertThat(outcome.ended(0)).isFalse();
        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(child)
                .ifPresent(left -> left.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void run_programThatIgnoresTheRequestToEnd_isKilled() {
        Outcome outcome = command("trap '' TERM; while :; do sleep 0.05; done", Duration.ofMillis(300))
                .run(in -> {});

        assertThat(outcome.problem()).isEqualTo("did not end within 300 ms");
    }

    @Test
    void run_outputDripsSlowly_endsAtTheLimit() {
        Outcome outcome = command("while :; do printf x; sleep 0.05; done", Duration.ofMillis(400))
                .run(in -> in.readAllBytes());

        assertThat(outcome.problem()).isEqualTo("did not end within 400 ms");
    }

    @Test
    void run_childThatKeepsTheOutputOpen_isNotWaitedForBeyondTheLimit() {
        long before = System.nanoTime();
        Outcome outcome = command("sleep 20 & echo all; exit 0", Duration.ofMillis(500))
                .run(in -> output.append(new OutputLines(in).next()));

        // The JDK closes the pipe when the program ends, unless a read is under way.
        assertThat(outcome.problem()).isIn("", "did not end within 500 ms");
        assertThat(output).hasToString("all");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void run_endlessOutput_endsAtTheLimitOfSize() {
        Outcome outcome = drained("exec cat /dev/zero");

        assertThat(outcome.problem()).isEqualTo("wrote more than 104857600 bytes");
    }

    private Outcome drained(String script) {
        return command(script, Duration.ofSeconds(20)).run(in -> {});
    }

    @Test
    void run_endlessErrors_areCutAndDoNotBlock() {
        Outcome outcome = drained("head -c 10000000 /dev/zero | tr '\\0' e >&2; echo; exit 3");

        assertThat(outcome.exitCode()).hasValue(3);
        assertThat(outcome.errors()).hasSize(1);
        assertThat(outcome.errors().get(0)).hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void run_terminalEscapesInErrors_areMadePrintable() {
        assertThat(drained("printf '\\033[31mred\\007\\n' >&2; exit 1").describe())
                .endsWith("?[31mred?");
    }

    @Test
    void run_readerThatDoesNotUnderstand_isAProblemWithTheExitCode() {
        Outcome outcome = command("echo garbage; exit 0", Duration.ofSeconds(20))
                .run(in -> {
                    throw UnreadableOutputException.line("gar\u001bbage");
                });

        assertThat(outcome.ended(0)).isFalse();
        assertThat(outcome.problem()).isEqualTo("wrote a line that was not understood: gar?bage");
    }

    @Test
    void run_threadInterrupted_killsAndThrows() {
        Command command = command("sleep 300", Duration.ofSeconds(20));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> command.run(in -> in.readAllBytes()))
                .isInstanceOf(AntispamInterruptedException.class)
                .hasMessageStartingWith("interrupted while ");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void next_lineBeyondTheLimit_isRefused() {
        Outcome outcome = command("head -c 70000 /dev/zero | tr '\\0' x; echo", Duration.ofSeconds(20))
                .run(in -> new OutputLines(in).next());

        assertThat(outcome.problem()).isEqualTo("wrote a line of more than 65536 bytes");
    }

    @Test
    void quoted_hostileWord_isOneWordForAShell() throws Exception {
        List<String> words = List.of("plain@example.org", "it's", "$(x)", "", "a b", "-d", "`id`", "\\", "!!");
        run("eval \"printf '%s|' $1\"", ShellWord.joined(words));

        assertThat(output).hasToString(String.join("|", words) + "|");
    }
}
