package io.github.ovhantispam.emulator.internal.auth;

import java.security.SecureRandom;

/** Makes keys that look like the vendor's. No two are the same, so no client gets into the wrong emulator by chance. */
final class KeyMaker {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    String next(int length) {
        StringBuilder key = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }
}
