package io.github.ovhantispam.client.internal.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import okhttp3.Credentials;

/** A user and a password for a proxy, for HTTP's Basic scheme. */
public final class ProxyCredentials {

    private final String user;
    private final String password;

    private ProxyCredentials(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** Checks what the scheme (RFC 7617) cannot carry. No message quotes. */
    static ProxyCredentials of(String user, String password) {
        if (Objects.requireNonNull(user, "user").isEmpty()) {
            throw new IllegalArgumentException("user is empty");
        }
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("user has a colon, which a proxy takes for the end of it");
        }
        checkPrintable("user", user);
        checkPrintable("password", Objects.requireNonNull(password, "password"));
        return new ProxyCredentials(user, password);
    }

    private static void checkPrintable(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " has a control character");
        }
    }

    /** Returns the value of {@code Proxy-Authorization}. */
    public String header() {
        return Credentials.basic(user, password, StandardCharsets.UTF_8);
    }

    /** Returns every value that must never be printed. */
    public List<String> secrets() {
        String encoded = header().substring("Basic ".length());
        return password.isEmpty() ? List.of(encoded) : List.of(password, encoded);
    }

    @Override
    public String toString() {
        return "proxy credentials";
    }
}
