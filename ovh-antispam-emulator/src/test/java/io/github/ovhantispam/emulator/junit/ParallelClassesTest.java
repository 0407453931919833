package io.github.ovhantispam.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.ovhantispam.emulator.JournalEntry;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Two classes that JUnit runs at the same time, each with an emulator of its own. */
class ParallelClassesTest {

    private static final int TESTS = 3;

    /** Holds each test up until the other class is at the same point: in turns, it would never be passed. */
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    private static final Set<URI> ENDPOINTS = ConcurrentHashMap.newKeySet();

    @Test
    void classesInParallel_eachWithAStaticExtension_shareNothing() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Left.class), selectClass(Right.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.started(2 * TESTS).succeeded(2 * TESTS));

        assertThat(ENDPOINTS).hasSize(2);
    }

    private static void useAlone(AntispamEmulatorExtension ovh, String own, String others, Duration advance)
            throws Exception {
        meet();
        ENDPOINTS.add(ovh.endpoint());
        Instant start = ovh.clock().instant();
        ovh.ipBlock(own);
        ovh.faults().onEveryRequest().status(500);
        ovh.clock().advance(advance);
        get(ovh, own);
        meet();
        assertThat(ovh.journal().entries()).extracting(JournalEntry::target).containsExactly("/1.0/" + own);
        assertThat(ovh.clock().instant()).isEqualTo(start.plus(advance));
        assertThat(ovh.environment().get("OVH_ENDPOINT"))
                .isEqualTo(ovh.endpoint().toString());
        meet();
        ovh.faults().clear();
        ovh.journal().clear();
        meet();
        get(ovh, others);
        assertThat(ovh.journal().count()).isEqualTo(1);
    }

    private static void meet() throws Exception {
        BOTH.await(30, TimeUnit.SECONDS);
    }

    private static void get(AntispamEmulatorExtension ovh, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(ovh.endpoint() + "/" + path).toURL().openConnection();
        assertThat(connection.getResponseCode()).isPositive();
        connection.disconnect();
    }

    /** Run by the test above only: surefire does not look for classes of this name. */
    static class Left {

        @RegisterExtension
        static final AntispamEmulatorExtension OVH = AntispamEmulatorExtension.create();

        @RepeatedTest(TESTS)
        void usesItsEmulator() throws Exception {
            useAlone(OVH, "10.0.0.0/28", "10.0.1.0/28", Duration.ofHours(1));
        }
    }

    /** The other one. */
    static class Right {

        @RegisterExtension
        static final AntispamEmulatorExtension OVH = AntispamEmulatorExtension.create();

        @RepeatedTest(TESTS)
        void usesItsEmulator() throws Exception {
            useAlone(OVH, "10.0.1.0/28", "10.0.0.0/28", Duration.ofHours(2));
        }
    }
}
