package io.github.ovhantispam.benchmarks.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The libraries of each way, beside the program itself. */
public final class Libraries {

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
    public Libraries(Path work) {
        this.work = work;
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The client and all that comes with it. */
    public ClassPath ofClient() throws IOException {
        return of(CLIENT, List.of(MODEL));
    }

    /** The programs and the client. */
    public ClassPath ofPrograms() throws IOException {
        return ofPrograms(CLIENT);
    }

    /** The programs, the mail module and the client. */
    public ClassPath ofMail() throws IOException {
        return of(CLIENT, List.of(MODEL, "ovh-antispam-mail", "benchmarks"));
    }

    /** The programs, OkHttp and Jackson. */
    public ClassPath ofOkHttp() throws IOException {
        return ofPrograms(OKHTTP);
    }

    /** The programs and Jackson. */
    public ClassPath ofJackson() throws IOException {
        return ofPrograms(JACKSON);
    }

    /** The programs and the other client of the API. */
    public ClassPath ofOvhJavaSdk() throws IOException {
        return ofPrograms(joined(List.of("ovh-java-sdk-core", "jsoup", "slf4j-api"), JACKSON));
    }

    private ClassPath ofPrograms(List<String> libraries) throws IOException {
        return of(libraries, List.of(MODEL, "benchmarks"));
    }

    private ClassPath of(List<String> libraries, List<String> others) throws IOException {
        return ClassPath.own().of(joined(libraries, others), work);
    }
}
