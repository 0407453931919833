package io.github.ovhantispam.mail.internal.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The key of a signer, as DNS has it (RFC 6376, section 3.6.1).
 *
 * @param key the key
 * @param testing true when the domain only tests DKIM ({@code t=y})
 * @param exactDomain true when the user's domain must be the signer's ({@code t=s})
 */
record KeyRecord(PublicKey key, boolean testing, boolean exactDomain) {

    /** The bytes before the 32 of an Ed25519 key in the encoding that Java reads (RFC 8410, section 4). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /**
     * Reads a record.
     *
     * @param keyType {@code rsa} or {@code ed25519}, from the signature
     * @throws DkimException when it is not a usable key
     */
    static KeyRecord parse(String record, String keyType) throws DkimException {
        TagList tags = TagList.parse(record).orElseThrow(() -> new DkimException("the key record is malformed"));
        if (tags.get("v").isPresent()
                && !(tags.first().equals("v") && tags.get("v", "").equals("DKIM1"))) {
            throw new DkimException("the key record is not of DKIM1");
        }
        if (!tags.get("k", "rsa").equalsIgnoreCase(keyType)) {
            throw new DkimException("the key is not an " + keyType + " key");
        }
        if (!lists(tags, "h", "sha256")) {
            throw new DkimException("the key does not allow SHA-256");
        }
        if (!lists(tags, "s", "email")) {
            throw new DkimException("the key is not for mail");
        }
        String encoded = tags.compact("p");
        if (encoded.isEmpty()) {
            throw new DkimException(tags.get("p").isPresent() ? "the key is revoked" : "the key record has no key");
        }
        return new KeyRecord(key(encoded, keyType), flag(tags, "y"), flag(tags, "s"));
    }

    private static PublicKey key(String encoded, String keyType) throws DkimException {
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            if (keyType.equals("rsa")) {
                return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
            }
            byte[] wrapped = new byte[ED25519_PREFIX.length + bytes.length];
            System.arraycopy(ED25519_PREFIX, 0, wrapped, 0, ED25519_PREFIX.length);
            System.arraycopy(bytes, 0, wrapped, ED25519_PREFIX.length, bytes.length);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(wrapped));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DkimException("the key in DNS is not a key", e);
        }
    }

    private static boolean lists(TagList tags, String name, String wanted) {
        if (tags.get(name).isEmpty()) {
            return true;
        }
        for (String item : tags.compact(name).toLowerCase(Locale.ROOT).split(":", -1)) {
            if (item.equals(wanted) || (name.equals("s") && item.equals("*"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean flag(TagList tags, String flag) {
        return (":" + tags.compact("t").toLowerCase(Locale.ROOT) + ":").contains(":" + flag + ":");
    }

    /** Returns the length of an RSA key in bits, or 256 for Ed25519. */
    int bits() {
        return key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 256;
    }
}
