package io.github.ovhantispam.client.internal.auth;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.call.PlainCalls;
import io.github.ovhantispam.client.internal.concurrent.SingleFlight;
import io.github.ovhantispam.client.internal.config.AuthMethod;
import io.github.ovhantispam.client.internal.secret.SecretRedactor;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.wire.AuthApi;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.client.internal.wire.TokenResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The tokens of a service account, by the OAuth2 client credentials grant. */
final class ServiceAccountTokens implements TokenAuthentication.TokenSource {

    /** A token is renewed this long before it expires, as the vendor's own clients do. */
    private static final Duration EARLY = Duration.ofSeconds(10);

    private final AuthMethod.ServiceAccount account;
    private final String tokenUrl;
    private final AuthApi api;
    private final InstantSource clock;
    private final SecretRedactor redactor;
    private final SingleFlight<String> flight = new SingleFlight<>();
    private volatile @Nullable Token current;

    ServiceAccountTokens(
            AuthMethod.ServiceAccount account,
            String tokenUrl,
            AuthApi api,
            InstantSource clock,
            SecretRedactor redactor) {
        this.account = account;
        this.tokenUrl = tokenUrl;
        this.api = api;
        this.clock = clock;
        this.redactor = redactor;
    }

    /** A token; one of unknown lifetime has no moment of renewal and is used until the server refuses it. */
    private record Token(String value, Instant renewAt) {}

    @Override
    public String token(@Nullable String refused, PlainCalls calls, Deadline deadline) {
        String present = present(refused);
        return present != null
                ? present
                : calls.once(flight, () -> present(refused), () -> fetch(calls, deadline), deadline);
    }

    private @Nullable String present(@Nullable String refused) {
        Token token = current;
        return token != null && !token.value.equals(refused) && clock.instant().isBefore(token.renewAt)
                ? token.value
                : null;
    }

    private String fetch(PlainCalls calls, Deadline deadline) {
        TokenResponse response = calls.readPlain(
                        CallRequest.of(
                                Route.TOKEN,
                                attempt -> api.token(
                                        tokenUrl,
                                        "client_credentials",
                                        account.clientId,
                                        account.clientSecret,
                                        "all",
                                        attempt)),
                        deadline)
                .value();
        redactor.token(response.accessToken());
        current = new Token(
                response.accessToken(), response.life().map(this::renewalAfter).orElse(Instant.MAX));
        return response.accessToken();
    }

    private Instant renewalAfter(Duration life) {
        // A token that lives shorter than twice that margin is used for half its life.
        Duration early = life.compareTo(EARLY.multipliedBy(2)) < 0 ? life.dividedBy(2) : EARLY;
        return clock.instant().plus(life).minus(early);
    }

    @Override
    public boolean isRenewable() {
        return true;
    }
}
