package io.github.ovhantispam.benchmarks;

import io.github.ovhantispam.benchmarks.call.SignedCallPart;
import io.github.ovhantispam.benchmarks.emulator.EmulatorPart;
import io.github.ovhantispam.benchmarks.emulator.JournalPart;
import io.github.ovhantispam.benchmarks.mail.LogPart;
import io.github.ovhantispam.benchmarks.mail.QueuePart;
import io.github.ovhantispam.benchmarks.release.ReleasesPart;
import io.github.ovhantispam.benchmarks.report.Document;
import io.github.ovhantispam.benchmarks.report.Machine;
import io.github.ovhantispam.benchmarks.report.Part;
import io.github.ovhantispam.benchmarks.startup.ArchivedStartUpPart;
import io.github.ovhantispam.benchmarks.startup.ClassPathPart;
import io.github.ovhantispam.benchmarks.startup.CliPart;
import io.github.ovhantispam.benchmarks.startup.StartUpPart;
import io.github.ovhantispam.benchmarks.sweep.GrowthPart;
import io.github.ovhantispam.benchmarks.sweep.ProtocolPart;
import io.github.ovhantispam.benchmarks.sweep.SweepPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures everything, or some parts of it, and writes the figures into the document. */
public final class Benchmarks {

    private static final int FORKS = 10;
    private static final String FEWER = "--forks=";

    private final List<Part> parts;
    private final Document document;

    private Benchmarks(Path work, Path document) {
        this.parts = List.of(
                new EmulatorPart(),
                new JournalPart(),
                new ClassPathPart(work),
                new SignedCallPart(),
                new StartUpPart(work, false),
                new StartUpPart(work, true),
                new ArchivedStartUpPart(work),
                new SweepPart(work),
                new ProtocolPart(work),
                new GrowthPart(work),
                new ReleasesPart(work),
                new QueuePart(work),
                new LogPart(work),
                new CliPart(work));
        this.document = new Document(document);
    }

    /**
     * Measures.
     *
     * @param arguments the names of parts, or none for all of them; and {@code --forks=1} to see whether it works: then
     *     the document is left alone
     */
    public static void main(String... arguments) throws Exception {
        List<String> names = new ArrayList<>();
        int forks = FORKS;
        for (String argument : arguments) {
            if (argument.startsWith(FEWER)) {
                forks = Integer.parseInt(argument.substring(FEWER.length()));
            } else {
                names.add(argument);
            }
        }
        Path work = Files.createTempDirectory("benchmarks");
        try {
            new Benchmarks(work, Path.of(System.getProperty("benchmarks.document"))).run(names, forks);
        } finally {
            delete(work);
        }
    }

    private void run(List<String> names, int forks) throws Exception {
        for (String name : names) {
            if (parts.stream().noneMatch(part -> part.name().equals(name))) {
                throw new IllegalArgumentException("no part " + name + "; there are "
                        + parts.stream().map(Part::name).collect(Collectors.joining(", ")));
            }
        }
        for (Part part : parts) {
            if (names.isEmpty() || names.contains(part.name())) {
                System.out.println(part.name());
                String figures = new Machine() + "; median (least to greatest):\n\n" + part.figures(forks) + '\n';
                System.out.println('\n' + figures);
                if (forks >= FORKS) {
                    document.put(part.name(), figures);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
