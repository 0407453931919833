package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.AccessRule;
import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.PendingConsumerKey;
import io.github.ovhantispam.client.Sleeper;
import io.github.ovhantispam.client.internal.auth.Proof;
import io.github.ovhantispam.client.internal.call.ApiRequests;
import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.call.ClientRuntime;
import io.github.ovhantispam.client.internal.call.GuardedListener;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import io.github.ovhantispam.client.internal.concurrent.ClientThreads;
import io.github.ovhantispam.client.internal.config.Access;
import io.github.ovhantispam.client.internal.config.AuthMethod;
import io.github.ovhantispam.client.internal.config.ClientSettings;
import io.github.ovhantispam.client.internal.config.CredentialChain;
import io.github.ovhantispam.client.internal.error.ConnectionFailures;
import io.github.ovhantispam.client.internal.error.ErrorDecoder;
import io.github.ovhantispam.client.internal.http.HttpStack;
import io.github.ovhantispam.client.internal.secret.SecretRedactor;
import io.github.ovhantispam.client.internal.time.Durations;
import io.github.ovhantispam.client.internal.time.MonotonicClock;
import io.github.ovhantispam.client.internal.time.ServerClock;
import io.github.ovhantispam.client.internal.wire.AuthApi;
import io.github.ovhantispam.client.internal.wire.CredentialRequest;
import io.github.ovhantispam.client.internal.wire.Route;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Puts a client together from the builder's settings. */
public final class ClientFactory {

    private static final Sleeper THREAD_SLEEP = duration -> TimeUnit.NANOSECONDS.sleep(Durations.nanos(duration));

    private final ClientSettings settings;
    private final Access access;
    private final HttpStack http;
    private final InstantSource clock;
    private final ServerClock serverClock;
    private final SecretRedactor redactor;

    private ClientFactory(ClientSettings settings, boolean consumerKeyNeeded) {
        settings.checkConsistent();
        this.settings = settings;
        access = access(settings, consumerKeyNeeded);
        http = new HttpStack(settings, access.endpoint());
        clock = settings.clock == null ? new MonotonicClock() : settings.clock;
        serverClock = new ServerClock(clock);
        redactor = new SecretRedactor(secrets());
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>(access.method().secrets());
        if (settings.proxyCredentials != null) {
            secrets.addAll(settings.proxyCredentials.secrets());
        }
        return secrets;
    }

    public static AntispamClient create(ClientSettings settings) {
        return new ClientFactory(settings, true).client();
    }

    public static PendingConsumerKey requestConsumerKey(ClientSettings settings, List<AccessRule> more) {
        return new ClientFactory(settings, false).consumerKey(CredentialRequest.with(more));
    }

    /** Credentials that are given are never merged with others; the endpoint is looked for all the same. */
    private static Access access(ClientSettings settings, boolean consumerKeyNeeded) {
        CredentialChain chain =
                CredentialChain.of(settings.environment == null ? System.getenv() : settings.environment);
        AuthMethod given = settings.credentials;
        if (given == null) {
            return chain.find(settings.endpoint, consumerKeyNeeded);
        }
        return new Access(settings.endpoint == null ? chain.endpoint() : settings.endpoint, given, "the builder");
    }

    private AntispamClient client() {
        Proof proof = Proof.of(access, http.plain(), clock, serverClock, redactor);
        ClientRuntime runtime = runtime(proof);
        CancellationScope scope = CancellationScope.root();
        return new DefaultAntispamClient(new Calls(runtime, settings.options, scope), () -> {
            scope.end("the client is closed");
            runtime.threads().close();
            http.close();
        });
    }

    private ClientRuntime runtime(Proof proof) {
        return new ClientRuntime(
                new ApiRequests(http.authenticated(proof.interceptor())),
                proof.authentication(),
                serverClock,
                clock,
                settings.sleeper == null ? THREAD_SLEEP : settings.sleeper,
                settings.sleeper == null,
                new GuardedListener(settings.listener),
                http.dns(),
                new ClientThreads(),
                new ErrorDecoder(http.json(), redactor, access),
                new ConnectionFailures(redactor),
                access);
    }

    private PendingConsumerKey consumerKey(CredentialRequest request) {
        if (!(access.method() instanceof AuthMethod.ApplicationKeys keys)) {
            throw new IllegalStateException("requestConsumerKey and credentials contradict each other: "
                    + access.method().kind() + " has no consumer key");
        }
        AuthApi plain = http.plain();
        Calls calls = new Calls(runtime(Proof.none()), settings.options, CancellationScope.root());
        try {
            return calls.readPlain(CallRequest.of(
                            Route.CREDENTIAL, attempt -> plain.credential(keys.applicationKey, request, attempt)))
                    .value()
                    .key();
        } finally {
            http.close();
        }
    }
}
