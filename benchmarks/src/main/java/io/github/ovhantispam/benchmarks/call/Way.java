package io.github.ovhantispam.benchmarks.call;

import io.github.ovhantispam.benchmarks.program.ClassPath;
import io.github.ovhantispam.benchmarks.program.Libraries;
import java.io.IOException;
import java.util.Map;

/** The ways to make a signed call that are compared. */
public enum Way {
    CLIENT("this client"),
    OKHTTP("OkHttp + Jackson"),
    JDK("java.net.http + Jackson"),
    OVH_JAVA_SDK("ovh-java-sdk-core");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    /** The name of it in a table. */
    public String title() {
        return title;
    }

    /**
     * Another one, as new as it can be in this JVM. No method references: to link one loads its class, and what is on
     * the class path of a start is no more than one way needs.
     */
    public SignedCall make(Map<String, String> environment) throws Exception {
        return switch (this) {
            case CLIENT -> new AntispamClientCall(environment);
            case OKHTTP -> new OkHttpCall(environment);
            case JDK -> new JdkHttpCall(environment);
            case OVH_JAVA_SDK -> new OvhJavaSdkCall(environment);
        };
    }

    /** Returns the class path of a program that asks in this way. */
    public ClassPath classPath(Libraries libraries) throws IOException {
        return switch (this) {
            case CLIENT -> libraries.ofPrograms();
            case OKHTTP -> libraries.ofOkHttp();
            case JDK -> libraries.ofJackson();
            case OVH_JAVA_SDK -> libraries.ofOvhJavaSdk();
        };
    }
}
