package io.github.ovhantispam.emulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same promises, of a real account: {@code OVH_*} variables and {@code -Dlive}. With {@code -Dlive.write} as well,
 * an address that is blocked is asked to be released, which the vendor punishes if mail still leaves it.
 */
@EnabledIfSystemProperty(named = "live", matches = ".*")
@EnabledIfEnvironmentVariable(named = "OVH_CONSUMER_KEY", matches = ".+")
class LiveContractTest extends AntispamContract {

    private static final Map<String, String> ENDPOINTS = Map.of(
            "ovh-eu", "https://eu.api.ovh.com/1.0",
            "ovh-ca", "https://ca.api.ovh.com/1.0",
            "ovh-us", "https://api.us.ovhcloud.com/1.0");

    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private TestCaller caller;

    @BeforeEach
    void start() {
        environment.merge("OVH_ENDPOINT", "ovh-eu", (set, usual) -> set);
        environment.computeIfPresent("OVH_ENDPOINT", (name, set) -> ENDPOINTS.getOrDefault(set, set));
        caller = new TestCaller(environment, Instant::now);
    }

    @AfterEach
    void stop() {
        caller.close();
    }

    @Override
    Map<String, String> environment() {
        return environment;
    }

    @Override
    Instant now() {
        return Instant.now();
    }

    @Override
    TestCaller caller() {
        return caller;
    }

    @Override
    boolean mayWrite() {
        return System.getProperty("live.write") != null;
    }
}
