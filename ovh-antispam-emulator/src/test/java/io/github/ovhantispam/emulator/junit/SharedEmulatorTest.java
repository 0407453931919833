package io.github.ovhantispam.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

/** An emulator that outlives a class. */
class SharedEmulatorTest {

    private static final List<AntispamEmulator> SEEN = new CopyOnWriteArrayList<>();
    private static final List<Instant> STARTS = new CopyOnWriteArrayList<>();
    private static final EmulatorBuilder BUILDER = AntispamEmulator.builder();

    @Test
    void shared_byTwoClasses_isOneEmulator_resetBetweenThem_andClosedInTheEnd() {
        SEEN.clear();
        STARTS.clear();

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(First.class), selectClass(Second.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(2).failed(0));

        assertThat(SEEN).hasSize(2);
        assertThat(SEEN.get(0)).isSameAs(SEEN.get(1));
        assertThat(STARTS.get(0)).as("reset in between").isEqualTo(STARTS.get(1));
        HttpURLConnection[] connection = new HttpURLConnection[1];
        assertThatIOException().isThrownBy(() -> {
            connection[0] = (HttpURLConnection) SEEN.get(0).endpoint().toURL().openConnection();
            connection[0].getResponseCode();
        });
    }

    @Test
    void shared_withABuilder_isAnotherEmulatorThanWithoutOne() {
        SEEN.clear();
        STARTS.clear();

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(First.class), selectClass(OfABuilder.class), selectClass(OfThatBuilder.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(3).failed(0));

        assertThat(SEEN).hasSize(3);
        assertThat(SEEN.get(1)).isNotSameAs(SEEN.get(0)).isSameAs(SEEN.get(2));
    }

    static class First {

        @RegisterExtension
        static final AntispamEmulatorExtension OVH =
                AntispamEmulatorExtension.create().shared();

        @Test
        void test_meetsAnEmptyEmulator() {
            meet(OVH);
        }
    }

    static class Second {

        @RegisterExtension
        static final AntispamEmulatorExtension OVH =
                AntispamEmulatorExtension.create().failingOnUnexpectedRequests().shared();

        @Test
        void test_meetsAnEmptyEmulator() {
            meet(OVH);
        }
    }

    static class OfABuilder {

        @RegisterExtension
        static final AntispamEmulatorExtension OVH =
                AntispamEmulatorExtension.create(BUILDER).shared();

        @Test
        void test_meetsAnEmptyEmulator() {
            meet(OVH);
        }
    }

    static class OfThatBuilder {

        @RegisterExtension
        static final AntispamEmulatorExtension OVH =
                AntispamEmulatorExtension.create(BUILDER).shared();

        @Test
        void test_meetsAnEmptyEmulator() {
            meet(OVH);
        }
    }

    private static void meet(AntispamEmulatorExtension ovh) {
        STARTS.add(ovh.clock().instant());
        ovh.clock().advance(Duration.ofDays(1));
        SEEN.add(ovh.emulator());
    }
}
