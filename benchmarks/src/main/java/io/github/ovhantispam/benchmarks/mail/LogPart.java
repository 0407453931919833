package io.github.ovhantispam.benchmarks.mail;

import io.github.ovhantispam.benchmarks.program.Jvm;
import io.github.ovhantispam.benchmarks.program.Libraries;
import io.github.ovhantispam.benchmarks.program.Program;
import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Comparison;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Part;
import io.github.ovhantispam.benchmarks.report.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The time to trace mails through a gigabyte of log, beside a search for their lines by grep. */
public final class LogPart implements Part {

    private static final long GIGABYTE = 1_000_000_000;
    private static final int ROUNDS = 5;
    private static final String TRACE = "trace";
    private static final String SEARCH = "grep";

    private final Path work;

    /**
     * Nothing is measured yet.
     *
     * @param work where to put the log, in a file system with room for 1.5 GB
     */
    public LogPart(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "log";
    }

    /** One question: how many Message-IDs, in which file, and what was decided before. */
    private record Question(String title, int ids, boolean iso, boolean packed, Budget budget) {}

    @Override
    public String figures(int forks) throws Exception {
        int rounds = Math.min(forks, ROUNDS);
        Jvm jvm = new Jvm(new Libraries(work).ofMail());
        StringBuilder figures = new StringBuilder();
        for (Question question : List.of(
                new Question("1 Message-ID", 1, false, false, Budget.NONE),
                new Question("10 Message-IDs", 10, false, false, Budget.atMost(1)),
                new Question("10,000 Message-IDs", 10_000, false, false, Budget.atMost(0.25)),
                new Question("10 Message-IDs, ISO timestamps", 10, true, false, Budget.atMost(1)),
                new Question("10 Message-IDs, gzip", 10, false, true, Budget.atMost(1)))) {
            figures.append(question.title())
                    .append(":\n\n")
                    .append(compared(question, jvm, rounds))
                    .append('\n');
        }
        return figures + "\n" + heap();
    }

    private String compared(Question question, Jvm jvm, int rounds) throws Exception {
        Path plain = log(question.iso());
        Path ids = ids(question.ids(), question.iso());
        Path log = question.packed() ? packed(plain) : plain;
        List<String> arguments = List.of(ids.toString(), log.toString());
        Comparison comparison = new Comparison(
                List.of(TRACE, SEARCH),
                List.of(new Metric("start to end, s", 2).within(question.budget(), SEARCH), new Metric("GB/s", 2)));
        run(jvm, arguments, question.ids());
        return comparison
                .measure(rounds, contender -> {
                    double seconds = contender == 0 ? run(jvm, arguments, question.ids()) : search(ids, log, question);
                    return new double[] {seconds, Files.size(plain) / 1e9 / seconds};
                })
                .tables();
    }

    private double run(Jvm jvm, List<String> arguments, int ids) throws IOException {
        long before = System.nanoTime();
        try (Program program = new Program(jvm, LogProgram.class, Map.of(), arguments)) {
            double found = program.number();
            double whole = program.number();
            double seconds = (System.nanoTime() - before) / 1e9;
            if (found != ids || whole != ids) {
                throw new IOException("of " + ids + " mails, found " + found + ", and whole " + whole);
            }
            return seconds;
        }
    }

    /** To a file: where nobody reads what it writes, grep ends at the first line. */
    private double search(Path ids, Path log, Question question) throws IOException, InterruptedException {
        List<ProcessBuilder> commands = new ArrayList<>();
        if (question.packed()) {
            commands.add(new ProcessBuilder("zcat", log.toString()));
            commands.add(new ProcessBuilder("grep", "-F", "-f", ids.toString()));
        } else {
            commands.add(new ProcessBuilder("grep", "-F", "-f", ids.toString(), log.toString()));
        }
        commands.forEach(command -> command.environment().put("LC_ALL", "C"));
        commands.get(commands.size() - 1)
                .redirectOutput(work.resolve("grep.out").toFile());
        long before = System.nanoTime();
        for (Process process : ProcessBuilder.startPipeline(commands)) {
            if (process.waitFor() != 0) {
                throw new IOException("grep or zcat failed");
            }
        }
        return (System.nanoTime() - before) / 1e9;
    }

    /** In a heap of 64 MB: a file of one gigabyte, and ten made up on the way. */
    private String heap() throws IOException {
        Jvm small = new Jvm(new Libraries(work).ofMail(), "-Xmx64m");
        Table table = new Table("10,000 Message-IDs with -Xmx64m", List.of("seconds"));
        Path many = ids(10_000, false);
        table.row(
                "1 GB, a file",
                List.of(seconds(run(small, List.of(many.toString(), log(false).toString()), 10_000))));
        table.row(
                "10 GB, a stream",
                List.of(seconds(run(small, List.of(many.toString(), Long.toString(10 * GIGABYTE)), 10_000))));
        return table.toString();
    }

    private static String seconds(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    private Path log(boolean iso) throws IOException {
        Path log = work.resolve(iso ? "iso.log" : "mail.log");
        if (Files.notExists(log)) {
            try (GeneratedLog lines = new GeneratedLog(GIGABYTE, iso)) {
                Files.copy(lines, log);
            }
        }
        return log;
    }

    private Path packed(Path log) throws IOException {
        Path packed = work.resolve(log.getFileName() + ".gz");
        if (Files.notExists(packed)) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
                Files.copy(log, out);
            }
        }
        return packed;
    }

    /** Message-IDs from the whole length of the log, but for its last mails, which have not left when it ends. */
    private Path ids(int count, boolean iso) throws IOException {
        long messages = iso ? 600_000 : 700_000;
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(GeneratedLog.messageId(messages * i / count + 17));
        }
        return Files.write(work.resolve("ids-" + count + (iso ? "-iso" : "")), ids);
    }
}
