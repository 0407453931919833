package io.github.ovhantispam.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The libraries of each way, beside the program itself. */
final class Libraries {

    private static final String MODEL = "ovh-antispam-model";
    private static final List<String> JACKSON = List.of("jackson-annotations", "jackson-core", "jackson-databind");
    private static final List<String> OKHTTP =
            joined(List.of("okhttp-jvm", "okio-jvm", "kotlin-stdlib", "annotations"), JACKSON);

    /** The jars that Maven resolves for the client's runtime scope. */
    private static final List<String> CLIENT = joined(
            List.of(
                    "ovh-antispam-client",
                    "retrofit",
                    "converter-jackson",
                    "okhttp",
                    "resilience4j-retry",
                    "resilience4j-core",
                    "slf4j-api",
                    "jspecify"),
            OKHTTP);

    private final Path work;

    /**
     * Libraries, none packed yet.
     *
     * @param work where to pack the modules of this project
     */
    Libraries(Path work) {
        this.work = work;
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The client and all that comes with it. */
    ClassPath ofClient() throws IOException {
        return of(CLIENT, List.of(MODEL));
    }

    /** The programs and the client. */
    ClassPath ofPrograms() throws IOException {
        return of(Way.CLIENT);
    }

    /** The programs, the mail module and the client. */
    ClassPath ofMail() throws IOException {
        return of(CLIENT, List.of(MODEL, "ovh-antispam-mail", "benchmarks"));
    }

    /** The program and what it needs to ask in one way. */
    ClassPath of(Way way) throws IOException {
        List<String> libraries = switch (way) {
            case CLIENT -> CLIENT;
            case OKHTTP -> OKHTTP;
            case JDK -> JACKSON;
            case OVH_JAVA_SDK -> joined(List.of("ovh-java-sdk-core", "jsoup", "slf4j-api"), JACKSON);
        };
        return of(libraries, List.of(MODEL, "benchmarks"));
    }

    private ClassPath of(List<String> libraries, List<String> others) throws IOException {
        return ClassPath.own().of(joined(libraries, others), work);
    }
}
