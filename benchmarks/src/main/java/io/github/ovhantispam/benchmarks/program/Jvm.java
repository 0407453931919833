package io.github.ovhantispam.benchmarks.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs this, to start programs with. */
public final class Jvm {

    private final ClassPath classPath;
    private final List<String> options;

    public Jvm(ClassPath classPath, String... options) {
        this.classPath = classPath;
        this.options = List.of(options);
    }

    /** The same with another option. */
    public Jvm with(String option) {
        List<String> all = new ArrayList<>(options);
        all.add(option);
        return new Jvm(classPath, all.toArray(String[]::new));
    }

    /** A program to be started; what it says on its error stream is said here. */
    public ProcessBuilder builder(Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dslf4j.internal.verbosity=ERROR");
        command.add("-classpath");
        command.add(classPath.toString());
        command.add(program.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
