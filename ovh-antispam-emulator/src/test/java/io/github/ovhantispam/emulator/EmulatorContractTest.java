package io.github.ovhantispam.emulator;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class EmulatorContractTest extends AntispamContract {

    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().seed(Seed.guide()).start();
        caller = TestCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    @Override
    Map<String, String> environment() {
        return emulator.environment();
    }

    @Override
    Instant now() {
        return emulator.clock().instant();
    }

    @Override
    TestCaller caller() {
        return caller;
    }

    @Override
    boolean mayWrite() {
        return true;
    }
}
