package io.github.ovhantispam.client;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A right of a consumer key: a method, and the paths it may be used on.
 *
 * <p>A consumer key requested with {@link AntispamClient.Builder#requestConsumerKey} has {@code GET /ip}, {@code GET
 * /ip/*} and {@code POST /ip/*}. The constants here are for the calls that need more; each is requested only when
 * passed to that method.
 */
public final class AccessRule {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]{0,500}");

    /** {@code GET /me/notification/email/history*}: reads every mail that the vendor sent to the account's owner. */
    public static final AccessRule NOTIFICATIONS = new AccessRule("GET", "/me/notification/email/history*");

    /** {@code POST /support/tickets/create}: creates support tickets. */
    public static final AccessRule SUPPORT_TICKETS = new AccessRule("POST", "/support/tickets/create");

    /**
     * {@code DELETE /ip/*}{@code /reverse/*}: deletes reverse names. Reading and setting them needs no more than every
     * key has.
     */
    public static final AccessRule REVERSE = new AccessRule("DELETE", "/ip/*/reverse/*");

    private final String method;
    private final String path;

    private AccessRule(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /**
     * Returns a rule for calls that this library does not make.
     *
     * @param method {@code GET}, {@code POST}, {@code PUT}, {@code DELETE} or {@code PATCH}
     * @param path a path below the endpoint, in which {@code *} stands for any text; a rule for {@code /ip} does not
     *     cover {@code /ip/...}
     * @return the rule
     * @throws IllegalArgumentException when it is another method, or the path does not begin with a slash or has
     *     characters that are not printable ASCII
     */
    public static AccessRule of(String method, String path) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("method is not one of GET, POST, PUT, DELETE and PATCH");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "path does not begin with a slash, has a character that is not printable ASCII, or is longer than"
                            + " 501 characters");
        }
        return new AccessRule(method, path);
    }

    /**
     * Returns the method.
     *
     * @return for example {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * Returns the paths.
     *
     * @return for example {@code /ip/*}
     */
    public String path() {
        return path;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessRule that && method.equals(that.method) && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, path);
    }

    /** The method and the path, such as {@code GET /ip/*}. */
    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
