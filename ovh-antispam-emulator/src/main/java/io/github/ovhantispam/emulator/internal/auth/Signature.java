package io.github.ovhantispam.emulator.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Works a {@code $1$} signature out, the second implementation of it in this project, and independent of the first. */
public final class Signature {

    /** One a thread: to find an algorithm takes longer than to digest a call with it. */
    private static final ThreadLocal<MessageDigest> SHA1 = ThreadLocal.withInitial(Signature::sha1);

    private final String secret;
    private final String consumerKey;

    /** Makes a signature for a pair of keys. */
    public Signature(String secret, String consumerKey) {
        this.secret = secret;
        this.consumerKey = consumerKey;
    }

    /** Signs a call. */
    public String of(String method, String url, byte[] body, String timestamp) {
        String beforeBody = secret + "+" + consumerKey + "+" + method + "+" + url + "+";
        String afterBody = "+" + timestamp;
        MessageDigest sha1 = SHA1.get();
        sha1.update(beforeBody.getBytes(StandardCharsets.UTF_8));
        sha1.update(body);
        sha1.update(afterBody.getBytes(StandardCharsets.UTF_8));
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
