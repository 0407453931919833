package io.github.ovhantispam.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.ovhantispam.architecture.PublishedModules.CLASSES;
import static io.github.ovhantispam.architecture.PublishedModules.MAIL;
import static io.github.ovhantispam.architecture.PublishedModules.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "org.xbill.., internal.dns, internal.dns",
        "org.apache.james.jspf.., internal.dns, internal.dns",
        "org.apache.james.mime4j.., internal.mime, internal.mime",
        "org.jsoup.., internal.alert, internal.audit"
    })
    void library_ofTheMailSide_isKnownToItsRoomsOnly(String library, String room, String other) {
        classes()
                .that(resideOutsideOfPackages(MAIL + "." + room, MAIL + "." + other))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(library))
                .because("a library that is replaced must not be replaced everywhere")
                .check(CLASSES);
        assertThat(CLASSES.that(resideInAnyPackage(MAIL + "." + room, MAIL + "." + other)).stream()
                        .flatMap(user -> user.getDirectDependenciesFromSelf().stream()))
                .anyMatch(dependency -> resideInAPackage(library).test(dependency.getTargetClass()));
    }

    @Test
    void signer_ofTheTests_isKnownToNoPublishedClass() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.james.jdkim.."))
                .because("it signs the mails of the tests, and verifies nothing here")
                .check(CLASSES);
    }
}
