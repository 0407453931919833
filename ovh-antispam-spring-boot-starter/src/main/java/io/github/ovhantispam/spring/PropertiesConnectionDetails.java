package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The server and the credentials that the properties name. */
final class PropertiesConnectionDetails implements AntispamConnectionDetails {

    private static final String PREFIX = "ovh.antispam.";
    private static final List<List<String>> KINDS = List.of(
            List.of("application-key", "application-secret", "consumer-key"),
            List.of("client-id", "client-secret"),
            List.of("access-token"));

    private final Endpoint endpoint;
    private final Credentials credentials;

    PropertiesConnectionDetails(AntispamProperties properties) {
        this.endpoint =
                Checked.value(PREFIX + "endpoint", () -> Endpoint.of(resolved("endpoint", properties.endpoint())));
        this.credentials = credentials(given(properties));
        if (properties.clientId() != null && endpoint.tokenUrl().isEmpty()) {
            throw new InvalidAntispamPropertyException(PREFIX + "client-id is set, but the endpoint " + endpoint
                    + " has no service accounts: use application keys, or another " + PREFIX + "endpoint");
        }
    }

    private static Map<String, String> given(AntispamProperties properties) {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "application-key", properties.applicationKey());
        put(given, "application-secret", properties.applicationSecret());
        put(given, "consumer-key", properties.consumerKey());
        put(given, "client-id", properties.clientId());
        put(given, "client-secret", properties.clientSecret());
        put(given, "access-token", properties.accessToken());
        return given;
    }

    /** An empty value is as good as none, as that of a variable that was left blank. */
    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            given.put(name, resolved(name, value));
        }
    }

    /** Boot hands over a placeholder for which there is no value as it stands. */
    private static String resolved(String name, String value) {
        if (value.contains("${")) {
            throw new InvalidAntispamPropertyException(
                    PREFIX + name + " refers with ${..} to a property that is not set");
        }
        return value;
    }

    private static Credentials credentials(Map<String, String> given) {
        List<List<String>> begun = KINDS.stream()
                .filter(kind -> kind.stream().anyMatch(given::containsKey))
                .toList();
        if (begun.isEmpty()) {
            throw new InvalidAntispamPropertyException(
                    PREFIX + "application-key is missing: set it with application-secret and consumer-key, or set"
                            + " client-id and client-secret, or access-token");
        }
        if (begun.size() > 1) {
            throw new InvalidAntispamPropertyException(PREFIX + firstOf(begun.get(1), given) + " and "
                    + firstOf(begun.get(0), given) + " contradict each other: set one kind of credentials");
        }
        List<String> kind = begun.get(0);
        for (String name : kind) {
            if (!given.containsKey(name)) {
                throw new InvalidAntispamPropertyException(
                        PREFIX + name + " is missing: it is needed beside " + firstOf(kind, given));
            }
            checkAlone(name, Objects.requireNonNull(given.get(name)));
        }
        return switch (kind.size()) {
            case 3 ->
                Credentials.applicationKeys(
                        value(given, kind.get(0)), value(given, kind.get(1)), value(given, kind.get(2)));
            case 2 -> Credentials.oauth2(value(given, kind.get(0)), value(given, kind.get(1)));
            default -> Credentials.accessToken(value(given, kind.get(0)));
        };
    }

    private static String value(Map<String, String> given, String name) {
        return Objects.requireNonNull(given.get(name));
    }

    private static String firstOf(List<String> kind, Map<String, String> given) {
        return kind.stream().filter(given::containsKey).findFirst().orElseThrow();
    }

    /** Each by itself, so that the message names the one that is not safe in a header. */
    private static void checkAlone(String name, String value) {
        Checked.value(
                PREFIX + name, () -> Credentials.accessToken(value), "it has characters that a header cannot have");
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }
}
