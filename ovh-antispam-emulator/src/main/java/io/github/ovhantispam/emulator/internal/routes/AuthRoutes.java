package io.github.ovhantispam.emulator.internal.routes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.auth.AccessRule;
import io.github.ovhantispam.emulator.internal.auth.Application;
import io.github.ovhantispam.emulator.internal.auth.Caller;
import io.github.ovhantispam.emulator.internal.auth.Credential;
import io.github.ovhantispam.emulator.internal.auth.CredentialScope;
import io.github.ovhantispam.emulator.internal.auth.CredentialState;
import io.github.ovhantispam.emulator.internal.auth.Credentials;
import io.github.ovhantispam.emulator.internal.error.KnownError;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.Responses;
import io.github.ovhantispam.emulator.internal.routing.Route;
import io.github.ovhantispam.model.IpBlock;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials and the time: {@code /auth}. */
public final class AuthRoutes {

    private static final String ACCOUNT = "xx12345-ovh";

    private final Credentials credentials;
    private final ValidationPage validation;
    private final CredentialRequests requests;
    private final InstantSource clock;
    private final Responses responses;

    public AuthRoutes(
            Credentials credentials,
            ValidationPage validation,
            CredentialRequests requests,
            InstantSource clock,
            Responses responses) {
        this.credentials = credentials;
        this.validation = validation;
        this.requests = requests;
        this.clock = clock;
        this.responses = responses;
    }

    public List<Route> routes() {
        return List.of(
                Route.open(Operation.AUTH_TIME, "GET", "/auth/time", this::time),
                Route.open(Operation.REQUEST_CREDENTIAL, "POST", "/auth/credential", this::requestCredential),
                Route.of(Operation.CURRENT_CREDENTIAL, "GET", "/auth/currentCredential", this::currentCredential),
                Route.of(Operation.AUTH_DETAILS, "GET", "/auth/details", this::details),
                Route.of(Operation.LOGOUT, "POST", "/auth/logout", this::logout));
    }

    private HttpResponse time(Call call) {
        return responses.ok(json -> json.writeNumber(clock.instant().getEpochSecond()));
    }

    private HttpResponse requestCredential(Call call) {
        String key =
                call.request().headers().first("X-Ovh-Application").orElseThrow(KnownError.NOT_LOGGED_IN::exception);
        Application application = credentials.application(key).orElseThrow(KnownError.INVALID_KEY::exception);
        CredentialScope scope = requests.scope(call.request().body());
        Map.Entry<String, Credential> requested = credentials.request(application, scope);
        Credential credential = requested.getValue();
        String url = validation.urlFor(requested.getKey(), call.request());
        return responses.ok(json -> {
            json.writeStartObject();
            json.writeStringField("consumerKey", credential.consumerKey());
            json.writeStringField("state", credential.state(clock.instant()).wire());
            json.writeStringField("validationUrl", url);
            json.writeEndObject();
        });
    }

    private HttpResponse currentCredential(Call call) {
        Credential credential = signed(call);
        return responses.ok(json -> {
            json.writeStartObject();
            allowedIps(json, credential);
            json.writeNumberField("applicationId", credential.application().id());
            date(json, "creation", credential.creation());
            json.writeNumberField("credentialId", credential.id());
            date(json, "expiration", credential.expiration());
            date(json, "lastUse", credential.lastUse());
            json.writeBooleanField("ovhSupport", false);
            json.writeFieldName("rules");
            write(json, credential.rules());
            json.writeStringField("status", credential.state(clock.instant()).wire());
            json.writeEndObject();
        });
    }

    private static void allowedIps(JsonGenerator json, Credential credential) throws IOException {
        List<IpBlock> blocks = credential.allowedIps();
        json.writeFieldName("allowedIPs");
        if (blocks == null) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        for (IpBlock block : blocks) {
            json.writeString(block.toString());
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, List<AccessRule> rules) throws IOException {
        json.writeStartArray();
        for (AccessRule rule : rules) {
            json.writeStartObject();
            json.writeStringField("method", rule.method());
            json.writeStringField("path", rule.path());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void date(JsonGenerator json, String name, @Nullable Instant instant) throws IOException {
        if (instant == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, DateText.of(instant.atOffset(ZoneOffset.UTC)));
        }
    }

    private HttpResponse details(Call call) {
        boolean signed = call.caller() instanceof Caller.Signed;
        List<AccessRule> rules =
                call.caller() instanceof Caller.Signed key ? key.credential().rules() : Credentials.EVERYTHING;
        String identity = call.caller() instanceof Caller.Bearer bearer
                ? "urn:v1:eu:identity:credential:" + ACCOUNT + "/oauth2-" + bearer.clientId()
                : "urn:v1:eu:identity:account:" + ACCOUNT;
        return responses.ok(json -> {
            json.writeStartObject();
            json.writeStringField("account", ACCOUNT);
            json.writeFieldName("allowedRoutes");
            if (AccessRule.coverEverything(rules)) {
                json.writeNull();
            } else {
                write(json, rules);
            }
            json.writeNullField("description");
            json.writeArrayFieldStart("identities");
            json.writeString(identity);
            json.writeEndArray();
            json.writeStringField("method", signed ? "account" : "oauth2_client_credentials");
            json.writeNullField("roles");
            json.writeNullField("user");
            json.writeEndObject();
        });
    }

    private HttpResponse logout(Call call) {
        signed(call).state(CredentialState.EXPIRED);
        return responses.nothing();
    }

    private static Credential signed(Call call) {
        if (call.caller() instanceof Caller.Signed signed) {
            return signed.credential();
        }
        throw KnownError.NOT_CREDENTIAL.exception();
    }
}
