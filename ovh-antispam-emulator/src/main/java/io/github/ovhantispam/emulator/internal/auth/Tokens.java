package io.github.ovhantispam.emulator.internal.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Service accounts (OAuth2 client credentials) and the access tokens they were given. */
public final class Tokens {

    private final InstantSource clock;
    private final KeyMaker keys = new KeyMaker();
    private final Map<String, String> clients = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /**
     * Makes an empty register.
     *
     * @param clock what time it is
     */
    public Tokens(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Registers a service account.
     *
     * @return its client id, whose secret {@link #secret} knows
     */
    public String newClient() {
        String id = "EU." + keys.next(16).toLowerCase(Locale.ROOT);
        clients.put(id, keys.next(32));
        return id;
    }

    /**
     * The secret of a service account.
     *
     * @param clientId its client id
     * @return empty when it is unknown
     */
    public Optional<String> secret(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    /**
     * Gives an access token.
     *
     * @param clientId whose it is
     * @param lifetime how long it is valid
     * @return the token
     */
    public String issue(String clientId, Duration lifetime) {
        String token = keys.next(64);
        tokens.put(token, new Token(clientId, clock.instant().plus(lifetime)));
        return token;
    }

    /** The client id behind a token that is valid now. */
    Optional<String> clientOf(String token) {
        Token known = tokens.get(token);
        return known == null || !clock.instant().isBefore(known.expiry())
                ? Optional.empty()
                : Optional.of(known.clientId());
    }

    /** Makes every token invalid at once, as a server that forgets its sessions would. */
    public void revokeAll() {
        tokens.clear();
    }

    private record Token(String clientId, Instant expiry) {}
}
