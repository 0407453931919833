package io.github.ovhantispam.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.ovhantispam.architecture.PublishedModules.CLASSES;
import static io.github.ovhantispam.architecture.PublishedModules.MAIL;
import static io.github.ovhantispam.architecture.PublishedModules.ROOT;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rooms of the mail side: a room uses only rooms on lower floors, and no two rooms use each other. */
class MailRoomsTest {

    private static final Rooms ROOMS = new Rooms(
            MAIL + ".internal",
            List.of(
                    List.of("command", "dns", "log.line", "log.mta", "mime"),
                    List.of("alert", "dkim", "feedback", "log.scan", "log.source", "queue"),
                    List.of("audit", "log.trace", "report", "service"),
                    List.of("log")));

    @Test
    void rooms_ofTheMailSide_areFreeOfCycles() {
        ROOMS.checkFreeOfCycles();
    }

    @Test
    void rooms_ofTheMailSide_useLowerFloorsOnly() {
        ROOMS.checkFloors();
    }

    @Test
    void rooms_ofTheMailSide_areAllOnAFloorAndSmall() {
        ROOMS.checkSizes();
    }

    @Test
    void client_knowsNothingOfTheMailSide() {
        noClasses()
                .that(resideInAPackage(ROOT + "client..")
                        .or(resideInAPackage(ROOT + "model.."))
                        .or(resideInAPackage(ROOT + "emulator..")))
                .should()
                .dependOnClassesThat(resideInAPackage(MAIL + ".."))
                .because("most applications need no mail libraries")
                .check(CLASSES);
    }
}
