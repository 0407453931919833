package io.github.ovhantispam.architecture;

import static io.github.ovhantispam.architecture.PublishedModules.ROOT;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rooms of the command line: a room uses only rooms on lower floors, and no two rooms use each other. */
class CliRoomsTest {

    private static final Rooms ROOMS = new Rooms(
            new ClassFileImporter().importPackages(ROOT + "cli"),
            ROOT + "cli",
            List.of(
                    List.of("failure", "output"),
                    List.of("report", "terminal", "watch"),
                    List.of("account", "keys", "report.page"),
                    List.of("command.options"),
                    List.of("command.account", "command.mail", "command.proof"),
                    List.of("command.release"),
                    List.of("command"),
                    List.of(Rooms.ROOT)));

    @Test
    void rooms_ofTheCommandLine_areFreeOfCycles() {
        ROOMS.checkFreeOfCycles();
    }

    @Test
    void rooms_ofTheCommandLine_useLowerFloorsOnly() {
        ROOMS.checkFloors();
    }

    @Test
    void rooms_ofTheCommandLine_areAllOnAFloorAndSmall() {
        ROOMS.checkSizes();
    }
}
