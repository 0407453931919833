package io.github.ovhantispam.mail.internal.log.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The systemd journal, through {@code journalctl}, without a shell. The mail facility is asked for by its field, so a
 * unit may have any name and systemd any version.
 */
public final class JournalCommand implements LogSource {

    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'");

    private final List<String> program;
    private final Optional<Instant> from;
    private final Optional<Instant> to;
    private final Duration mostSilence;
    private final InstantSource clock;

    /**
     * Nothing is run yet.
     *
     * @param program the program and its first arguments
     * @param mostSilence how long it may write nothing, at the beginning or later, before it is given up
     * @param from the first time of interest, if there is one
     * @param to the last time of interest, if there is one
     */
    public JournalCommand(
            List<String> program,
            Duration mostSilence,
            Optional<Instant> from,
            Optional<Instant> to,
            InstantSource clock) {
        this.program = List.copyOf(program);
        this.mostSilence = mostSilence;
        this.from = from;
        this.to = to;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "the journal (" + program.get(0) + ")";
    }

    @Override
    public Instant end() {
        return clock.instant();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream open() throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("--no-pager", "--quiet", "--output=short-iso", "SYSLOG_FACILITY=2"));
        from.ifPresent(time -> command.add("--since=" + TIME.format(time.atOffset(ZoneOffset.UTC))));
        to.ifPresent(time -> command.add("--until=" + TIME.format(time.atOffset(ZoneOffset.UTC))));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("SYSTEMD_COLORS", "0");
        builder.redirectInput(Path.of("/dev/null").toFile());
        return new Output(builder.start(), command.get(0), mostSilence);
    }

    /** The output of the program, whose end is judged by its exit code. */
    private static final class Output extends FilterInputStream {

        private static final int MOST_COMPLAINTS = 4_096;

        private static final long PAUSE_MILLIS = 10;

        private final Process process;
        private final String name;
        private final Duration mostSilence;
        private final Complaints complaints;

        Output(Process process, String name, Duration mostSilence) {
            super(process.getInputStream());
            this.process = process;
            this.name = name;
            this.mostSilence = mostSilence;
            complaints = new Complaints(process.getErrorStream());
            complaints.start();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = awaitOutput() ? in.read(bytes, offset, length) : -1;
            if (read < 0) {
                judge();
            }
            return read;
        }

        /** Waits for output or the end; a read of a pipe has no limit of its own. */
        private boolean awaitOutput() throws IOException {
            long start = System.nanoTime();
            boolean running = process.isAlive();
            while (in.available() == 0) {
                if (!running) {
                    return false; // all that it wrote before it ended would be there
                }
                if (System.nanoTime() - start > mostSilence.toNanos()) {
                    throw new IOException(name + " wrote nothing for " + mostSilence.toSeconds() + " s");
                }
                try {
                    running = !process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", e);
                }
            }
            return true;
        }

        private void judge() throws IOException {
            try {
                if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException(name + " does not end");
                }
                complaints.join(TO_END.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            if (process.exitValue() != 0) {
                throw new IOException(name + " ended with " + process.exitValue() + ": " + complaints.firstLine());
            }
        }

        @Override
        public void close() throws IOException {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            super.close();
        }

        /** The messages of the program on its other stream, which must be read so that it does not block. */
        private static final class Complaints extends Thread {

            private final InputStream stream;
            private final StringBuilder text = new StringBuilder();

            Complaints(InputStream stream) {
                super("journal-errors");
                setDaemon(true);
                this.stream = stream;
            }

            @Override
            public void run() {
                byte[] some = new byte[1_024];
                try {
                    for (int read = stream.read(some); read >= 0; read = stream.read(some)) {
                        add(new String(some, 0, read, StandardCharsets.UTF_8));
                    }
                } catch (IOException e) {
                    add("(its complaints cannot be read: " + e.getMessage() + ")");
                }
            }

            private synchronized void add(String more) {
                if (text.length() < MOST_COMPLAINTS) {
                    text.append(more);
                }
            }

            synchronized String firstLine() {
                return text.toString().lines().findFirst().orElse("no reason given");
            }
        }
    }
}
