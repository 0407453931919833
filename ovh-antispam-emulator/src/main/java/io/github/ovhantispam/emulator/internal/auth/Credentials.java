package io.github.ovhantispam.emulator.internal.auth;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The applications and consumer keys that are known. */
public final class Credentials {

    /** Every call there is: what both known helpers for a whole API ask for, a star alone covering all paths. */
    public static final List<AccessRule> EVERYTHING = List.of(
            new AccessRule("GET", "*"),
            new AccessRule("POST", "*"),
            new AccessRule("PUT", "*"),
            new AccessRule("DELETE", "*"));

    private final InstantSource clock;
    private final KeyMaker keys;
    private final AtomicLong ids = new AtomicLong(1000);
    private final Map<String, Application> applications = new ConcurrentHashMap<>();
    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();

    /**
     * Makes an empty register.
     *
     * @param clock what time it is
     */
    public Credentials(InstantSource clock) {
        this.clock = clock;
        this.keys = new KeyMaker();
    }

    /**
     * Registers a new application.
     *
     * @return the application, with a key and a secret of its own
     */
    public Application newApplication() {
        Application application = new Application(ids.incrementAndGet(), keys.next(16), keys.next(32));
        applications.put(application.key(), application);
        return application;
    }

    /**
     * Makes a consumer key nobody has agreed to yet.
     *
     * @param application whose it is
     * @param rules what it may call
     * @return the credential, pending
     */
    public Credential newCredential(Application application, List<AccessRule> rules) {
        Credential credential =
                new Credential(ids.incrementAndGet(), application, keys.next(32), clock.instant(), rules);
        credentials.put(credential.consumerKey(), credential);
        return credential;
    }

    /**
     * The application with a key.
     *
     * @param key an application key
     * @return empty when it is unknown
     */
    public Optional<Application> application(String key) {
        return Optional.ofNullable(applications.get(key));
    }

    Optional<Credential> credential(Application application, String consumerKey) {
        return Optional.ofNullable(credentials.get(consumerKey))
                .filter(credential -> credential.application().equals(application));
    }

    /**
     * Forgets all but one credential and its application.
     *
     * @param kept the credential to keep
     */
    public void forgetAllBut(Credential kept) {
        applications.values().removeIf(application -> !application.equals(kept.application()));
        credentials.values().removeIf(credential -> credential != kept);
    }
}
