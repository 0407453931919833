package io.github.ovhantispam.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/** A published module, as this build has made it. */
record Artifact(String name) {

    private static final Path ROOT = Path.of(System.getProperty("root"));
    private static final String VERSION = System.getProperty("version");

    static final List<String> JARS = List.of(
            "ovh-antispam-model",
            "ovh-antispam-client",
            "ovh-antispam-mail",
            "ovh-antispam-emulator",
            "ovh-antispam-micrometer",
            "ovh-antispam-jdbc",
            "ovh-antispam-spring-boot-starter",
            "ovh-antispam-cli");

    static List<Artifact> jars() {
        return JARS.stream().map(Artifact::new).toList();
    }

    static Artifact bom() {
        return new Artifact("ovh-antispam-bom");
    }

    Path pom() {
        return target(".flattened-pom.xml");
    }

    Path billOfMaterials() {
        return target(name + "-" + VERSION + "-cyclonedx.json");
    }

    Path sourceDirectory() {
        return ROOT.resolve(name).resolve("src/main/java");
    }

    /**
     * Reads a jar.
     *
     * @param classifier such as {@code -sources}, or empty
     */
    Map<String, byte[]> entries(String classifier) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarFile jar =
                new JarFile(target(name + "-" + VERSION + classifier + ".jar").toFile())) {
            for (var entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (var in = jar.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    private Path target(String file) {
        Path path = ROOT.resolve(name).resolve("target").resolve(file);
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " was not made by this build");
        }
        return path;
    }

    @Override
    public String toString() {
        return name;
    }
}
