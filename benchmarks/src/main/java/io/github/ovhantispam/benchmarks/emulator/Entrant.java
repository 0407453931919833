package io.github.ovhantispam.benchmarks.emulator;

import java.util.function.Supplier;

/**
 * One of those that are compared.
 *
 * @param name what it is called in the report
 * @param starter starts another one of it
 */
record Entrant(String name, Supplier<Contender> starter) {}
