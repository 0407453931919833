package io.github.ovhantispam.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.ovhantispam.architecture.PublishedModules.CLASSES;
import static io.github.ovhantispam.architecture.PublishedModules.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rooms of the emulator: a room uses only rooms on lower floors, and no two rooms use each other. */
class EmulatorRoomsTest {

    private static final String EMULATOR = ROOT + "emulator";
    private static final String INTERNAL = EMULATOR + ".internal.";

    private static final Rooms ROOMS = new Rooms(
            EMULATOR + ".internal",
            List.of(
                    List.of("limit", "text"),
                    List.of("json", "http", "account"),
                    List.of("error", "server"),
                    List.of("auth", "fault", "journal"),
                    List.of("routing"),
                    List.of("lists"),
                    List.of("routes"),
                    List.of("api"),
                    List.of("control", "standalone")));

    /** The types of the root package that say what a test and the emulator speak of. */
    private static final Set<String> SHARED = Set.of(
            "AlertLanguage",
            "Operation",
            "ErrorFormat",
            "Transition",
            "EmulatedRequest",
            "EmulatorClock",
            "JournalEntry");

    @Test
    void rooms_ofTheEmulator_areFreeOfCycles() {
        ROOMS.checkFreeOfCycles();
    }

    @Test
    void rooms_ofTheEmulator_useLowerFloorsOnly() {
        ROOMS.checkFloors();
    }

    @Test
    void rooms_ofTheEmulator_areAllOnAFloorAndSmall() {
        ROOMS.checkSizes();
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
