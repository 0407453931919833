package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.account.AccountRules;
import io.github.ovhantispam.emulator.internal.account.Notifications;
import io.github.ovhantispam.emulator.internal.auth.SigningBases;
import io.github.ovhantispam.emulator.internal.http.TrustedHosts;
import io.github.ovhantispam.emulator.internal.limit.DateRange;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A builder of emulators. Every setting has a default. Behaviour that the vendor documents is fixed; behaviour that it
 * does not document can be chosen. Not thread-safe.
 */
public final class EmulatorBuilder {

    /** The moment of the guide's own example, so that runs can be repeated exactly. */
    private static final Instant USUAL_START = Instant.parse("2022-08-29T16:42:50Z");

    private @Nullable EmulatorClock clock;
    private @Nullable InstantSource authClock;
    private InetAddress host = InetAddress.getLoopbackAddress();
    private int port;
    private boolean lenient;
    private int tooEarlyStatus = 400;
    private OptionalInt repeatedUnblockStatus = OptionalInt.empty();
    private ErrorFormat errorBody = ErrorFormat.OLDER;
    private boolean pages = true;
    private boolean cursors = true;
    private boolean batch = true;
    private int largestPage = 50_000;
    private int journalEntries = Journal.CAPACITY;
    Duration timestampTolerance = Duration.ofMinutes(3);
    Duration tokenLifetime = Duration.ofSeconds(3599);
    private Transition transition = Transition.after(Duration.ofMinutes(5));
    private UnaryOperator<Duration> repeatOffenceDuration = previous -> previous.multipliedBy(2);
    private @Nullable AlertLanguage alerts;
    private boolean tolerantSigning;
    private boolean tls;
    private boolean controlApi;
    Consumer<Throwable> onFatal = failure -> {};
    private final List<String> signingBases = new ArrayList<>();
    private final List<String> hostNames = new ArrayList<>();
    private final List<Seed> seeds = new ArrayList<>();

    EmulatorBuilder() {}

    /**
     * Chooses the clock; without this, a virtual one that starts at 2022-08-29T16:42:50Z.
     *
     * @param clock a virtual clock or the machine's; use a separate one for each emulator, and start no two with this
     *     builder
     * @return this builder
     */
    public EmulatorBuilder clock(EmulatorClock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Detaches {@code /auth/time}, the check of timestamps and the {@code Date} header from the clock of the blocks.
     *
     * @param authClock the clock that they follow instead
     * @return this builder
     */
    public EmulatorBuilder authClock(InstantSource authClock) {
        this.authClock = Objects.requireNonNull(authClock, "authClock");
        return this;
    }

    /**
     * Chooses the address to listen on; without this, the loopback address, which other machines cannot reach.
     *
     * @param host an address of this machine
     * @return this builder
     */
    public EmulatorBuilder host(InetAddress host) {
        this.host = Objects.requireNonNull(host, "host");
        return this;
    }

    /**
     * Chooses the port; without this, any that is free.
     *
     * @param port from 0, which means any, to 65535
     * @return this builder
     * @throws IllegalArgumentException when it is not a port
     */
    public EmulatorBuilder port(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: not from 0 to 65535: " + port);
        }
        this.port = port;
        return this;
    }

    /**
     * Relaxes the schema: unknown parameters and values are ignored, {@code from} and {@code to} may be missing, a
     * block may be requested by any of its texts. Authentication is never relaxed.
     *
     * @return this builder
     */
    public EmulatorBuilder lenient() {
        this.lenient = true;
        return this;
    }

    /**
     * Chooses the status of an unblock that comes too early, which the vendor does not document; without this, 400.
     *
     * @param status from 400 to 499
     * @return this builder
     * @throws IllegalArgumentException when it is not the status of a client's error
     */
    public EmulatorBuilder tooEarlyStatus(int status) {
        this.tooEarlyStatus = clientError(status);
        return this;
    }

    /**
     * Refuses to unblock an address that is not blocked. Without this, such a request returns the address and has no
     * effect. The vendor does not document which.
     *
     * @param status from 400 to 499
     * @return this builder
     * @throws IllegalArgumentException when it is not the status of a client's error
     */
    public EmulatorBuilder repeatedUnblockStatus(int status) {
        this.repeatedUnblockStatus = OptionalInt.of(clientError(status));
        return this;
    }

    private static int clientError(int status) {
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("status: not from 400 to 499: " + status);
        }
        return status;
    }

    /**
     * Chooses the shape of error bodies; without this, the older one.
     *
     * @param errorBody the shape
     * @return this builder
     */
    public EmulatorBuilder errorBody(ErrorFormat errorBody) {
        this.errorBody = Objects.requireNonNull(errorBody, "errorBody");
        return this;
    }

    /**
     * Ignores {@code X-Pagination-Mode: CachedObjectList-Pages}: lists respond with identifiers, as a server that does
     * not know the header would.
     *
     * @return this builder
     */
    public EmulatorBuilder withoutPages() {
        this.pages = false;
        return this;
    }

    /**
     * Ignores {@code X-Pagination-Mode: CachedObjectList-Cursor}.
     *
     * @return this builder
     */
    public EmulatorBuilder withoutCursors() {
        this.cursors = false;
        return this;
    }

    /**
     * Ignores {@code X-Ovh-Batch}: keys that are joined are one key, of an object that does not exist.
     *
     * @return this builder
     */
    public EmulatorBuilder withoutBatch() {
        this.batch = false;
        return this;
    }

    /**
     * Limits the number of entries that the journal keeps; without this, {@link Journal#CAPACITY}. They also never take
     * more of the heap than {@link Journal} says. It counts all requests, whatever it keeps.
     *
     * @param entries at least 1
     * @return this builder
     * @throws IllegalArgumentException when it is less than 1
     */
    public EmulatorBuilder journalEntries(int entries) {
        if (entries < 1) {
            throw new IllegalArgumentException("entries: less than 1: " + entries);
        }
        this.journalEntries = entries;
        return this;
    }

    /**
     * Limits the size of pages, whatever the client requests; without this, 50000.
     *
     * @param elements at least 1
     * @return this builder
     * @throws IllegalArgumentException when it is less than 1
     */
    public EmulatorBuilder largestPage(int elements) {
        if (elements < 1) {
            throw new IllegalArgumentException("elements: less than 1: " + elements);
        }
        this.largestPage = elements;
        return this;
    }

    /**
     * Chooses how far a timestamp may be from the server's clock, either way; without this, 180 seconds. The vendor
     * does not document it.
     *
     * @param tolerance not negative
     * @return this builder
     * @throws IllegalArgumentException when it is negative, or longer than from 1970 to 9999
     */
    public EmulatorBuilder timestampTolerance(Duration tolerance) {
        this.timestampTolerance = DateRange.duration("tolerance", tolerance);
        return this;
    }

    /**
     * Chooses how long an OAuth2 access token is valid; without this, 3599 seconds.
     *
     * @param lifetime by the clock of {@code /auth/time}
     * @return this builder
     * @throws IllegalArgumentException when it is negative, or longer than from 1970 to 9999
     */
    public EmulatorBuilder tokenLifetime(Duration lifetime) {
        this.tokenLifetime = DateRange.duration("lifetime", lifetime);
        return this;
    }

    /**
     * Chooses when an accepted release takes effect; without this, after five minutes.
     *
     * @param transition for every address without its own transition
     * @return this builder
     */
    public EmulatorBuilder transition(Transition transition) {
        this.transition = Objects.requireNonNull(transition, "transition");
        return this;
    }

    /**
     * Chooses the block duration of a repeated offence; without this, twice the one before. The vendor says only that
     * it is longer.
     *
     * @param repeatOffenceDuration from the previous block duration to the new one
     * @return this builder
     */
    public EmulatorBuilder repeatOffenceDuration(UnaryOperator<Duration> repeatOffenceDuration) {
        this.repeatOffenceDuration = Objects.requireNonNull(repeatOffenceDuration, "repeatOffenceDuration");
        return this;
    }

    /**
     * Announces each block by a mail in {@code /me/notification/email/history}, in the words of the vendor's guide,
     * with up to six mails of the address's statistics as samples. The vendor documents neither the subject nor that
     * the mail is listed there. Without this, the history has only what {@link AntispamEmulator#addNotification} puts
     * there.
     *
     * @param language the language of the mail
     * @return this builder
     */
    public EmulatorBuilder alertMails(AlertLanguage language) {
        this.alerts = Objects.requireNonNull(language, "language");
        return this;
    }

    /**
     * Also accepts signatures over the URL without its port or with the other scheme: some clients always sign
     * {@code https} and never a port, wherever they are sent.
     *
     * @return this builder
     */
    public EmulatorBuilder tolerantSigning() {
        this.tolerantSigning = true;
        return this;
    }

    /**
     * Also accepts signatures over another scheme and host than the ones the request came by.
     *
     * @param base for example {@code https://eu.api.ovh.com}, without a path
     * @return this builder
     */
    public EmulatorBuilder acceptSignaturesOver(URI base) {
        this.signingBases.add(base.getScheme() + "://" + base.getRawAuthority());
        return this;
    }

    /**
     * Speaks TLS, with a certificate made on the spot for {@code localhost} and the loopback addresses. Such a
     * certificate cannot be made while the default locale writes numbers with other digits than 0 to 9, as that of
     * Egypt does.
     *
     * @return this builder
     */
    public EmulatorBuilder tls() {
        this.tls = true;
        return this;
    }

    /**
     * Also serves {@code /__emulator/...}, which offers the methods of {@link AntispamEmulator} to tests in other
     * languages; see {@code docs/control-api.md}. It requires no credentials.
     *
     * @return this builder
     */
    public EmulatorBuilder controlApi() {
        this.controlApi = true;
        return this;
    }

    /**
     * Fills the account when the emulator starts, and again at each {@link AntispamEmulator#reset}.
     *
     * @param seed the contents
     * @return this builder
     */
    public EmulatorBuilder seed(Seed seed) {
        this.seeds.add(seed);
        return this;
    }

    /**
     * Starts the emulator.
     *
     * @return the emulator, which listens; close it
     * @throws java.io.UncheckedIOException when the port cannot be had
     */
    public AntispamEmulator start() {
        EmulatorClock chosen = clock;
        return new AntispamEmulator(this, chosen == null ? EmulatorClock.startingAt(USUAL_START) : chosen);
    }

    /**
     * Accepts another host name where no signature is required: in the control API, the token endpoint and the page
     * that validates a consumer key. Without this, these accept {@code localhost}, loopback addresses and the address
     * that is listened on, so that no web page can reach them through a name of its own.
     *
     * @param name a host name, such as that of a container
     * @return this builder
     */
    public EmulatorBuilder hostName(String name) {
        this.hostNames.add(Objects.requireNonNull(name, "name"));
        return this;
    }

    /** Sets a listener for a failure of the JVM, which may then end it. */
    EmulatorBuilder onFatal(Consumer<Throwable> onFatal) {
        this.onFatal = onFatal;
        return this;
    }

    TrustedHosts trustedHosts() {
        return new TrustedHosts(host, List.copyOf(hostNames));
    }

    Optional<InstantSource> authClock() {
        return Optional.ofNullable(authClock);
    }

    InetAddress host() {
        return host;
    }

    int port() {
        return port;
    }

    int journalEntries() {
        return journalEntries;
    }

    boolean hasControlApi() {
        return controlApi;
    }

    boolean speaksTls() {
        return tls;
    }

    SigningBases signingBases() {
        return new SigningBases(tolerantSigning, List.copyOf(signingBases));
    }

    List<Seed> seeds() {
        return List.copyOf(seeds);
    }

    AccountRules accountRules(EmulatorClock clock) {
        return new AccountRules(
                clock, transition, repeatOffenceDuration, Optional.ofNullable(alerts), new Notifications());
    }

    ApiSettings apiSettings() {
        return new ApiSettings(
                lenient, tooEarlyStatus, repeatedUnblockStatus, errorBody, pages, cursors, batch, largestPage);
    }
}
