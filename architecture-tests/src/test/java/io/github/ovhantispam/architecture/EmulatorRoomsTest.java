package io.github.ovhantispam.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.ovhantispam.architecture.PublishedModules.CLASSES;
import static io.github.ovhantispam.architecture.PublishedModules.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of the emulator: a room uses only rooms on lower floors, and no two rooms use each other. */
class EmulatorRoomsTest {

    private static final String EMULATOR = ROOT + "emulator";
    private static final String INTERNAL = EMULATOR + ".internal.";

    /** From the ground up; rooms on one floor do not use each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("limit", "text"),
            List.of("json", "http", "account"),
            List.of("error", "server"),
            List.of("auth", "fault", "journal"),
            List.of("routing"),
            List.of("lists"),
            List.of("routes"),
            List.of("api"),
            List.of("control", "standalone"));

    /** The types of the root package that say what a test and the emulator speak of. */
    private static final Set<String> SHARED = Set.of(
            "AlertLanguage",
            "Operation",
            "ErrorFormat",
            "Transition",
            "EmulatedRequest",
            "EmulatorClock",
            "JournalEntry");

    private static final int LARGEST_ROOM = 20;

    @Test
    void rooms_ofTheEmulator_areFreeOfCycles() {
        slices().matching(INTERNAL + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("a newcomer can then read any room knowing only those below it")
                .check(CLASSES);
    }

    @Test
    void rooms_ofTheEmulator_useLowerFloorsOnly() {
        LayeredArchitecture floors =
                layeredArchitecture().consideringOnlyDependenciesInAnyPackage(EMULATOR + ".internal..");
        for (List<String> floor : FLOORS) {
            for (String room : floor) {
                floors = floors.layer(room).definedBy(INTERNAL + room);
            }
        }
        for (int i = 0; i < FLOORS.size(); i++) {
            String[] above = FLOORS.subList(i + 1, FLOORS.size()).stream()
                    .flatMap(List::stream)
                    .toArray(String[]::new);
            for (String room : FLOORS.get(i)) {
                floors = above.length == 0
                        ? floors.whereLayer(room).mayNotBeAccessedByAnyLayer()
                        : floors.whereLayer(room).mayOnlyBeAccessedByLayers(above);
            }
        }
        floors.check(CLASSES);
    }

    @Test
    void rooms_ofTheEmulator_areAllOnAFloorAndSmall() {
        Map<String, Long> sizes = CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith(INTERNAL) && type.isTopLevelClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName().substring(INTERNAL.length()),
                        TreeMap::new,
                        Collectors.counting()));

        assertThat(FLOORS.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(sizes.keySet());
        assertThat(sizes).allSatisfy((room, size) -> assertThat(size).as(room).isLessThanOrEqualTo(LARGEST_ROOM));
    }

    @Test
    void rooms_butTheTwoOnTop_seeOnlyWhatATestAndTheEmulatorSpeakOf() {
        DescribedPredicate<JavaClass> otherRootTypes = describe(
                "are root types other than " + SHARED,
                type -> type.getPackageName().equals(EMULATOR)
                        && !SHARED.contains(outermost(type).getSimpleName()));

        noClasses()
                .that(resideInAPackage(EMULATOR + ".internal.."))
                .and()
                .resideOutsideOfPackages(INTERNAL + "control", INTERNAL + "standalone")
                .should()
                .dependOnClassesThat(otherRootTypes)
                .because("the emulator is made of its rooms, and not the other way round")
                .check(CLASSES);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(EmulatorRoomsTest::outermost).orElse(type);
    }
}
