package io.github.ovhantispam.architecture;

import static io.github.ovhantispam.architecture.PublishedModules.CLASSES;
import static io.github.ovhantispam.architecture.PublishedModules.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Opens;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rooms of the client: a room uses only rooms on lower floors, and no two rooms use each other. */
class ClientRoomsTest {

    private static final String INTERNAL = ROOT + "client.internal";

    static final Rooms ROOMS = new Rooms(
            INTERNAL,
            List.of(
                    List.of("secret", "time"),
                    List.of("concurrent", "config", "store", "wire"),
                    List.of("http"),
                    List.of("error"),
                    List.of("call"),
                    List.of("auth", "paging", "release"),
                    List.of("resource"),
                    List.of("sweep"),
                    List.of("watch"),
                    List.of(Rooms.ROOT)));

    @Test
    void rooms_ofTheClient_areFreeOfCycles() {
        ROOMS.checkFreeOfCycles();
    }

    @Test
    void rooms_ofTheClient_useLowerFloorsOnly() {
        ROOMS.checkFloors();
    }

    @Test
    void rooms_ofTheClient_areAllOnAFloorAndSmall() {
        ROOMS.checkSizes();
    }

    @Test
    void rooms_ofTheClient_areNullMarked() {
        assertThat(ROOMS.classes().keySet())
                .allSatisfy(room -> assertThat(
                                CLASSES.getPackage(room.equals(Rooms.ROOT) ? INTERNAL : INTERNAL + '.' + room)
                                        .isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .as(room)
                        .isTrue());
    }

    @Test
    void wire_ofTheClient_isAllThatJacksonMayLookInto() {
        ModuleDescriptor client = PublishedModules.DESCRIPTORS.stream()
                .filter(module -> module.name().equals(ROOT + "client"))
                .findFirst()
                .orElseThrow();

        assertThat(client.opens()).extracting(Opens::source).containsExactly(INTERNAL + ".wire");
        assertThat(client.opens()).extracting(Opens::targets).containsExactly(Set.of("com.fasterxml.jackson.databind"));
    }
}
