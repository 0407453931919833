package io.github.ovhantispam.benchmarks.program;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The class path of a program: jars only, as its user would have them, also of what Maven has just compiled. */
public final class ClassPath {

    private final List<Path> elements;

    private ClassPath(List<Path> elements) {
        this.elements = List.copyOf(elements);
    }

    /** All that this program has. */
    public static ClassPath own() {
        return new ClassPath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList());
    }

    /**
     * Some of it, in the order given.
     *
     * @param artifacts the names of jars without their versions, or of modules
     * @param work where to pack jars of the modules
     */
    public ClassPath of(List<String> artifacts, Path work) throws IOException {
        List<Path> chosen = new ArrayList<>();
        for (String artifact : artifacts) {
            List<Path> found =
                    elements.stream().filter(element -> isOf(element, artifact)).toList();
            if (found.size() != 1) {
                throw new IllegalStateException("not one " + artifact + " in the class path: " + found);
            }
            Path element = found.get(0);
            chosen.add(Files.isDirectory(element) ? packed(element, work.resolve(artifact + ".jar")) : element);
        }
        return new ClassPath(chosen);
    }

    private static boolean isOf(Path element, String artifact) {
        return Files.isDirectory(element)
                ? element.endsWith(Path.of(artifact, "target", "classes"))
                : element.getFileName().toString().matches(artifact + "-[0-9][^-]*(-SNAPSHOT)?\\.jar");
    }

    private static Path packed(Path directory, Path jar) throws IOException {
        if (Files.notExists(jar)) {
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out);
                    Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    entries.putNextEntry(
                            new ZipEntry(directory.relativize(file).toString().replace(File.separatorChar, '/')));
                    Files.copy(file, entries);
                }
            }
        }
        return jar;
    }

    /** Returns its size in bytes. */
    public long size() throws IOException {
        long size = 0;
        for (Path element : elements) {
            size += Files.size(element);
        }
        return size;
    }

    /** Its jars. */
    public List<Path> elements() {
        return elements;
    }

    @Override
    public String toString() {
        return elements.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
