package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.account.Account;
import io.github.ovhantispam.emulator.internal.api.EmulatedApi;
import io.github.ovhantispam.emulator.internal.auth.Authenticator;
import io.github.ovhantispam.emulator.internal.auth.Credential;
import io.github.ovhantispam.emulator.internal.auth.CredentialState;
import io.github.ovhantispam.emulator.internal.auth.Credentials;
import io.github.ovhantispam.emulator.internal.auth.Tokens;
import io.github.ovhantispam.emulator.internal.control.ControlApi;
import io.github.ovhantispam.emulator.internal.control.ControlledEmulator;
import io.github.ovhantispam.emulator.internal.http.HttpHandler;
import io.github.ovhantispam.emulator.internal.limit.DateRange;
import io.github.ovhantispam.emulator.internal.server.HttpServer;
import io.github.ovhantispam.emulator.internal.server.ServerIdentity;
import io.github.ovhantispam.model.IpBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The OVHcloud AntiSpam API in memory, for tests: a real HTTP server on the loopback address that checks signatures,
 * keeps state, responds with the errors of the vendor, and fails on demand.
 *
 * <pre>{@code
 * try (AntispamEmulator emulator = AntispamEmulator.start()) {
 *     emulator.ipBlock("122.122.122.121/28").spamIp("122.122.122.122").blockedFor(Duration.ofHours(1));
 *     // a client made of emulator.environment() and emulator.clock() is refused for an hour
 *     emulator.clock().advance(Duration.ofHours(1));
 *     // and accepted from here on
 * }
 * }</pre>
 *
 * <p>Each emulator is a world of its own; one JVM can hold many. Thread-safe. Close it: until then the threads of its
 * server, which are not daemons, keep the JVM alive.
 */
public final class AntispamEmulator implements AutoCloseable {

    private final EmulatorClock clock;
    private final Account account;
    private final Credentials credentials;
    private final Tokens tokens;
    private final Faults faults;
    private final Journal journal;
    private final List<Seed> seeds;
    private final Optional<ServerIdentity> identity;
    private final HttpServer server;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Consumer<Throwable> onFatal;
    private final URI root;
    private final Credential usualCredential;
    private final String usualClient;
    private final String usualToken;

    AntispamEmulator(EmulatorBuilder builder, EmulatorClock clock) {
        InstantSource authClock = DateRange.within(builder.authClock().orElse(clock));
        this.clock = clock;
        this.account = new Account(builder.accountRules(clock));
        this.credentials = new Credentials(authClock);
        this.tokens = new Tokens(authClock);
        this.faults = new Faults(clock, authClock);
        this.journal = new Journal(clock, builder.journalEntries());
        this.seeds = builder.seeds();
        this.onFatal = builder.onFatal;
        this.usualCredential = credentials.newCredential(credentials.newApplication());
        this.usualClient = tokens.newClient();
        this.usualToken = tokens.issueLasting(usualClient);
        Authenticator authenticator =
                new Authenticator(credentials, tokens, authClock, builder.timestampTolerance, builder.signingBases());
        EmulatedApi.Identities identities = new EmulatedApi.Identities(
                builder.trustedHosts(), credentials, tokens, authenticator, authClock, builder.tokenLifetime);
        EmulatedApi api = new EmulatedApi(builder.apiSettings(), account, identities, faults::pick, journal::add);
        this.identity = builder.speaksTls() ? Optional.of(new ServerIdentity()) : Optional.empty();
        HttpHandler handler =
                builder.hasControlApi() ? new ControlApi(new Controlled(), builder.trustedHosts(), api) : api;
        this.server = new HttpServer(handler, identity.map(ServerIdentity::serverSockets), this::failed);
        this.root = listen(server, builder.host(), builder.port(), identity.isPresent() ? "https" : "http");
        try {
            seeds.forEach(this::seed);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static URI listen(HttpServer server, InetAddress host, int port, String scheme) {
        try {
            server.start(host, port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        InetAddress reachable = host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host;
        String literal = reachable.getHostAddress();
        return URI.create(
                scheme + "://" + (literal.contains(":") ? "[" + literal + "]" : literal) + ":" + server.port());
    }

    /**
     * Starts an empty emulator with every setting at its default.
     *
     * @return the emulator, which listens on a free port of the loopback address; close it
     */
    public static AntispamEmulator start() {
        return builder().start();
    }

    /**
     * Chooses how an emulator behaves before it is started.
     *
     * @return a builder with every setting at its default
     */
    public static EmulatorBuilder builder() {
        return new EmulatorBuilder();
    }

    /**
     * Returns the base of the API, for a client's {@code OVH_ENDPOINT}. The same API is served below {@code /v1}.
     *
     * @return for example {@code http://127.0.0.1:40123/1.0}
     */
    public URI endpoint() {
        return root.resolve("/1.0");
    }

    /**
     * Returns the URL where an OAuth2 client gets its access token; the vendor's token URLs are not part of the API
     * either.
     *
     * @return for example {@code http://127.0.0.1:40123/auth/oauth2/token}
     */
    public URI tokenEndpoint() {
        return root.resolve("/auth/oauth2/token");
    }

    /**
     * Returns the certificates that a client needs in order to trust this emulator.
     *
     * @return for one that was built with {@link EmulatorBuilder#tls}
     * @throws IllegalStateException when it does not speak TLS
     */
    public EmulatorTls tls() {
        return identity.map(EmulatorTls::new)
                .orElseThrow(() -> new IllegalStateException("this emulator was built without tls()"));
    }

    /**
     * Returns the environment of a client that signs its calls with a consumer key that may call everything.
     *
     * @return {@code OVH_ENDPOINT}, {@code OVH_APPLICATION_KEY}, {@code OVH_APPLICATION_SECRET} and
     *     {@code OVH_CONSUMER_KEY}; the same for as long as the emulator lives
     */
    public Map<String, String> environment() {
        return credential().environment();
    }

    /**
     * Returns the environment of a client that uses an OAuth2 service account. The vendor has no variable for the token
     * URL: this library's client finds it by itself, another one needs {@link #tokenEndpoint}.
     *
     * @return {@code OVH_ENDPOINT}, {@code OVH_CLIENT_ID} and {@code OVH_CLIENT_SECRET}
     */
    public Map<String, String> oauth2Environment() {
        return Map.of(
                "OVH_ENDPOINT", endpoint().toString(),
                "OVH_CLIENT_ID", usualClient,
                "OVH_CLIENT_SECRET", tokens.secret(usualClient).orElseThrow());
    }

    /**
     * Returns the environment of a client with an access token.
     *
     * @return {@code OVH_ENDPOINT} and {@code OVH_ACCESS_TOKEN}; the token does not expire by itself
     */
    public Map<String, String> accessTokenEnvironment() {
        return Map.of("OVH_ENDPOINT", endpoint().toString(), "OVH_ACCESS_TOKEN", usualToken);
    }

    /** Makes every access token invalid, the one of {@link #accessTokenEnvironment} included. */
    public void revokeAccessTokens() {
        tokens.revokeAll();
    }

    /**
     * Returns the credential of {@link #environment}.
     *
     * @return always the same one
     */
    public EmulatedCredential credential() {
        return new EmulatedCredential(usualCredential, endpoint());
    }

    /**
     * Makes another credential: a new application and a consumer key of it, validated, that may call everything.
     *
     * @return the credential; {@link #reset} forgets it
     */
    public EmulatedCredential newCredential() {
        return new EmulatedCredential(credentials.newCredential(credentials.newApplication()), endpoint());
    }

    /**
     * Returns the clock that blocks live by, and, unless it was detached, that {@code /auth/time} shows.
     *
     * @return the clock, to be advanced by the test and passed to the client
     */
    public EmulatorClock clock() {
        return clock;
    }

    /**
     * Returns a block of the account.
     *
     * @param text its address and prefix, such as {@code 122.122.122.121/28}; host bits may be set, and are kept
     * @return the block, added to the account if it was not there
     * @throws IllegalArgumentException when the text is not a block
     */
    public EmulatedBlock ipBlock(String text) {
        return new EmulatedBlock(account, account.blockOrNew(IpBlock.of(text)));
    }

    /**
     * Fills the account.
     *
     * @param seed added to what is there already
     * @throws IllegalArgumentException when the seed is unfit; the account and the clock are then as they were before
     */
    public void seed(Seed seed) {
        Runnable account = this.account.restorePoint();
        Duration shift = clock.shift();
        try {
            seed.sow(this);
        } catch (RuntimeException | Error e) {
            account.run();
            clock.shift(shift);
            throw e;
        }
    }

    /** Fills the account with {@link Seed#guide}. */
    public void seedGuide() {
        seed(Seed.guide());
    }

    /**
     * Returns the faults, to which tests add.
     *
     * @return without any, until a test adds one
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Returns the journal of the requests.
     *
     * @return every request since the start, or since {@link #reset}
     */
    public Journal journal() {
        return journal;
    }

    /**
     * Makes it as it was when it started: no faults, an empty journal, the builder's seeds and nothing else, a virtual
     * clock at its start, the credentials of {@link #environment} only. Clients made of that environment go on working.
     */
    public void reset() {
        faults.clear();
        account.clear();
        credentials.forgetAllBut(usualCredential);
        usualCredential.state(CredentialState.VALIDATED);
        usualCredential.rules(Credentials.EVERYTHING);
        usualCredential.expiration(null);
        usualCredential.allowedIps(null);
        clock.restart();
        seeds.forEach(this::seed);
        journal.clear();
    }

    /**
     * Adds a mail to {@code /me/notification/email/history}, from the emulator's now.
     *
     * @param subject its subject
     * @param body its text
     * @return its number; {@link #reset} forgets it, and so do newer mails, when all are too large for the heap
     */
    public long addNotification(String subject, String body) {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(body, "body");
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
        return account.notifications().add(now, subject, body);
    }

    /**
     * Returns the tickets that clients have opened with {@code POST /support/tickets/create}.
     *
     * @return oldest first, since the start or since {@link #reset}; the latest ones, when they are too large for the
     *     heap
     */
    public List<EmulatedTicket> tickets() {
        return account.tickets().all().stream().map(EmulatedTicket::new).toList();
    }

    private void failed(Throwable failure) {
        this.failure.compareAndSet(null, failure);
        onFatal.accept(failure);
    }

    /**
     * Stops listening and closes every connection. Closing twice does nothing more.
     *
     * @throws IllegalStateException when the JVM failed while a request was processed, such as by a lack of memory:
     *     what the test saw of the emulator proves nothing then
     */
    @Override
    public void close() {
        server.close();
        Throwable seen = failure.getAndSet(null);
        if (seen != null) {
            throw new IllegalStateException("the emulator failed: " + seen, seen);
        }
    }

    /** This emulator, for the control API. */
    private final class Controlled implements ControlledEmulator {

        @Override
        public Map<String, String> environment() {
            Map<String, String> all = new TreeMap<>(AntispamEmulator.this.environment());
            all.putAll(oauth2Environment());
            all.putAll(accessTokenEnvironment());
            all.put("TOKEN_ENDPOINT", tokenEndpoint().toString());
            return all;
        }

        @Override
        public EmulatorClock clock() {
            return clock;
        }

        @Override
        public Account account() {
            return account;
        }

        @Override
        public Journal journal() {
            return journal;
        }

        @Override
        public Faults faults() {
            return faults;
        }

        @Override
        public boolean isOver(Fault fault) {
            return fault.isOver();
        }

        @Override
        public void seed(Seed seed) {
            AntispamEmulator.this.seed(seed);
        }

        @Override
        public long notify(String subject, String body) {
            return addNotification(subject, body);
        }

        @Override
        public void reset() {
            AntispamEmulator.this.reset();
        }
    }
}
