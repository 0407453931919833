package io.github.ovhantispam.benchmarks.startup;

import io.github.ovhantispam.benchmarks.report.Comparison;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The start-up of the command line's jar, with and without an archive of its classes. */
public final class CliPart implements Part {

    private static final List<String> VERSION = List.of("--version");
    private static final List<String> SHOW = List.of("show", "122.122.122.122", "--emulator");
    private static final String WITHOUT = "as it comes";

    private final Path work;

    /**
     * Nothing is measured yet.
     *
     * @param work where to put the archive
     */
    public CliPart(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "cli";
    }

    @Override
    public String figures(int forks) throws Exception {
        Path jar = jar();
        Path archive = work.resolve("cli.jsa");
        millis(List.of("-XX:ArchiveClassesAtExit=" + archive), jar, SHOW);
        List<String> faster = List.of("-XX:SharedArchiveFile=" + archive, "-XX:TieredStopAtLevel=1");
        return new Comparison(
                        List.of("with an archive", WITHOUT),
                        List.of(new Metric("--version, ms", 0), new Metric("show IP --emulator, ms", 0)))
                .measure(forks, contender -> {
                    List<String> options = contender == 0 ? faster : List.of();
                    return new double[] {millis(options, jar, VERSION), millis(options, jar, SHOW)};
                })
                .tables();
    }

    /** The jar that the module of the command line packages. */
    private static Path jar() throws IOException {
        Path target = Path.of(System.getProperty("benchmarks.document"))
                .toAbsolutePath()
                .resolve("../../ovh-antispam-cli/target")
                .normalize();
        try (var files = Files.newDirectoryStream(target, "*-standalone.jar")) {
            for (Path file : files) {
                return file;
            }
        }
        throw new IOException("no jar in " + target + ": package ovh-antispam-cli first");
    }

    private static double millis(List<String> options, Path jar, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return (System.nanoTime() - before) / 1e6;
    }
}
