package io.github.ovhantispam.consumer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an application gets on its class path for the one dependency on the client. */
class ClientClassPathTest {

    private static final double MIB = 1024 * 1024;
    private static final double BUDGET_IN_MIB = 6.2;

    private final List<Path> classPath = ChildJvm.pathOf("clientClassPath");

    @Test
    void size_ofAllJars_isWithinTheBudget() throws IOException {
        long total = 0;
        List<Entry> entries = new ArrayList<>();
        for (Path path : classPath) {
            Entry entry = new Entry(path.getFileName().toString(), size(path));
            entries.add(entry);
            total += entry.bytes();
        }
        entries.sort(Comparator.comparingLong(Entry::bytes).reversed());
        entries.forEach(entry -> System.out.printf("%,10d  %s%n", entry.bytes(), entry.name()));
        System.out.printf("%,10d  in %d jars: %.2f of %.1f MiB%n", total, entries.size(), total / MIB, BUDGET_IN_MIB);

        assertThat(entries).extracting(Entry::name).anyMatch(name -> name.startsWith("okhttp-jvm"));
        assertThat(total / MIB).isLessThanOrEqualTo(BUDGET_IN_MIB);
    }

    /** Maven takes okhttp 4 and okhttp-jvm 5 for two libraries, and okio and okio-jvm too. */
    @Test
    void noClass_isInTwoJars() throws IOException {
        List<Map.Entry<String, Path>> classes = new ArrayList<>();
        for (Path path : classPath) {
            if (Files.isRegularFile(path)) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                            .forEach(name -> classes.add(Map.entry(name, path)));
                }
            }
        }
        Map<String, List<Path>> jars =
                classes.stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));

        assertThat(jars).containsKey("okhttp3/OkHttpClient.class");
        assertThat(jars.values()).allSatisfy(holders -> assertThat(holders).hasSize(1));
    }

    private static long size(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return Files.size(path);
        }
        // One of our own modules, in a build that ends before it is packaged.
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private record Entry(String name, long bytes) {}
}
