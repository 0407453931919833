package io.github.ovhantispam.client;

import io.github.ovhantispam.client.internal.ClientFactory;
import io.github.ovhantispam.client.internal.config.ClientSettings;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * The OVHcloud AntiSpam API: which addresses are blocked for spam, why, and how to get them released.
 *
 * <p>One client serves any number of threads and is cheap to share; make one for each account. It starts no thread
 * until {@link #async}, {@link #sweep()} or {@link Release#start()} is used, or a list has to be read object by object;
 * then they are daemons whose names begin with {@code ovh-antispam-}. OkHttp has a few daemons of its own, which end by
 * themselves about a minute after {@link #close()}.
 *
 * <p>With application keys, the first call of a client sends one more request, which reads the server's time. Where a
 * method says how many requests it costs, this one and retries are not counted.
 */
public interface AntispamClient extends AutoCloseable {

    /**
     * Returns a client with credentials from the environment or the configuration files of this machine, and defaults
     * for all else.
     *
     * @return a new client; no request is sent
     * @throws MissingCredentialsException when no complete credentials are found, or a configuration file cannot be
     *     understood
     * @throws IllegalStateException when two kinds of credentials are found at once, or an unknown endpoint
     */
    static AntispamClient create() {
        return builder().build();
    }

    /**
     * Returns a builder for a client.
     *
     * @return a builder with the defaults
     */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the account's blocks.
     *
     * @return a query, which costs nothing until it is used
     */
    IpBlockQuery ipBlocks();

    /**
     * Returns a handle on one block. No request.
     *
     * @param block the block as listed, host bits and all, such as {@code 122.122.122.121/28}
     * @return the handle
     * @throws IllegalArgumentException when it is not a block
     */
    IpBlockResource ipBlock(String block);

    /**
     * Returns a handle on one block. No request.
     *
     * @param block the block as listed, host bits and all
     * @return the handle
     */
    IpBlockResource ipBlock(IpBlock block);

    /**
     * Finds the block of an address ({@code GET /ip?ip=}). One request.
     *
     * @param ipSpamming an IPv4 literal
     * @return a handle on the address in the most specific block of the account that contains it
     * @throws IllegalArgumentException when it is not an IPv4 literal
     * @throws BlockNotFoundException when no block of the account contains it
     * @throws AntispamException when the request fails
     */
    SpamIpResource locate(String ipSpamming);

    /**
     * Finds the block of an address ({@code GET /ip?ip=}). One request.
     *
     * @param ipSpamming an IPv4 address
     * @return a handle on the address in the most specific block of the account that contains it
     * @throws IllegalArgumentException when it is an IPv6 address
     * @throws BlockNotFoundException when no block of the account contains it
     * @throws AntispamException when the request fails
     */
    SpamIpResource locate(IpAddress ipSpamming);

    /**
     * Returns a sweep of the whole account: which of its addresses have sent spam, or are blocked for it.
     *
     * @return a sweep, which costs nothing until it is begun
     */
    Sweep sweep();

    /**
     * Returns the mails that the vendor sent to the account's owner.
     *
     * @return a query, which costs nothing until it is used
     */
    NotificationQuery notifications();

    /**
     * Returns the account's tickets with the vendor's support. No request.
     *
     * @return the tickets
     */
    SupportTickets supportTickets();

    /**
     * Returns this client with other options, on the same connections. Closing the view does nothing.
     *
     * @param change computes the new options from the current ones, such as {@code o ->
     *     o.timeout(Duration.ofSeconds(5))}
     * @return a view
     */
    AntispamClient withOptions(UnaryOperator<CallOptions> change);

    /**
     * Runs a call, or a few lines of them, in the background, on a bounded pool of this client's own daemon threads
     * (virtual ones where the JDK has them).
     *
     * <p>Do not wait inside it for another {@code async} of the same client: once such waits fill the pool, none of
     * them ends.
     *
     * @param calls receives a view of this client
     * @param <T> what the calls return
     * @return completed with what {@code calls} returns or throws; cancelling it cancels the requests and waits made
     *     through the view, and closing the client cancels it
     */
    <T> CompletableFuture<T> async(Function<? super AntispamClient, ? extends T> calls);

    /**
     * Ends the client's calls, threads and connections. Requests and waits in flight, and running sweeps and watches,
     * fail with an {@link AntispamInterruptedException} that says so. Futures are cancelled. Anything begun later
     * throws {@link IllegalStateException}, including the next attempt or page of a call. An {@code OkHttpClient}
     * passed to the builder is left open.
     */
    @Override
    void close();

    /** A builder of {@link AntispamClient}s. Not thread-safe; it can build any number of clients. */
    final class Builder {

        private final ClientSettings settings = new ClientSettings();

        private Builder() {}

        /**
         * Sets the endpoint of the API. Unless set, and whatever the source of the credentials: the variable
         * {@code OVH_ENDPOINT}, else {@code endpoint} in the section {@code [default]} of the first configuration file
         * that has it, else {@link Endpoint#OVH_EU}.
         *
         * @param endpoint the endpoint
         * @return this
         */
        public Builder endpoint(Endpoint endpoint) {
            settings.endpoint(endpoint);
            return this;
        }

        /**
         * Sets the credentials, which are then used as they are: no key of the environment or of a file is added.
         * Unless set, they are read from the environment and in the files {@code ./ovh.conf}, {@code ~/.ovh.conf} and
         * {@code /etc/ovh.conf}, merged key by key, the earlier before the later.
         *
         * @param credentials the credentials
         * @return this
         */
        public Builder credentials(Credentials credentials) {
            settings.credentials(
                    Objects.requireNonNull(credentials, "credentials").method());
            return this;
        }

        /**
         * Sets the environment variables to read instead of the process's own: the variables {@code OVH_ENDPOINT},
         * {@code OVH_APPLICATION_KEY}, {@code OVH_APPLICATION_SECRET}, {@code OVH_CONSUMER_KEY}, {@code OVH_CLIENT_ID},
         * {@code OVH_CLIENT_SECRET} and {@code OVH_ACCESS_TOKEN}. An empty one counts as unset. Together with
         * {@link #credentials}, it may name an endpoint only.
         *
         * @param environment names and values, copied
         * @return this
         */
        public Builder environment(Map<String, String> environment) {
            settings.environment(environment);
            return this;
        }

        /**
         * Sets how often and how fast calls are retried. Unless set: {@link RetryPolicy#standard()}.
         *
         * @param retryPolicy the policy
         * @return this
         */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            settings.options(options -> options.retryPolicy(retryPolicy));
            return this;
        }

        /**
         * Sets the time limit of a call: of all its attempts, pauses and bodies together. Unless set: 60 seconds.
         *
         * @param timeout from 1 ms to a day
         * @return this
         * @throws IllegalArgumentException when out of range
         */
        public Builder timeout(Duration timeout) {
            settings.options(options -> options.timeout(timeout));
            return this;
        }

        /**
         * Sets the proxies. Unless set: those of the JVM.
         *
         * @param proxySelector chooses a proxy for each URL
         * @return this
         */
        public Builder proxy(ProxySelector proxySelector) {
            settings.proxy(proxySelector);
            return this;
        }

        /**
         * Sets the user and the password for a proxy that requires HTTP Basic authentication. They are sent only to the
         * proxy, on its request, and are never logged. A rejection by the proxy is not retried. Unless set: none.
         *
         * @param user not empty and without a colon
         * @param password the password
         * @return this
         * @throws IllegalArgumentException when they cannot be sent; the message quotes neither
         */
        public Builder proxyCredentials(String user, String password) {
            settings.proxyCredentials(user, password);
            return this;
        }

        /**
         * Trusts the certificates in a file, in addition to those that the JVM trusts: that of the authority of a proxy
         * that inspects TLS, or of a server of one's own. The file is read now; a further one adds to it.
         *
         * @param pem a PEM file of one or more certificates
         * @return this
         * @throws IllegalArgumentException when the file cannot be read, or has no certificate or a broken one; the
         *     message names the file and the reason
         */
        public Builder trust(Path pem) {
            settings.trust(pem);
            return this;
        }

        /**
         * Sets TLS, for a proxy that inspects it or a server with a certificate of one's own. Unless set: that of the
         * JVM.
         *
         * @param sslContext makes the sockets
         * @param trustManager the trust manager that the context was made with
         * @return this
         */
        public Builder sslContext(SSLContext sslContext, X509TrustManager trustManager) {
            settings.sslContext(sslContext, trustManager);
            return this;
        }

        /**
         * Sets the name of the application, which is sent before the name of this library in {@code User-Agent}.
         *
         * @param userAgent printable ASCII, such as {@code mail-guard/1.2}
         * @return this
         * @throws IllegalArgumentException when it is empty or not safe in a header
         */
        public Builder userAgent(String userAgent) {
            settings.userAgent(userAgent);
            return this;
        }

        /**
         * Sets the listener that is notified of each request.
         *
         * @param listener the listener
         * @return this
         */
        public Builder listener(AntispamListener listener) {
            settings.listener(listener);
            return this;
        }

        /**
         * Sets the clock for signing, waits and time limits. Unless set: one that starts at the system's time and never
         * jumps. A clock that does not advance on its own needs a {@link #sleeper} that advances it. Otherwise waits
         * take real time and time limits never expire.
         *
         * <p>A server whose clock is set by hand, such as the emulator, needs the same clock and a sleeper here. A
         * release that is refused although it has waited in real time, by a server whose {@code Date} has not moved
         * meanwhile, ends with a {@link WaitTimeoutException} that says so.
         *
         * @param clock the clock
         * @return this
         */
        public Builder clock(InstantSource clock) {
            settings.clock(clock);
            return this;
        }

        /**
         * Sets the sleeper, which waits between attempts, in a release, for the next turn of a sweep with a rate, and
         * between the sweeps of a watch. Unless set, the client sleeps, or uses a timer where no thread should be held.
         *
         * @param sleeper the sleeper
         * @return this
         */
        public Builder sleeper(Sleeper sleeper) {
            settings.sleeper(sleeper);
            return this;
        }

        /**
         * Sets the HTTP client to build on, for settings that this builder does not have. Its connections and
         * interceptors are used; its retries, redirects and cache are switched off in the copy that is made; it is
         * never closed.
         *
         * @param httpClient the client
         * @return this
         */
        public Builder httpClient(OkHttpClient httpClient) {
            settings.httpClient(httpClient);
            return this;
        }

        /**
         * Builds the client. No request is sent.
         *
         * @return a new client
         * @throws MissingCredentialsException when no complete credentials are set or found
         * @throws IllegalStateException when two settings contradict each other, or the endpoint that the environment
         *     or a file names is unknown; the message names them
         * @throws IllegalArgumentException when a key that was found is not safe in a header; the message names its
         *     source
         */
        public AntispamClient build() {
            return ClientFactory.create(settings);
        }

        /**
         * Requests a consumer key that is limited to the routes this library needs: {@code GET /ip}, {@code GET /ip/*}
         * and {@code POST /ip/*}. One request. The application key comes from the same sources as for {@link #build()},
         * which need not have a consumer key.
         *
         * @param more further rights of the key, such as {@link AccessRule#NOTIFICATIONS}; usually none
         * @return the key, which is good once somebody has opened its validation URL
         * @throws MissingCredentialsException when no application key is set or found
         * @throws IllegalStateException when two settings contradict each other
         * @throws AntispamException when the request fails
         */
        public PendingConsumerKey requestConsumerKey(AccessRule... more) {
            List<AccessRule> rules = new ArrayList<>();
            for (AccessRule rule : Objects.requireNonNull(more, "more")) {
                rules.add(Objects.requireNonNull(rule, "more"));
            }
            return ClientFactory.requestConsumerKey(settings, rules);
        }

        /** Returns the settings that are not secret. */
        @Override
        public String toString() {
            return "AntispamClient.Builder[" + settings + ']';
        }
    }
}
