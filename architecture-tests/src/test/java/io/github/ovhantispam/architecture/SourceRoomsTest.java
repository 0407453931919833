package io.github.ovhantispam.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rooms of the modules that no application compiles against, or that have a room or two: their packages, as their
 * sources have it. No two use each other, by whichever way round, and none is so large that it should be two.
 */
class SourceRoomsTest {

    private static final int LARGEST_ROOM = 20;

    private static final Pattern IMPORT = Pattern.compile(
            "^import (?:static )?(io\\.github\\.ovhantispam(?:\\.[a-z][a-z0-9]*)*)\\.", Pattern.MULTILINE);

    // The benchmarks are one room of fifty classes; they belong here once they are several.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ovh-antispam-model",
                "ovh-antispam-cli",
                "ovh-antispam-micrometer",
                "ovh-antispam-jdbc",
                "ovh-antispam-spring-boot-starter",
                "examples"
            })
    void rooms_ofAModule_areSmallAndFreeOfCycles(String module) throws IOException {
        Path sources = Path.of("..", module, "src", "main", "java");

        try (Stream<Path> files = Files.walk(sources)) {
            Map<String, List<Path>> rooms = files.filter(SourceRoomsTest::isAClass)
                    .collect(groupingBy(file -> room(sources.relativize(file)), TreeMap::new, toList()));

            assertThat(rooms).isNotEmpty();
            assertThat(rooms)
                    .allSatisfy((room, classes) -> assertThat(classes).as(room).hasSizeLessThanOrEqualTo(LARGEST_ROOM));
            assertThat(rooms.keySet()).noneMatch(room -> reaches(room, room, uses(rooms)));
        }
    }

    @Test
    void cycle_byWayOfAThirdRoom_isFound() {
        Map<String, Set<String>> uses =
                Map.of("top", Set.of("a"), "a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a", "ground"));

        assertThat(uses.keySet())
                .filteredOn(room -> reaches(room, room, uses))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    private static boolean isAClass(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java") && !name.equals("module-info.java");
    }

    private static String room(Path file) {
        return file.getParent().toString().replace(file.getFileSystem().getSeparator(), ".");
    }

    private static Map<String, Set<String>> uses(Map<String, List<Path>> rooms) {
        Map<String, Set<String>> uses = new TreeMap<>();
        rooms.forEach((room, classes) -> uses.put(
                room,
                classes.stream()
                        .flatMap(file -> IMPORT.matcher(read(file)).results())
                        .map(found -> found.group(1))
                        .filter(used -> !used.equals(room))
                        .collect(toCollection(TreeSet::new))));
        return uses;
    }

    /** Returns true when one room uses another, be it by way of others. */
    private static boolean reaches(String from, String to, Map<String, Set<String>> uses) {
        Set<String> reached = new TreeSet<>();
        Set<String> next = uses.getOrDefault(from, Set.of());
        while (reached.addAll(next)) {
            next = reached.stream()
                    .flatMap(room -> uses.getOrDefault(room, Set.of()).stream())
                    .collect(toCollection(TreeSet::new));
        }
        return reached.contains(to);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
