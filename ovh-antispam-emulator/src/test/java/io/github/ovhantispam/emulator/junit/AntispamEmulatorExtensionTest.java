package io.github.ovhantispam.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Seed;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

class AntispamEmulatorExtensionTest {

    private static void get(AntispamEmulator emulator, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) emulator.endpoint().resolve(path).toURL().openConnection();
        assertThat(connection.getResponseCode()).isPositive();
        connection.disconnect();
    }

    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class AsAStaticField {

        @RegisterExtension
        static final AntispamEmulatorExtension OVH =
                AntispamEmulatorExtension.create(AntispamEmulator.builder().seed(Seed.guide()));

        @Test
        @Order(1)
        void firstTest_changesWhatItLikes() throws IOException {
            OVH.ipBlock("10.0.0.0/28");
            OVH.clock().advance(Duration.ofDays(1));
            OVH.faults().onEveryRequest().status(500);
            get(OVH.emulator(), "/1.0/auth/time");
            assertThat(OVH.journal().count()).isEqualTo(1);
        }

        @Test
        @Order(2)
        void secondTest_findsItAsItWas() {
            assertThat(OVH.journal().count()).isZero();
            assertThat(OVH.clock().instant()).isEqualTo("2022-08-29T17:40:41Z");
            assertThat(OVH.environment())
                    .containsEntry("OVH_ENDPOINT", OVH.endpoint().toString());
        }

        @Nested
        class Within {

            @Test
            void nestedTest_sharesTheEmulator() {
                assertThat(OVH.emulator().journal().count()).isZero();
            }
        }
    }

    @Nested
    class AsAnInstanceField {

        @RegisterExtension
        final AntispamEmulatorExtension ovh = AntispamEmulatorExtension.create();

        @Test
        void test_hasAnEmulator() throws IOException {
            ovh.seed(Seed.guide());
            get(ovh.emulator(), "/1.0/auth/time");
            assertThat(ovh.journal().count()).isEqualTo(1);
        }
    }

    @Nested
    @ExtendWith(AntispamEmulatorExtension.class)
    class AsAParameter {

        private AntispamEmulator before;

        @BeforeEach
        void remember(AntispamEmulator emulator) {
            before = emulator;
        }

        @Test
        void test_isGivenTheSameOne(AntispamEmulator emulator) throws IOException {
            assertThat(emulator).isSameAs(before);
            get(emulator, "/1.0/auth/time");
            assertThat(emulator.journal().count()).isEqualTo(1);
        }
    }

    /** Run by the test below only: surefire does not look for classes of this name. */
    static class Careless {

        @RegisterExtension
        static final AntispamEmulatorExtension OVH =
                AntispamEmulatorExtension.create().failingOnUnexpectedRequests();

        @Test
        void asksForWhatIsNotThere() throws IOException {
            get(OVH.emulator(), "/1.0/nothing");
        }

        @Test
        void asksForTheTime() throws IOException {
            get(OVH.emulator(), "/1.0/auth/time");
        }
    }

    @Test
    void failingOnUnexpectedRequests_failsTheTestThatMadeOne() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Careless.class))
                .execute()
                .testEvents()
                .assertStatistics(
                        statistics -> statistics.started(2).succeeded(1).failed(1));
    }
}
