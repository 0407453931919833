package io.github.ovhantispam.benchmarks;

import java.util.Map;

/** The ways to make a signed call that are compared. */
enum Way {
    CLIENT("this client"),
    OKHTTP("OkHttp + Jackson"),
    JDK("java.net.http + Jackson"),
    OVH_JAVA_SDK("ovh-java-sdk-core");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    /** The name of it in a table. */
    String title() {
        return title;
    }

    /**
     * Another one, as new as it can be in this JVM. No method references: to link one loads its class, and what is on
     * the class path of a start is no more than one way needs.
     */
    SignedCall make(Map<String, String> environment) throws Exception {
        return switch (this) {
            case CLIENT -> new AntispamClientCall(environment);
            case OKHTTP -> new OkHttpCall(environment);
            case JDK -> new JdkHttpCall(environment);
            case OVH_JAVA_SDK -> new OvhJavaSdkCall(environment);
        };
    }
}
