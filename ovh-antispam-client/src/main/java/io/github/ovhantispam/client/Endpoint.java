package io.github.ovhantispam.client;

import io.github.ovhantispam.model.internal.PrintableText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of the API: one of the vendor's by name, or any URL.
 *
 * <p>The names and URLs are those of the vendor's own clients. OAuth2 is served for {@code ovh-eu}, {@code ovh-ca} and
 * {@code ovh-us}, whether given by name or by a URL of their host, and for a URL of this machine, whose tokens are
 * requested at {@code /auth/oauth2/token} of the same server.
 */
public final class Endpoint {

    private static final Map<String, Endpoint> NAMED = new TreeMap<>();

    /** OVHcloud Europe, {@code ovh-eu}: the default. */
    public static final Endpoint OVH_EU =
            named("ovh-eu", "https://eu.api.ovh.com/1.0", "https://www.ovh.com/auth/oauth2/token");

    /** OVHcloud Canada, {@code ovh-ca}. */
    public static final Endpoint OVH_CA =
            named("ovh-ca", "https://ca.api.ovh.com/1.0", "https://ca.ovh.com/auth/oauth2/token");

    /** OVHcloud US, {@code ovh-us}. */
    public static final Endpoint OVH_US =
            named("ovh-us", "https://api.us.ovhcloud.com/1.0", "https://us.ovhcloud.com/auth/oauth2/token");

    /** Kimsufi Europe, {@code kimsufi-eu}, also {@code ks-eu}. */
    public static final Endpoint KIMSUFI_EU = named("kimsufi-eu", "https://eu.api.kimsufi.com/1.0", null);

    /** Kimsufi Canada, {@code kimsufi-ca}, also {@code ks-ca}. */
    public static final Endpoint KIMSUFI_CA = named("kimsufi-ca", "https://ca.api.kimsufi.com/1.0", null);

    /** So you Start Europe, {@code soyoustart-eu}, also {@code sys-eu}. */
    public static final Endpoint SOYOUSTART_EU = named("soyoustart-eu", "https://eu.api.soyoustart.com/1.0", null);

    /** So you Start Canada, {@code soyoustart-ca}, also {@code sys-ca}. */
    public static final Endpoint SOYOUSTART_CA = named("soyoustart-ca", "https://ca.api.soyoustart.com/1.0", null);

    /** RunAbove, {@code runabove-ca}: legacy. */
    public static final Endpoint RUNABOVE_CA = named("runabove-ca", "https://api.runabove.com/1.0", null);

    private static final Map<String, Endpoint> ALIASES = Map.of(
            "ks-eu", KIMSUFI_EU,
            "ks-ca", KIMSUFI_CA,
            "sys-eu", SOYOUSTART_EU,
            "sys-ca", SOYOUSTART_CA);

    private final String name;
    private final URI baseUrl;
    private final @Nullable URI tokenUrl;

    private Endpoint(String name, URI baseUrl, @Nullable URI tokenUrl) {
        this.name = name;
        this.baseUrl = baseUrl;
        this.tokenUrl = tokenUrl;
    }

    private static Endpoint named(String name, String baseUrl, @Nullable String tokenUrl) {
        Endpoint endpoint = new Endpoint(name, URI.create(baseUrl), tokenUrl == null ? null : URI.create(tokenUrl));
        NAMED.put(name, endpoint);
        return endpoint;
    }

    /**
     * Returns the endpoint with a name or a URL.
     *
     * @param nameOrUrl a name such as {@code ovh-eu}, or, when it contains a slash, a URL such as
     *     {@code https://eu.api.ovh.com/v1}, with or without a slash at its end
     * @return the endpoint
     * @throws IllegalArgumentException when the name is unknown, or the URL is invalid, is neither {@code https} nor of
     *     this machine, or has user info, a query or a fragment
     */
    public static Endpoint of(String nameOrUrl) {
        if (Objects.requireNonNull(nameOrUrl, "nameOrUrl").indexOf('/') >= 0) {
            URI baseUrl = checked(nameOrUrl);
            return new Endpoint(
                    baseUrl.toString(), baseUrl, isLoopback(baseUrl) ? ownTokenUrl(baseUrl) : vendorTokenUrl(baseUrl));
        }
        Endpoint endpoint = NAMED.getOrDefault(nameOrUrl, ALIASES.get(nameOrUrl));
        if (endpoint == null) {
            throw new IllegalArgumentException("unknown endpoint \"" + PrintableText.of(nameOrUrl) + "\"; known are "
                    + known() + ", or give a URL such as https://eu.api.ovh.com/1.0");
        }
        return endpoint;
    }

    /**
     * Returns this endpoint with another URL for OAuth2 tokens.
     *
     * @param tokenUrl an absolute URL, under the same rules as in {@link #of}
     * @return a new endpoint
     * @throws IllegalArgumentException as in {@link #of}
     */
    public Endpoint tokenUrl(String tokenUrl) {
        return new Endpoint(name, baseUrl, checked(Objects.requireNonNull(tokenUrl, "tokenUrl")));
    }

    private static String known() {
        SortedSet<String> names = new TreeSet<>(NAMED.keySet());
        names.addAll(ALIASES.keySet());
        return String.join(", ", names);
    }

    /** No message of this quotes the URL, in which a password may stand. */
    private static URI checked(String url) {
        URI uri;
        try {
            uri = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("endpoint URL cannot be read at character " + e.getIndex());
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
            throw new IllegalArgumentException("endpoint URL is not an http or https URL with a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("endpoint URL has user info, a query or a fragment");
        }
        if (scheme.equals("http") && !isLoopback(uri)) {
            throw new IllegalArgumentException("endpoint URL is plain http, which is accepted for this machine only");
        }
        return uri;
    }

    private static boolean isLoopback(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static URI ownTokenUrl(URI baseUrl) {
        return URI.create(baseUrl.getScheme() + "://" + baseUrl.getRawAuthority() + "/auth/oauth2/token");
    }

    /** Returns the token URL of a named endpoint, which stays the same in all versions of its API. */
    private static @Nullable URI vendorTokenUrl(URI baseUrl) {
        if (baseUrl.getPort() != -1 && baseUrl.getPort() != 443) {
            return null; // another server on that host, perhaps
        }
        for (Endpoint endpoint : NAMED.values()) {
            if (endpoint.baseUrl.getHost().equalsIgnoreCase(baseUrl.getHost())) {
                return endpoint.tokenUrl;
            }
        }
        return null;
    }

    /**
     * Returns the endpoint's name, which is also the section of a configuration file.
     *
     * @return for example {@code ovh-eu}, or the URL
     */
    public String name() {
        return name;
    }

    /**
     * Returns the URL below which the routes are.
     *
     * @return for example {@code https://eu.api.ovh.com/1.0}, without a slash at its end
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Returns the URL at which OAuth2 tokens are requested.
     *
     * @return empty where the endpoint has no OAuth2
     */
    public Optional<URI> tokenUrl() {
        return Optional.ofNullable(tokenUrl);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint that
                && baseUrl.equals(that.baseUrl)
                && Objects.equals(tokenUrl, that.tokenUrl);
    }

    @Override
    public int hashCode() {
        return Objects.hash(baseUrl, tokenUrl);
    }

    @Override
    public String toString() {
        return name;
    }
}
