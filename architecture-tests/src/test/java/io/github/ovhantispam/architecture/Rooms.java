package io.github.ovhantispam.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.ovhantispam.architecture.PublishedModules.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rooms of a module: its internal packages, each on a floor. A room uses only rooms on lower floors, and no two use
 * each other.
 *
 * @param types the classes to look at
 * @param internal the package that has the rooms in it
 * @param floors from the ground up
 */
record Rooms(JavaClasses types, String internal, List<List<String>> floors) {

    /** Describes the rooms of a published module. */
    Rooms(String internal, List<List<String>> floors) {
        this(CLASSES, internal, floors);
    }

    /** The name of the room that is the package itself. */
    static final String ROOT = "root";

    private static final int LARGEST_ROOM = 20;

    void checkFreeOfCycles() {
        slices().matching(internal + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a newcomer can then read any room knowing only those below it")
                .check(types);
    }

    void checkFloors() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(internal + "..");
        for (String room : rooms()) {
            layers = layers.layer(room).definedBy(room.equals(ROOT) ? internal : internal + '.' + room);
        }
        for (int i = 0; i < floors.size(); i++) {
            String[] above = floors.subList(i + 1, floors.size()).stream()
                    .flatMap(List::stream)
                    .toArray(String[]::new);
            for (String room : floors.get(i)) {
                layers = above.length == 0
                        ? layers.whereLayer(room).mayNotBeAccessedByAnyLayer()
                        : layers.whereLayer(room).mayOnlyBeAccessedByLayers(above);
            }
        }
        layers.check(types);
    }

    /** Checks that each room that exists is on a floor, and that none is so large that it should be two. */
    void checkSizes() {
        Map<String, Set<String>> classes = classes();

        assertThat(rooms()).containsExactlyInAnyOrderElementsOf(classes.keySet());
        assertThat(classes)
                .allSatisfy((room, names) -> assertThat(names).as(room).hasSizeLessThanOrEqualTo(LARGEST_ROOM));
    }

    Collection<String> rooms() {
        return floors.stream().flatMap(List::stream).toList();
    }

    /** Returns the names of the top-level classes of each room. */
    Map<String, Set<String>> classes() {
        return types.stream()
                .filter(this::isInside)
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        this::room,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getSimpleName, Collectors.toCollection(TreeSet::new))));
    }

    /** Returns the rooms that the classes of each room depend on. */
    Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : types) {
            if (isInside(type)) {
                Set<String> used = uses.computeIfAbsent(room(type), name -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(this::isInside)
                        .map(this::room)
                        .filter(target -> !target.equals(room(type)))
                        .forEach(used::add);
            }
        }
        return uses;
    }

    private boolean isInside(JavaClass type) {
        return (type.getPackageName() + '.').startsWith(internal + '.');
    }

    private String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(internal) ? ROOT : name.substring(internal.length() + 1);
    }
}
