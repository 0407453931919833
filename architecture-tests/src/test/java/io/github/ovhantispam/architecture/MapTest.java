package io.github.ovhantispam.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts of docs/map.md that a test can keep true: the rooms, what they hold and use, and the names of classes. */
class MapTest {

    private static final Path PAGE = Path.of("..", "docs", "map.md");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]\\w+)`");

    @Test
    void rooms_onThePage_areThoseOfTheClient() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();

        assertThat(rows).containsExactlyElementsOf(rows());
    }

    /** Returns the table as it has to be, with the top floor first. */
    private static List<String> rows() {
        Rooms rooms = ClientRoomsTest.ROOMS;
        List<String> rows = new ArrayList<>();
        for (int floor = rooms.floors().size() - 1; floor >= 0; floor--) {
            for (String room : rooms.floors().get(floor)) {
                String holds = rooms.classes().get(room).stream()
                        .map(name -> '`' + name + '`')
                        .collect(joining(", "));
                String uses = String.join(", ", rooms.uses().get(room));
                rows.add(("| " + (floor + 1) + " | " + room + " | " + holds + " | " + uses).strip() + " |");
            }
        }
        return rows;
    }

    @Test
    void classes_namedOnThePage_exist() throws IOException {
        Collection<String> named = CLASS_NAME
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(sources());
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of(".."), 20, (file, attributes) -> file.toString().endsWith(".java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
