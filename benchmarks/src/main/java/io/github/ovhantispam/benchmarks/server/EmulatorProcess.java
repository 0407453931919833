package io.github.ovhantispam.benchmarks.server;

import io.github.ovhantispam.benchmarks.program.ClassPath;
import io.github.ovhantispam.benchmarks.program.Jvm;
import io.github.ovhantispam.benchmarks.program.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An {@link EmulatorProgram}, seen from outside. */
public final class EmulatorProcess implements AutoCloseable {

    /** The vendor guide's block. */
    public static final String BLOCK = "122.122.122.121/28";

    /** The address in it that is blocked. */
    public static final String IP_SPAMMING = "122.122.122.122";

    private final Program program;
    private final int addresses;
    private final Map<String, String> environment;

    private EmulatorProcess(int addresses, Object... arguments) throws IOException {
        this.addresses = addresses;
        List<String> texts = Stream.of(arguments).map(String::valueOf).toList();
        program = new Program(new Jvm(ClassPath.own()), EmulatorProgram.class, Map.of(), texts);
        environment = program.environment();
    }

    /** With the vendor guide's example. */
    public static EmulatorProcess withGuide() throws IOException {
        return new EmulatorProcess(1, 0, 0, 0);
    }

    /** The same over TLS. */
    public static EmulatorProcess withGuide(TrustStore trust) throws IOException {
        return new EmulatorProcess(1, 0, 0, 0, trust.file());
    }

    /** With a number of blocks, an address in a hundred of them blocked, whose answers take a while. */
    public static EmulatorProcess withBlocks(int blocks, Duration delay) throws IOException {
        return new EmulatorProcess(blocks / 100, blocks, blocks / 100, delay.toMillis());
    }

    /** With a number of blocks and of addresses that are blocked for an hour or longer. */
    public static EmulatorProcess withBlocked(int blocks, int addresses) throws IOException {
        return new EmulatorProcess(addresses, blocks, addresses, 0);
    }

    /** Returns the settings of a client that calls it. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Returns the number of addresses that have sent spam. */
    public int addresses() {
        return addresses;
    }

    /** Returns the number of requests since the last call of this. */
    public double requests() throws IOException {
        program.nudge();
        return program.number();
    }

    @Override
    public void close() {
        program.close();
    }
}
