package io.github.ovhantispam.emulator.internal.auth;

/**
 * A registered application.
 *
 * @param key its key, which travels
 * @param secret its secret, which signs
 */
public record Application(long id, String key, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Application[" + key + "]";
    }
}
