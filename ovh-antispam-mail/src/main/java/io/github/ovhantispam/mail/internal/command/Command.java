package io.github.ovhantispam.mail.internal.command;

import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command that is run without a shell, with nothing to read and an environment of its own, and limited in time and
 * output. It is killed, with its descendants, when a limit is exceeded or the thread is interrupted.
 */
public final class Command {

    private static final long LARGEST_OUTPUT = 100L * 1024 * 1024;
    private static final long MILLIS_TO_TERMINATE = 500;

    private final List<String> words;
    private final Duration limit;

    /**
     * Creates a command.
     *
     * @param words the absolute path of the program, and its arguments
     * @param limit the time that it may take
     */
    public Command(List<String> words, Duration limit) {
        this.words = List.copyOf(words);
        this.limit = limit;
    }

    /**
     * Runs the command.
     *
     * @param reader of its standard output; what it leaves is read to the end
     * @return the end of it, which is never an exception
     * @throws AntispamInterruptedException when the thread is interrupted
     */
    public Outcome run(OutputReader reader) {
        Process process;
        try {
            process = builder().start();
        } catch (IOException e) {
            return outcome(OptionalInt.empty(), List.of(), "cannot be started: " + reason(e));
        }
        Deadline deadline = new Deadline(limit);
        ErrorOutput errors = new ErrorOutput(process.getErrorStream());
        OptionalInt exitCode = OptionalInt.empty();
        String problem = "";
        try (PipedOutput output = new PipedOutput(process.getInputStream(), deadline, LARGEST_OUTPUT)) {
            try {
                reader.read(output);
                readToEnd(output);
            } catch (UnreadableOutputException e) {
                problem = reason(e);
                // The exit code and the standard error say why, if it ends soon: a refusal is text, too.
                deadline = new Deadline(Duration.ofMillis(MILLIS_TO_TERMINATE));
            }
            if (process.waitFor(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
                exitCode = OptionalInt.of(process.exitValue());
            }
            if ((exitCode.isEmpty() || !errors.awaitEnd(deadline)) && problem.isEmpty()) {
                problem = reason(deadline.passed());
            }
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted();
            }
            problem = "cannot be read: " + reason(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } finally {
            kill(process);
        }
        return outcome(exitCode, errors.lines(), problem);
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(new File("/"))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        // Variables such as MAIL_CONFIG would have another queue read than the one that is reported.
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        return builder;
    }

    private static void readToEnd(InputStream output) throws IOException {
        byte[] buffer = new byte[8192];
        while (output.read(buffer) >= 0) {
            // Only the end counts.
        }
    }

    private static void kill(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (process.waitFor(MILLIS_TO_TERMINATE, TimeUnit.MILLISECONDS)
                    && all.stream().noneMatch(ProcessHandle::isAlive)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private AntispamInterruptedException interrupted() {
        return new AntispamInterruptedException("interrupted while " + this + " was running", null, false);
    }

    private Outcome outcome(OptionalInt exitCode, List<String> errors, String problem) {
        return new Outcome(toString(), exitCode, errors, problem);
    }

    private static String reason(IOException e) {
        return PrintableText.of(String.valueOf(e.getMessage()));
    }

    /** Returns the command as one would type it, printable. */
    @Override
    public String toString() {
        return PrintableText.of(ShellWord.joined(words));
    }
}
