package io.github.ovhantispam.emulator.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Works a {@code $1$} signature out, the second implementation of it in this project, and independent of the first. */
public final class Signature {

    private static final byte[] PLUS = {'+'};

    private final String secret;
    private final String consumerKey;

    /**
     * Makes a signature for a pair of keys.
     *
     * @param secret the application's secret
     * @param consumerKey the consumer key
     */
    public Signature(String secret, String consumerKey) {
        this.secret = secret;
        this.consumerKey = consumerKey;
    }

    /**
     * Signs a call.
     *
     * @param method its verb
     * @param url its absolute URL, as encoded as it was sent
     * @param body its body, byte for byte
     * @param timestamp seconds since 1970, as text
     * @return {@code $1$} and 40 hexadecimal digits
     */
    public String of(String method, String url, byte[] body, String timestamp) {
        MessageDigest sha1 = sha1();
        for (String part : new String[] {secret, consumerKey, method, url}) {
            sha1.update(part.getBytes(StandardCharsets.UTF_8));
            sha1.update(PLUS);
        }
        sha1.update(body);
        sha1.update(PLUS);
        sha1.update(timestamp.getBytes(StandardCharsets.UTF_8));
        return "$1$" + HexFormat.of().formatHex(sha1.digest());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
