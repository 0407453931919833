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
 * The systemd journal, through {@code journalctl}, without a shell. The mail facility is asked for, so a unit may have
 * any name.
 */
public final class JournalCommand implements LogSource {

    private static final Duration MOST_SILENCE = Duration.ofSeconds(30);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'");

    private final List<String> program;
    private final Optional<Instant> from;
    private final Optional<Instant> to;
    private final InstantSource clock;

    /**
     * Nothing is run yet.
     *
     * @param program the program and its first arguments
     * @param from the first time of interest, if there is one
     * @param to the last time of interest, if there is one
     */
    public JournalCommand(List<String> program, Optional<Instant> from, Optional<Instant> to, InstantSource clock) {
        this.program = List.copyOf(program);
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
        command.addAll(List.of("--no-pager", "--quiet", "--output=short-iso", "--facility=mail"));
        from.ifPresent(time -> command.add("--since=" + TIME.format(time.atOffset(ZoneOffset.UTC))));
        to.ifPresent(time -> command.add("--until=" + TIME.format(time.atOffset(ZoneOffset.UTC))));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("SYSTEMD_COLORS", "0");
        builder.redirectInput(Path.of("/dev/null").toFile());
        return new Output(builder.start(), command.get(0));
    }

    /** The output of the program, whose end is judged by its exit code. */
    private static final class Output extends FilterInputStream {

        private static final int MOST_COMPLAINTS = 4_096;

        private final Process process;
        private final String name;
        private final Complaints complaints;

        Output(Process process, String name) {
            super(process.getInputStream());
            this.process = process;
            this.name = name;
            complaints = new Complaints(process.getErrorStream());
            complaints.start();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read < 0) {
                judge();
            }
            return read;
        }

        private void judge() throws IOException {
            try {
                if (!process.waitFor(MOST_SILENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException(name + " does not end");
                }
                complaints.join(MOST_SILENCE.toMillis());
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
