package io.github.ovhantispam.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.AntispamEmulator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The application of the test classes. */
@SpringBootConfiguration
@EnableAutoConfiguration
class SharedContextApplication {

    private static final Set<AntispamEmulator> EMULATORS = ConcurrentHashMap.newKeySet();

    /** All classes must have met the same one. */
    static void noteEmulator(AntispamEmulator emulator) {
        EMULATORS.add(emulator);
        assertThat(EMULATORS).hasSize(1);
    }
}
