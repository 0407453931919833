package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.EmulatedRequest;
import io.github.ovhantispam.emulator.internal.account.Account;
import io.github.ovhantispam.emulator.internal.auth.Authenticator;
import io.github.ovhantispam.emulator.internal.auth.Credentials;
import io.github.ovhantispam.emulator.internal.auth.Tokens;
import io.github.ovhantispam.emulator.internal.error.ErrorResponses;
import io.github.ovhantispam.emulator.internal.fault.FaultEffect;
import io.github.ovhantispam.emulator.internal.http.HttpHandler;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import io.github.ovhantispam.emulator.internal.http.TrustedHosts;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.lists.Listing;
import io.github.ovhantispam.emulator.internal.routes.AuthRoutes;
import io.github.ovhantispam.emulator.internal.routes.BlockFinder;
import io.github.ovhantispam.emulator.internal.routes.BlockRoutes;
import io.github.ovhantispam.emulator.internal.routes.CredentialRequests;
import io.github.ovhantispam.emulator.internal.routes.NotificationRoutes;
import io.github.ovhantispam.emulator.internal.routes.ReverseRoutes;
import io.github.ovhantispam.emulator.internal.routes.SpamRoutes;
import io.github.ovhantispam.emulator.internal.routes.TicketRoutes;
import io.github.ovhantispam.emulator.internal.routes.TokenEndpoint;
import io.github.ovhantispam.emulator.internal.routes.ValidationPage;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Responses;
import io.github.ovhantispam.emulator.internal.routing.Route;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The whole API, put together. */
public final class EmulatedApi implements HttpHandler {

    private final Pipeline pipeline;

    /** Puts an API together. */
    public EmulatedApi(
            ApiSettings settings,
            Account account,
            Identities identities,
            Function<EmulatedRequest, Optional<FaultEffect>> faults,
            ExchangeLog log) {
        JsonText json = new JsonText();
        ErrorResponses errors = new ErrorResponses(json);
        Responses responses = new Responses(json);
        Listing listing = new Listing(settings, responses);
        BlockFinder finder = new BlockFinder(account, settings);
        ValidationPage validation = new ValidationPage(identities.credentials());
        List<Route> routes = new ArrayList<>();
        routes.addAll(new AuthRoutes(
                        identities.credentials(),
                        validation,
                        new CredentialRequests(json),
                        identities.authClock(),
                        responses)
                .routes());
        routes.addAll(new BlockRoutes(account, finder, listing, responses, json).routes());
        routes.addAll(new SpamRoutes(finder, listing, responses, settings).routes());
        routes.addAll(new ReverseRoutes(account, finder, listing, settings, json, responses).routes());
        routes.addAll(new NotificationRoutes(account.notifications(), responses).routes());
        routes.addAll(new TicketRoutes(account.tickets(), settings, json, responses).routes());
        Processor processor = new Processor(
                identities.hosts(),
                identities.authenticator(),
                validation,
                new TokenEndpoint(identities.tokens(), json, identities.tokenLifetime()),
                new Batch(settings, errors, responses),
                settings);
        this.pipeline =
                new Pipeline(new Router(routes), processor, errors, settings, identities.authClock(), faults, log);
    }

    @Override
    public OutgoingResponse handle(HttpRequest request) {
        return pipeline.handle(request);
    }

    /**
     * The callers of the API.
     *
     * @param hosts the names that what needs no signature may be asked by
     * @param authClock the clock of {@code /auth/time}
     * @param tokenLifetime how long a new access token is valid
     */
    public record Identities(
            TrustedHosts hosts,
            Credentials credentials,
            Tokens tokens,
            Authenticator authenticator,
            InstantSource authClock,
            Duration tokenLifetime) {}
}
