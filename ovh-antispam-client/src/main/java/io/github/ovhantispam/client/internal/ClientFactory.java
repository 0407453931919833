package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.MissingCredentialsException;
import io.github.ovhantispam.client.PendingConsumerKey;
import io.github.ovhantispam.client.Sleeper;
import io.github.ovhantispam.client.internal.CredentialChain.Found;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts a client together from the builder's settings. */
public final class ClientFactory {

    private static final Sleeper THREAD_SLEEP = duration -> TimeUnit.NANOSECONDS.sleep(Durations.nanos(duration));

    private final ClientSettings settings;
    private final Found found;
    private final HttpStack http;
    private final InstantSource clock;
    private final ServerClock serverClock;
    private final SecretRedactor redactor;

    private ClientFactory(ClientSettings settings, boolean consumerKeyNeeded) {
        settings.checkConsistent();
        this.settings = settings;
        found = find(settings, consumerKeyNeeded);
        http = new HttpStack(settings, found.endpoint());
        clock = settings.clock == null ? new MonotonicClock() : settings.clock;
        serverClock = new ServerClock(clock);
        redactor = new SecretRedactor(secrets());
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>(found.method().secrets());
        if (settings.proxyCredentials != null) {
            secrets.addAll(settings.proxyCredentials.secrets());
        }
        return secrets;
    }

    /**
     * Creates a client.
     *
     * @param settings what the builder was told
     * @return a new client
     */
    public static AntispamClient create(ClientSettings settings) {
        return new ClientFactory(settings, true).client();
    }

    /**
     * Asks for a consumer key.
     *
     * @param settings what the builder was told
     * @return the key
     */
    public static PendingConsumerKey requestConsumerKey(ClientSettings settings) {
        return new ClientFactory(settings, false).consumerKey();
    }

    private static Found find(ClientSettings settings, boolean consumerKeyNeeded) {
        AuthMethod given = settings.credentials;
        if (given != null) {
            Endpoint endpoint = settings.endpoint == null ? Endpoint.OVH_EU : settings.endpoint;
            return new Found(endpoint, given);
        }
        return CredentialChain.of(settings.environment == null ? System.getenv() : settings.environment)
                .find(settings.endpoint, consumerKeyNeeded);
    }

    private AntispamClient client() {
        AuthMethod method = found.method();
        Authentication authentication;
        AntispamApi api;
        if (method instanceof AuthMethod.ApplicationKeys keys) {
            authentication = new SignedAuthentication(serverClock, http.plain());
            api = http.authenticated(new SigningInterceptor(
                    keys.applicationKey, keys.applicationSecret, consumerKey(keys), serverClock));
        } else {
            authentication = new TokenAuthentication(serverClock, tokens(method));
            api = http.authenticated(new BearerInterceptor());
        }
        Transport transport = transport(api, authentication);
        CallScope scope = CallScope.root();
        Background background = new Background();
        return new DefaultAntispamClient(new Calls(transport, settings.options, scope), background, () -> {
            scope.end("the client is closed");
            background.close();
            http.close();
        });
    }

    private static String consumerKey(AuthMethod.ApplicationKeys keys) {
        if (keys.consumerKey == null) {
            throw new MissingCredentialsException(
                    "the consumer key is missing: ask for one with requestConsumerKey()",
                    List.of("credentials of the builder: an application key and its secret only"));
        }
        return keys.consumerKey;
    }

    private TokenAuthentication.TokenSource tokens(AuthMethod method) {
        if (method instanceof AuthMethod.ServiceAccount account) {
            URI tokenUrl = found.endpoint()
                    .tokenUrl()
                    .orElseThrow(() -> new IllegalStateException("credentials and endpoint contradict each other: "
                            + found.endpoint() + " has no OAuth2; set the endpoint's tokenUrl if it does"));
            return new ServiceAccountTokens(account, tokenUrl.toString(), http.plain(), clock, redactor);
        }
        return new TokenAuthentication.FixedToken((AuthMethod.AccessToken) method);
    }

    private Transport transport(@Nullable AntispamApi api, Authentication authentication) {
        return new Transport(
                Objects.requireNonNull(api),
                authentication,
                serverClock,
                clock,
                settings.sleeper == null ? THREAD_SLEEP : settings.sleeper,
                settings.sleeper == null,
                settings.listener,
                http.dns(),
                new ErrorDecoder(http.json(), redactor),
                found.endpoint().baseUrl().getRawPath());
    }

    private PendingConsumerKey consumerKey() {
        if (!(found.method() instanceof AuthMethod.ApplicationKeys keys)) {
            throw new IllegalStateException("requestConsumerKey and credentials contradict each other: "
                    + found.method().kind() + " has no consumer key");
        }
        AuthApi plain = http.plain();
        NoAuthentication none = new NoAuthentication();
        Calls calls = new Calls(
                transport(http.authenticated(new BearerInterceptor()), none), settings.options, CallScope.root());
        try {
            return calls.readPlain(
                            Route.CREDENTIAL,
                            attempt -> plain.credential(keys.applicationKey, CredentialRequest.NEEDED, attempt),
                            calls.deadline())
                    .value()
                    .key();
        } finally {
            http.close();
        }
    }
}
