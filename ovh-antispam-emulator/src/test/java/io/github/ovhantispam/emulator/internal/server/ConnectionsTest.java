package io.github.ovhantispam.emulator.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private final List<Throwable> failures = new ArrayList<>();
    private final Connections connections = new Connections(Optional.empty(), failures::add);

    @Test
    void listener_thatEndsByItself_isReported() throws IOException {
        connections.createServerSocket().close();

        assertThat(failures).singleElement().asString().contains("listener of the emulator has ended");
    }

    @Test
    void listener_thatIsClosedOnPurpose_isNot() throws IOException {
        connections.closing();
        connections.createServerSocket().close();

        assertThat(failures).isEmpty();
    }
}
