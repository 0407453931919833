package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void close_afterRequests_leavesNoThreadBehind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        AntispamEmulator emulator = AntispamEmulator.start();
        try (TestCaller caller = TestCaller.of(emulator)) {
            caller.get("/ip");
        }
        emulator.close();
        emulator.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .filteredOn(thread -> thread.getName().startsWith("MockWebServer"))
                .allSatisfy(thread -> {
                    thread.join(5000); // told to end, it may still be on its last instructions
                    assertThat(thread.isAlive()).isFalse();
                });
    }

    @Test
    void emulators_inOneJvm_knowNothingOfEachOther() {
        List<AntispamEmulator> emulators = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            emulators.add(AntispamEmulator.start());
            emulators.get(i).ipBlock("10.0." + i + ".0/28");
        }
        for (int i = 0; i < 8; i++) {
            try (TestCaller caller = TestCaller.of(emulators.get(i))) {
                assertThat(caller.get("/ip").body()).isEqualTo("[\"10.0." + i + ".0/28\"]");
            }
        }
        Map<String, String> stranger = new HashMap<>(emulators.get(0).environment());
        stranger.put("OVH_ENDPOINT", emulators.get(1).endpoint().toString());
        try (TestCaller caller = new TestCaller(stranger, emulators.get(1).clock())) {
            assertThat(caller.get("/ip").status()).isEqualTo(403);
        }
        emulators.forEach(AntispamEmulator::close);
    }

    @Test
    void reset_afterATest_bringsBackTheStart() {
        try (AntispamEmulator emulator =
                        AntispamEmulator.builder().seed(Seed.guide()).start();
                TestCaller caller = TestCaller.of(emulator)) {
            Instant start = emulator.clock().instant();
            emulator.ipBlock("10.0.0.0/28");
            emulator.clock().advance(Duration.ofDays(1));
            emulator.faults().onEveryRequest().status(500);
            emulator.credential().expired();
            EmulatedCredential other = emulator.newCredential();
            caller.get("/ip");

            emulator.reset();

            assertThat(emulator.clock().instant()).isEqualTo(start);
            assertThat(emulator.journal().entries()).isEmpty();
            assertThat(caller.get("/ip").body()).contains("122.122.122.121/28").doesNotContain("10.0.0.0/28");
            try (TestCaller forgotten = new TestCaller(other.environment(), emulator.clock())) {
                assertThat(forgotten.get("/ip").body()).contains("INVALID_KEY");
            }
        }
    }

    @Test
    void port_inUse_isTold() {
        try (AntispamEmulator first = AntispamEmulator.start()) {
            EmulatorBuilder second =
                    AntispamEmulator.builder().port(first.endpoint().getPort());

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(second::start)
                    .withMessageContaining(String.valueOf(first.endpoint().getPort()));
        }
    }

    @Test
    void port_afterClose_isFreeAgain() throws IOException {
        AntispamEmulator first = AntispamEmulator.start();
        int port = first.endpoint().getPort();
        first.close();

        try (AntispamEmulator second = AntispamEmulator.builder().port(port).start();
                RawConnection connection = new RawConnection(second.endpoint())) {
            assertThat(connection
                            .send("GET /1.0/auth/time HTTP/1.1\r\nHost: x\r\n\r\n")
                            .receive()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void builder_withAnUnfitValue_refusesIt() {
        EmulatorBuilder builder = AntispamEmulator.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.tooEarlyStatus(500));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.largestPage(0));
    }

    @Test
    void journal_afterRequests_countsAndVerifies() {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                TestCaller caller = TestCaller.of(emulator)) {
            caller.get("/ip");
            caller.get("/ip");
            caller.get("/nothing");

            assertThat(emulator.journal().count()).isEqualTo(3);
            assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(2);
            assertThat(emulator.journal().entries(Operation.LIST_BLOCKS))
                    .extracting(JournalEntry::attempt)
                    .containsExactly(1, 2);
            emulator.journal().verify(Operation.LIST_BLOCKS, 2);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> emulator.journal().verify(Operation.UNBLOCK, 1))
                    .withMessageContaining("GET /1.0/ip -> 200");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> emulator.journal().assertNoUnexpectedRequests())
                    .withMessageContaining("GET /1.0/nothing -> 404");
        }
    }
}
