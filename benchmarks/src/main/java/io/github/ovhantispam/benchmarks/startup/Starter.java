package io.github.ovhantispam.benchmarks.startup;

import io.github.ovhantispam.benchmarks.program.Jvm;
import java.util.List;

/**
 * A program whose start is measured.
 *
 * @param title what it is called in a table
 * @param jvm with the class path it needs
 * @param arguments what it is to do
 */
record Starter(String title, Jvm jvm, List<String> arguments) {}
