package io.github.ovhantispam.emulator.internal.auth;

import io.github.ovhantispam.emulator.internal.error.KnownError;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out who makes a call, and refuses those who cannot prove it. */
public final class Authenticator {

    private static final int LONGEST_TIMESTAMP = 12;

    private final Credentials credentials;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Duration tolerance;
    private final SigningBases bases;

    public Authenticator(
            Credentials credentials, Tokens tokens, InstantSource clock, Duration tolerance, SigningBases bases) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.clock = clock;
        this.tolerance = tolerance;
        this.bases = bases;
    }

    /**
     * Finds out who makes a call.
     *
     * @throws io.github.ovhantispam.emulator.internal.error.ApiException when they may not
     */
    public Caller authenticate(HttpRequest request) {
        HttpHeaders headers = request.headers();
        Optional<String> applicationKey = headers.first("X-Ovh-Application");
        if (applicationKey.isEmpty()) {
            return bearer(headers);
        }
        Application application =
                credentials.application(applicationKey.get()).orElseThrow(KnownError.INVALID_KEY::exception);
        String consumerKey = headers.first("X-Ovh-Consumer").orElseThrow(KnownError.NOT_LOGGED_IN::exception);
        String signature = headers.first("X-Ovh-Signature").orElseThrow(KnownError.NOT_LOGGED_IN::exception);
        Credential credential =
                credentials.credential(application, consumerKey).orElseThrow(KnownError.NOT_CREDENTIAL::exception);
        String timestamp = headers.first("X-Ovh-Timestamp").orElse("");
        Instant now = clock.instant();
        requireRecent(timestamp, now);
        requireSigned(request, credential, timestamp, signature);
        if (credential.state(now) != CredentialState.VALIDATED) {
            throw KnownError.INVALID_CREDENTIAL.exception();
        }
        if (!credential.mayBeUsedFrom(request.client())) {
            throw KnownError.FORBIDDEN_ADDRESS.exception();
        }
        credential.used(now);
        return new Caller.Signed(credential);
    }

    private Caller bearer(HttpHeaders headers) {
        String authorization = headers.first("Authorization").orElseThrow(KnownError.NOT_LOGGED_IN::exception);
        if (!authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            throw KnownError.NOT_LOGGED_IN.exception();
        }
        return tokens.clientOf(authorization.substring("bearer ".length()).trim())
                .map(Caller.Bearer::new)
                .orElseThrow(KnownError.INVALID_TOKEN::exception);
    }

    private void requireRecent(String timestamp, Instant now) {
        if (!isTimestamp(timestamp)) {
            throw KnownError.INVALID_SIGNATURE.exception();
        }
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        if (apart.compareTo(tolerance) > 0) {
            throw KnownError.QUERY_TIME_OUT.exception();
        }
    }

    private static boolean isTimestamp(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_TIMESTAMP;
    }

    private void requireSigned(HttpRequest request, Credential credential, String timestamp, String signature) {
        Signature expected = new Signature(credential.application().secret(), credential.consumerKey());
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        Predicate<String> isSigned = url -> MessageDigest.isEqual(
                expected.of(request.method(), url, request.body(), timestamp).getBytes(StandardCharsets.UTF_8), given);
        if (!isSigned.test(bases.sent(request)) && bases.urls(request).stream().noneMatch(isSigned)) {
            throw KnownError.INVALID_SIGNATURE.exception();
        }
    }
}
