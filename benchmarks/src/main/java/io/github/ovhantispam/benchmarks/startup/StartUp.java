package io.github.ovhantispam.benchmarks.startup;

import io.github.ovhantispam.benchmarks.program.Program;
import java.io.IOException;
import java.util.Map;

/** One start of a program that asks for one address. */
final class StartUp {

    private StartUp() {}

    /** Starts a program, and returns the milliseconds to its answer, those of its processor time, and its classes. */
    static double[] measured(Starter starter, Map<String, String> environment) throws IOException {
        long before = System.nanoTime();
        try (Program program = new Program(starter.jvm(), StartUpProgram.class, environment, starter.arguments())) {
            String answer = program.line();
            double millis = (System.nanoTime() - before) / 1e6;
            if (!starter.arguments().isEmpty() && !answer.equals("blockedForSpam")) {
                throw new IOException(starter.title() + " answered " + answer);
            }
            return new double[] {millis, program.number() / 1e6, program.number()};
        }
    }

    /** Starts a program, and waits for its end, at which a JVM writes the archive that its options ask for. */
    static void whole(Starter starter, Map<String, String> environment) throws IOException {
        try (Program program = new Program(starter.jvm(), StartUpProgram.class, environment, starter.arguments())) {
            program.rest();
        }
    }
}
