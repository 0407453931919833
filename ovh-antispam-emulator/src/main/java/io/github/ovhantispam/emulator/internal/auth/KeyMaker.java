package io.github.ovhantispam.emulator.internal.auth;

import java.util.Random;

/** Makes keys that look like the vendor's. They protect nothing, so that a run can be repeated exactly. */
final class KeyMaker {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final long SEED = 122_122_122_122L;

    private final Random random = new Random(SEED);

    synchronized String next(int length) {
        StringBuilder key = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }
}
