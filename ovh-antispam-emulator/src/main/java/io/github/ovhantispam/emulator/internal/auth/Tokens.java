package io.github.ovhantispam.emulator.internal.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Service accounts (OAuth2 client credentials) and the access tokens they were given, of which the latest 10,000 are
 * known. Thread-safe.
 */
public final class Tokens {

    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final KeyMaker keys = new KeyMaker();
    private final Map<String, String> clients = new ConcurrentHashMap<>();
    private final Map<String, String> lasting = new ConcurrentHashMap<>();
    private final Map<String, Token> issued = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Token> eldest) {
            return size() > MOST;
        }
    };

    /** Makes an empty register. */
    public Tokens(InstantSource clock) {
        this.clock = clock;
    }

    /** Registers a service account and returns its client id, whose secret {@link #secret} knows. */
    public String newClient() {
        String id = "EU." + keys.next(16).toLowerCase(Locale.ROOT);
        clients.put(id, keys.next(32));
        return id;
    }

    /** Returns the secret of a service account. */
    public Optional<String> secret(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    /** Gives an access token that ends only when all are revoked. */
    public String issueLasting(String clientId) {
        String token = keys.next(64);
        lasting.put(token, clientId);
        return token;
    }

    /** Gives an access token. */
    public String issue(String clientId, Duration lifetime) {
        String token = keys.next(64);
        Token known = new Token(clientId, clock.instant().plus(lifetime));
        synchronized (issued) {
            issued.put(token, known);
        }
        return token;
    }

    /** Returns the client id behind a token that is valid now. */
    public Optional<String> clientOf(String token) {
        String client = lasting.get(token);
        if (client != null) {
            return Optional.of(client);
        }
        Token known;
        synchronized (issued) {
            known = issued.get(token);
        }
        return known == null || !clock.instant().isBefore(known.expiry())
                ? Optional.empty()
                : Optional.of(known.clientId());
    }

    /** Makes every token invalid at once, as a server that forgets its sessions would. */
    public void revokeAll() {
        lasting.clear();
        synchronized (issued) {
            issued.clear();
        }
    }

    private record Token(String clientId, Instant expiry) {}
}
