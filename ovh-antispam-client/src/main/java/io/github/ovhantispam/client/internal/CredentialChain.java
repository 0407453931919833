package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.MissingCredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for credentials where the vendor's own clients look: the environment, then {@code ./ovh.conf},
 * {@code ~/.ovh.conf} and {@code /etc/ovh.conf}, merged key by key. What is found is judged as a whole, after merging.
 */
final class CredentialChain {

    private static final String APPLICATION_KEY = "application_key";
    private static final String APPLICATION_SECRET = "application_secret";
    private static final String CONSUMER_KEY = "consumer_key";
    private static final String CLIENT_ID = "client_id";
    private static final String CLIENT_SECRET = "client_secret";
    private static final String ACCESS_TOKEN = "access_token";
    private static final List<String> KEYS =
            List.of(APPLICATION_KEY, APPLICATION_SECRET, CONSUMER_KEY, CLIENT_ID, CLIENT_SECRET, ACCESS_TOKEN);

    private final Map<String, String> environment;
    private final List<Path> paths;

    CredentialChain(Map<String, String> environment, List<Path> paths) {
        this.environment = environment;
        this.paths = paths;
    }

    /** The chain of this machine. */
    static CredentialChain of(Map<String, String> environment) {
        return new CredentialChain(
                environment,
                List.of(
                        Path.of("ovh.conf"),
                        Path.of(System.getProperty("user.home", ""), ".ovh.conf"),
                        Path.of("/etc/ovh.conf")));
    }

    /** What was found. */
    record Found(Endpoint endpoint, AuthMethod method) {}

    /** The environment and the files, and what each had to say. */
    private record Sources(Map<String, IniFile> files, List<String> tried) {}

    Found find(@Nullable Endpoint explicit, boolean consumerKeyNeeded) {
        Sources sources = open();
        String endpointText = explicit == null ? endpointText(sources) : explicit.name();
        Endpoint endpoint = explicit == null ? endpoint(endpointText) : explicit;
        Map<String, String> merged = merge(sources, new LinkedHashSet<>(List.of(endpointText, endpoint.name())));
        return new Found(endpoint, judge(endpoint, merged, sources.tried, consumerKeyNeeded));
    }

    private Sources open() {
        Map<String, IniFile> files = new LinkedHashMap<>();
        List<String> tried = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        for (String key : KEYS) {
            if (fromEnvironment(key) != null) {
                variables.add(variable(key));
            }
        }
        tried.add("environment: " + (variables.isEmpty() ? "no OVH_* key" : "has " + String.join(", ", variables)));
        for (Path path : paths) {
            if (Files.notExists(path)) {
                tried.add(path + ": not found");
                continue;
            }
            try {
                files.put(path.toString(), IniFile.read(path));
            } catch (IOException e) {
                tried.add(path + ": cannot be read");
                throw new MissingCredentialsException(
                        path + " is there but cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                                + "); mend or remove it",
                        tried);
            }
        }
        return new Sources(files, tried);
    }

    private static String variable(String key) {
        return "OVH_" + key.toUpperCase(Locale.ROOT);
    }

    private @Nullable String fromEnvironment(String key) {
        String value = environment.get(variable(key));
        return value == null || value.isEmpty() ? null : value;
    }

    private String endpointText(Sources sources) {
        String text = fromEnvironment("endpoint");
        if (text != null) {
            return text;
        }
        for (IniFile file : sources.files.values()) {
            text = file.value("default", "endpoint");
            if (text != null) {
                return text;
            }
        }
        return Endpoint.OVH_EU.name();
    }

    private static Endpoint endpoint(String text) {
        try {
            return Endpoint.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("OVH_ENDPOINT, or endpoint in an ovh.conf: " + e.getMessage(), e);
        }
    }

    private Map<String, String> merge(Sources sources, Set<String> sections) {
        Map<String, String> merged = new LinkedHashMap<>();
        for (String key : KEYS) {
            String value = fromEnvironment(key);
            if (value != null) {
                merged.put(key, value);
            }
        }
        sources.files.forEach((path, file) -> {
            List<String> found = new ArrayList<>();
            for (String section : sections) {
                for (String key : KEYS) {
                    String value = file.value(section, key);
                    if (value != null) {
                        merged.putIfAbsent(key, value);
                        found.add(key);
                    }
                }
            }
            sources.tried.add(path + ": "
                    + (found.isEmpty()
                            ? "no key in section [" + sections.iterator().next() + "]"
                            : "has " + String.join(", ", found)));
        });
        return merged;
    }

    private static AuthMethod judge(
            Endpoint endpoint, Map<String, String> merged, List<String> tried, boolean consumerKeyNeeded) {
        boolean keys = merged.containsKey(APPLICATION_KEY)
                || merged.containsKey(APPLICATION_SECRET)
                || merged.containsKey(CONSUMER_KEY);
        boolean account = merged.containsKey(CLIENT_ID) || merged.containsKey(CLIENT_SECRET);
        boolean token = merged.containsKey(ACCESS_TOKEN);
        if ((keys && account) || (keys && token) || (account && token)) {
            throw new IllegalStateException("more than one kind of credentials is configured: "
                    + String.join(", ", merged.keySet()) + "; keep one kind (" + String.join("; ", tried) + ")");
        }
        if (keys) {
            String applicationKey = required(merged, APPLICATION_KEY, tried);
            String applicationSecret = required(merged, APPLICATION_SECRET, tried);
            return consumerKeyNeeded
                    ? AuthMethod.applicationKeys(
                            applicationKey, applicationSecret, required(merged, CONSUMER_KEY, tried))
                    : AuthMethod.application(applicationKey, applicationSecret);
        }
        if (account) {
            return AuthMethod.serviceAccount(
                    required(merged, CLIENT_ID, tried), required(merged, CLIENT_SECRET, tried));
        }
        if (token) {
            return AuthMethod.accessToken(required(merged, ACCESS_TOKEN, tried));
        }
        throw new MissingCredentialsException(
                "no credentials for " + endpoint + ": set OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and"
                        + " OVH_CONSUMER_KEY, or give credentials to the builder",
                tried);
    }

    private static String required(Map<String, String> merged, String key, List<String> tried) {
        String value = merged.get(key);
        if (value == null) {
            throw new MissingCredentialsException(
                    "half of the credentials is there, and " + variable(key) + " (" + key
                            + " in an ovh.conf) is missing",
                    tried);
        }
        return value;
    }
}
