package io.github.ovhantispam.client.internal.config;

import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.MissingCredentialsException;
import io.github.ovhantispam.client.internal.secret.HeaderValue;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for credentials where the vendor's own clients look: the environment, then {@code ./ovh.conf},
 * {@code ~/.ovh.conf} and {@code /etc/ovh.conf}, merged key by key. What is found is judged as a whole, after merging.
 */
public final class CredentialChain {

    private static final String ENDPOINT = "endpoint";
    private static final String APPLICATION_KEY = "application_key";
    private static final String APPLICATION_SECRET = "application_secret";
    private static final String CONSUMER_KEY = "consumer_key";
    private static final String CLIENT_ID = "client_id";
    private static final String CLIENT_SECRET = "client_secret";
    private static final String ACCESS_TOKEN = "access_token";
    private static final List<String> KEYS =
            List.of(APPLICATION_KEY, APPLICATION_SECRET, CONSUMER_KEY, CLIENT_ID, CLIENT_SECRET, ACCESS_TOKEN);

    /** The most sections of a file that a message names. */
    private static final int MOST_NAMED = 10;

    private final Map<String, String> environment;
    private final List<Path> paths;

    CredentialChain(Map<String, String> environment, List<Path> paths) {
        this.environment = environment;
        this.paths = paths;
    }

    public static CredentialChain of(Map<String, String> environment) {
        return new CredentialChain(
                environment,
                List.of(
                        Path.of("ovh.conf"),
                        Path.of(System.getProperty("user.home", ""), ".ovh.conf"),
                        Path.of("/etc/ovh.conf")));
    }

    /** The environment and the files, and what each had to say. */
    private record Sources(Map<Path, OvhConfFile> files, List<String> tried) {}

    private record Setting(String value, String source) {}

    /** Returns true when an environment has credentials, or a part of some. */
    static boolean hasKey(Map<String, String> environment) {
        return KEYS.stream()
                .anyMatch(key -> !environment.getOrDefault(variable(key), "").isEmpty());
    }

    /** Finds credentials, and their endpoint unless it is given. */
    public Access find(@Nullable Endpoint explicit, boolean consumerKeyNeeded) {
        Sources sources = open();
        Setting named = explicit == null ? named(sources) : new Setting(explicit.name(), "the builder");
        Endpoint endpoint = explicit == null ? endpoint(named) : explicit;
        Map<String, Setting> merged = merge(sources, new LinkedHashSet<>(List.of(named.value, endpoint.name())));
        return new Access(endpoint, judge(endpoint, merged, sources.tried, consumerKeyNeeded), source(merged));
    }

    /**
     * Finds only the endpoint, for credentials that were given. No key is read, and no file where the environment names
     * an endpoint.
     */
    public Endpoint endpoint() {
        Sources sources = fromEnvironment(ENDPOINT) == null ? open() : new Sources(Map.of(), List.of());
        return endpoint(named(sources));
    }

    private Sources open() {
        Map<Path, OvhConfFile> files = new LinkedHashMap<>();
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
                tried.add(printable(path) + ": not found");
                continue;
            }
            try {
                files.put(path, OvhConfFile.read(path));
            } catch (IOException e) {
                throw unreadable(path, e, tried);
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

    /** Returns the endpoint's name or URL, as the environment or else a file has it. */
    private Setting named(Sources sources) {
        String text = fromEnvironment(ENDPOINT);
        if (text != null) {
            return new Setting(text, variable(ENDPOINT));
        }
        for (Map.Entry<Path, OvhConfFile> file : sources.files.entrySet()) {
            text = value(file, "default", ENDPOINT, sources.tried);
            if (text != null) {
                return new Setting(text, "endpoint in " + printable(file.getKey()));
            }
        }
        return new Setting(Endpoint.OVH_EU.name(), "nowhere");
    }

    private static Endpoint endpoint(Setting named) {
        try {
            return Endpoint.of(named.value);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(named.source + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable String value(
            Map.Entry<Path, OvhConfFile> file, String section, String key, List<String> tried) {
        try {
            return file.getValue().value(section, key);
        } catch (IOException e) {
            throw unreadable(file.getKey(), e, tried);
        }
    }

    private static MissingCredentialsException unreadable(Path path, IOException e, List<String> tried) {
        String problem = e.getClass() == IOException.class
                ? String.valueOf(e.getMessage()) // of a line, or of the operating system
                : e.getClass().getSimpleName() + ": " + e.getMessage();
        List<String> all = new ArrayList<>(tried);
        all.add(printable(path) + ": cannot be read");
        return new MissingCredentialsException(
                printable(path) + " is there but cannot be read (" + PrintableText.of(problem)
                        + "); repair or remove it",
                all);
    }

    private static String printable(Path path) {
        return PrintableText.of(path.toString());
    }

    private Map<String, Setting> merge(Sources sources, Set<String> sections) {
        Map<String, Setting> merged = new LinkedHashMap<>();
        for (String key : KEYS) {
            String value = fromEnvironment(key);
            if (value != null) {
                merged.put(key, new Setting(value, "the environment"));
            }
        }
        for (Map.Entry<Path, OvhConfFile> file : sources.files.entrySet()) {
            String path = printable(file.getKey());
            Set<String> found = new LinkedHashSet<>();
            for (String section : sections) {
                for (String key : KEYS) {
                    String value = value(file, section, key, sources.tried);
                    if (value != null) {
                        merged.putIfAbsent(key, new Setting(value, path));
                        found.add(key);
                    }
                }
            }
            sources.tried.add(path + ": " + (found.isEmpty() ? lack(file.getValue(), sections) : "has " + join(found)));
        }
        return merged;
    }

    private static String join(Collection<String> names) {
        return String.join(", ", names);
    }

    /** Names the section that a file lacks, and those it has instead. */
    private static String lack(OvhConfFile file, Set<String> wanted) {
        String lack = "no key in section " + bracketed(wanted.iterator().next());
        if (!Collections.disjoint(file.sections(), wanted)) {
            return lack;
        }
        List<String> there = file.sections().stream()
                .limit(MOST_NAMED)
                .map(CredentialChain::bracketed)
                .toList();
        return lack + ": no such section, "
                + (there.isEmpty() ? "and no other" : "only " + join(there))
                + (file.sections().size() > MOST_NAMED ? ", ..." : "");
    }

    /** A URL with a user in it is refused as an endpoint, and must not be printed either. */
    private static String bracketed(String section) {
        return '[' + (section.indexOf('@') < 0 ? PrintableText.of(section) : "***") + ']';
    }

    private static String source(Map<String, Setting> merged) {
        Set<String> sources =
                merged.values().stream().map(Setting::source).collect(Collectors.toCollection(LinkedHashSet::new));
        return sources.size() == 1
                ? sources.iterator().next()
                : merged.entrySet().stream()
                        .map(entry -> entry.getValue().source + " (" + entry.getKey() + ')')
                        .collect(Collectors.joining(", "));
    }

    private static AuthMethod judge(
            Endpoint endpoint, Map<String, Setting> merged, List<String> tried, boolean consumerKeyNeeded) {
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

    private static String required(Map<String, Setting> merged, String key, List<String> tried) {
        Setting setting = merged.get(key);
        if (setting == null) {
            throw new MissingCredentialsException(
                    "half of the credentials is there, and " + variable(key) + " (" + key
                            + " in an ovh.conf) is missing",
                    tried);
        }
        return HeaderValue.checked(key + " from " + setting.source, setting.value);
    }
}
