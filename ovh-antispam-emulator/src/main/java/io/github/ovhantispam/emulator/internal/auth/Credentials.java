package io.github.ovhantispam.emulator.internal.auth;

import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.limit.DateRange;
import io.github.ovhantispam.emulator.internal.limit.HeapShare;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/**
 * The applications and consumer keys that are known. Those that were asked for over HTTP take a bounded part of the
 * memory: the oldest that nobody has validated is forgotten for a new one. Thread-safe.
 */
public final class Credentials {

    /** Every call there is: what both known helpers for a whole API ask for, a star alone covering all paths. */
    public static final List<AccessRule> EVERYTHING = List.of(
            new AccessRule("GET", "*"),
            new AccessRule("POST", "*"),
            new AccessRule("PUT", "*"),
            new AccessRule("DELETE", "*"));

    private static final long MOST_BYTES = HeapShare.of(32, 1 << 20, 16 << 20);

    private final InstantSource clock;
    private final KeyMaker keys = new KeyMaker();
    private final Map<String, Application> applications = new HashMap<>();
    private final Map<String, Credential> credentials = new HashMap<>();
    private final Map<String, Requested> requested = new LinkedHashMap<>();
    private long requestedBytes;
    private long lastId = 1000;

    /** Makes an empty register. */
    public Credentials(InstantSource clock) {
        this.clock = clock;
    }

    /** Registers a new application, with a key and a secret of its own. */
    public synchronized Application newApplication() {
        Application application = new Application(++lastId, keys.next(16), keys.next(32));
        applications.put(application.key(), application);
        return application;
    }

    /** Makes a validated consumer key for a test, which may call everything. */
    public synchronized Credential newCredential(Application application) {
        Credential credential = make(application, CredentialScope.of(EVERYTHING));
        credential.state(CredentialState.VALIDATED);
        credentials.put(credential.consumerKey(), credential);
        return credential;
    }

    private Credential make(Application application, CredentialScope scope) {
        return new Credential(
                ++lastId,
                application,
                keys.next(32),
                DateRange.nearest(clock.instant()),
                scope.rules(),
                scope.allowedIps());
    }

    /**
     * Makes a consumer key that somebody has asked for and nobody has agreed to yet.
     *
     * @throws ApiException when there is no room left that could be taken from one that nobody has validated
     */
    public synchronized Map.Entry<String, Credential> request(Application application, CredentialScope scope) {
        Credential credential = make(application, scope);
        Requested added = new Requested(credential, scope.bytes());
        forgetUnvalidated(MOST_BYTES - added.bytes());
        if (requestedBytes + added.bytes() > MOST_BYTES) {
            throw ApiException.badRequest("There are too many credentials with too many rules, reset the emulator");
        }
        String seed = credential.id() + credential.consumerKey();
        String token =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        requested.put(token, added);
        requestedBytes += added.bytes();
        credentials.put(credential.consumerKey(), credential);
        return Map.entry(token, credential);
    }

    private void forgetUnvalidated(long target) {
        if (requestedBytes <= target) {
            return;
        }
        Queue<String> unvalidated = new ArrayDeque<>();
        requested.forEach((token, known) -> {
            if (known.credential().state(clock.instant()) != CredentialState.VALIDATED) {
                unvalidated.add(token);
            }
        });
        while (requestedBytes > target && !unvalidated.isEmpty()) {
            Requested forgotten = Objects.requireNonNull(requested.remove(unvalidated.remove()));
            requestedBytes -= forgotten.bytes();
            credentials.remove(forgotten.credential().consumerKey());
        }
    }

    /** Validates a consumer key, as its owner does on the validation page. */
    public synchronized boolean validate(String token) {
        Requested waiting = requested.get(token);
        if (waiting == null || waiting.credential().state(clock.instant()) != CredentialState.PENDING_VALIDATION) {
            return false;
        }
        waiting.credential().state(CredentialState.VALIDATED);
        return true;
    }

    public synchronized Optional<Application> application(String key) {
        return Optional.ofNullable(applications.get(key));
    }

    public synchronized Optional<Credential> credential(Application application, String consumerKey) {
        return Optional.ofNullable(credentials.get(consumerKey))
                .filter(credential -> credential.application().equals(application));
    }

    /** Forgets all but one credential and its application. */
    public synchronized void forgetAllBut(Credential kept) {
        applications.values().removeIf(application -> !application.equals(kept.application()));
        credentials.values().removeIf(credential -> credential != kept);
        requested.clear();
        requestedBytes = 0;
    }

    private record Requested(Credential credential, long bytes) {}
}
