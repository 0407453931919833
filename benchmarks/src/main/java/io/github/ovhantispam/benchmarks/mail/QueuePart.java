package io.github.ovhantispam.benchmarks.mail;

import io.github.ovhantispam.benchmarks.program.Jvm;
import io.github.ovhantispam.benchmarks.program.Libraries;
import io.github.ovhantispam.benchmarks.program.Program;
import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Comparison;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A queue of Postfix with many mails, read in a JVM with little memory, beside the command that lists it, with its
 * output in a file. Needs root, Postfix in /usr/sbin, and a queue: it makes one, with a single mail under many names.
 */
public final class QueuePart implements Part {

    private static final int MAILS = 10_000;
    private static final int TIMES = 5;

    private static final String MAIN = """
            compatibility_level = 2
            queue_directory = ROOT/queue
            data_directory = ROOT/data
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = mail.example.org
            mydestination =
            alias_maps =
            alias_database =
            defer_transports = smtp
            default_transport = smtp:[127.0.0.1]:1
            """;
    private static final String MASTER = """
            pickup    unix  n - n 60    1 pickup
            cleanup   unix  n - n -     0 cleanup
            qmgr      unix  n - n 300   1 qmgr
            rewrite   unix  - - n -     - trivial-rewrite
            bounce    unix  - - n -     0 bounce
            defer     unix  - - n -     0 bounce
            trace     unix  - - n -     0 bounce
            showq     unix  n - n -     - showq
            retry     unix  - - n -     - error
            smtp      unix  - - n -     - smtp
            """;

    private static final String REFERENCE = "postqueue -j > file";
    private static final Budget BUDGET = Budget.atMost(1.5);

    private final Path work;

    public QueuePart(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public String figures(int forks) throws Exception {
        Path root = Files.createTempDirectory("benchmark-queue");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            fill(root);
            Jvm jvm = new Jvm(new Libraries(work).ofMail(), "-Xmx32m");
            Comparison comparison = new Comparison(
                    List.of("MailQueue, -Xmx32m", REFERENCE),
                    List.of(
                            new Metric("seconds, the first of a JVM", 3),
                            new Metric("seconds, the least of " + TIMES, 3).within(BUDGET, REFERENCE)));
            comparison.measure(forks, contender -> contender == 0 ? read(jvm, root) : list(root));
            return comparison.tables();
        } finally {
            run("rm", "-rf", root.toString());
        }
    }

    /** Makes a queue, stops Postfix, so that only the reader works, and puts programs there that read it. */
    private static void fill(Path root) throws IOException, InterruptedException {
        for (String directory : List.of("conf", "queue", "data", "bin")) {
            Files.createDirectories(root.resolve(directory));
        }
        run("chown", "postfix", root.resolve("data").toString());
        String conf = root.resolve("conf").toString();
        Files.writeString(root.resolve("conf/main.cf"), MAIN.replace("ROOT", root.toString()));
        Files.writeString(root.resolve("conf/master.cf"), MASTER);
        run("/bin/sh", "-c", "/usr/sbin/postfix -c " + conf + " start >/dev/null 2>&1");
        run("/usr/sbin/sendmail", "-C", conf, "-f", "s@example.org", "u@example.net");
        run(
                "/bin/sh",
                "-c",
                "for i in $(seq 100); do f=$(find " + root
                        + "/queue/deferred -type f); [ -n \"$f\" ] && exit; sleep 0.1;" + " done; exit 1");
        run("/bin/sh", "-c", "/usr/sbin/postfix -c " + conf + " stop >/dev/null 2>&1");
        Path mail;
        try (var files = Files.walk(root.resolve("queue/deferred"))) {
            mail = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        // The first character of a queue id names the directory.
        String name = String.valueOf(mail.getFileName());
        for (int i = 1; i < MAILS; i++) {
            String id = String.format(Locale.ROOT, "%s%010X", name.substring(0, 1), i);
            Files.createLink(mail.resolveSibling(id), mail);
        }
        program(root, "postmulti", "echo '- - y " + conf + "'");
        program(root, "postconf", "exec /usr/sbin/postconf \"$@\"");
        program(root, "postqueue", "exec /usr/sbin/postqueue \"$@\"");
    }

    private static void program(Path root, String name, String script) throws IOException {
        Path file = Files.writeString(root.resolve("bin").resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static double[] read(Jvm jvm, Path root) throws IOException {
        List<String> arguments = List.of(root.resolve("bin").toString(), String.valueOf(MAILS), String.valueOf(TIMES));
        try (Program program = new Program(jvm, QueueProgram.class, Map.of(), arguments)) {
            double first = program.number();
            double least = first;
            for (int i = 1; i < TIMES; i++) {
                least = Math.min(least, program.number());
            }
            return new double[] {first, least};
        }
    }

    private static double[] list(Path root) throws IOException, InterruptedException {
        double first = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            run("/bin/sh", "-c", "/usr/sbin/postqueue -c " + root + "/conf -j > " + root + "/list");
            double seconds = (System.nanoTime() - before) / 1e9;
            first = i == 0 ? seconds : first;
            least = Math.min(least, seconds);
        }
        return new double[] {first, least};
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
    }
}
