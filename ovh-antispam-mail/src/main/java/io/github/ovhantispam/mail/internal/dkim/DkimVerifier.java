package io.github.ovhantispam.mail.internal.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.ovhantispam.mail.internal.dkim.SignatureCheck.Status;
import io.github.ovhantispam.mail.internal.dns.DnsAnswer;
import io.github.ovhantispam.mail.internal.dns.DnsClient;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A verifier of the signatures of a mail, stricter than the RFC where receivers are. */
public final class DkimVerifier {

    /** More signatures than this are not looked at. */
    public static final int MOST_SIGNATURES = 10;

    private static final int LEAST_BITS = 1024;
    private static final int GOOD_BITS = 2048;
    private static final int MOST_BITS = 8192;
    private static final int MOST_FIELDS = 200;

    private final DnsClient dns;
    private final Instant now;

    /**
     * Creates a verifier.
     *
     * @param dns the client of this check
     * @param now the time of the check
     */
    public DkimVerifier(DnsClient dns, Instant now) {
        this.dns = dns;
        this.now = now;
    }

    /**
     * Verifies the signatures of a mail.
     *
     * @param mail the mail
     * @return an outcome for each of the first ten signatures, in order
     */
    public List<SignatureCheck> verify(RawMail mail) {
        return mail.fields("dkim-signature").stream()
                .limit(MOST_SIGNATURES)
                .map(field -> verify(mail, field))
                .toList();
    }

    private SignatureCheck verify(RawMail mail, RawField field) {
        TagList tags = TagList.parse(field.value()).orElse(null);
        if (tags == null) {
            return new SignatureCheck("", Status.FAIL, "the signature is malformed", List.of(), List.of());
        }
        String domain = tags.compact("d").toLowerCase(Locale.ROOT);
        List<String> signed =
                Arrays.asList(tags.compact("h").toLowerCase(Locale.ROOT).split(":", -1));
        List<String> weaknesses = new ArrayList<>();
        try {
            String keyType = checkTags(tags, domain, signed);
            byte[] bodyHash = decode(tags, "bh");
            byte[] value = decode(tags, "b");
            DnsAnswer answer = dns.texts(tags.compact("s") + "._domainkey." + domain);
            if (answer.hasFailed()) {
                return new SignatureCheck(domain, Status.UNKNOWN, answer.trouble(), List.of(), signed);
            }
            if (answer.records().isEmpty()) {
                throw new DkimException("there is no key at " + tags.compact("s") + "._domainkey." + domain);
            }
            KeyRecord key = KeyRecord.parse(answer.records().get(0), keyType);
            checkKey(key, keyType, tags, domain, weaknesses);
            String form = tags.compact("c").toLowerCase(Locale.ROOT);
            checkBody(mail, form, bodyHash, tags, weaknesses);
            String text = HeaderForm.of(mail, signed, field, form.startsWith("relaxed"));
            if (!verifies(key, keyType, text.getBytes(ISO_8859_1), value)) {
                throw new DkimException("a signed header was changed after signing, or the key is another one");
            }
            return new SignatureCheck(domain, Status.PASS, "", weaknesses, signed);
        } catch (DkimException e) {
            return new SignatureCheck(domain, Status.FAIL, String.valueOf(e.getMessage()), weaknesses, signed);
        }
    }

    private String checkTags(TagList tags, String domain, List<String> signed) throws DkimException {
        require(tags.compact("v").equals("1"), "the signature is not of version 1");
        require(!domain.isEmpty() && !tags.compact("s").isEmpty(), "the signature has no domain or no selector");
        require(signed.contains("from"), "the From header is not signed");
        require(signed.size() <= MOST_FIELDS, "the signature lists more than " + MOST_FIELDS + " headers");
        String agent = tags.compact("i").toLowerCase(Locale.ROOT);
        String agentDomain = agent.substring(agent.lastIndexOf('@') + 1);
        require(
                agent.isEmpty() || agentDomain.equals(domain) || agentDomain.endsWith("." + domain),
                "i= is not in the domain of d=");
        require(tags.get("q").isEmpty() || tags.compact("q").contains("dns/txt"), "the key is not in DNS");
        long signedAt = seconds(tags, "t", 0);
        long expires = seconds(tags, "x", Long.MAX_VALUE);
        require(expires >= now.getEpochSecond(), "the signature has expired (x=)");
        require(expires > signedAt, "the signature expires before it was made");
        require(signedAt <= now.getEpochSecond() + 86_400, "the signature is dated in the future (t=)");
        return switch (tags.compact("a").toLowerCase(Locale.ROOT)) {
            case "rsa-sha256" -> "rsa";
            case "ed25519-sha256" -> "ed25519";
            case "rsa-sha1" -> throw new DkimException("rsa-sha1 must not be used (RFC 8301)");
            default -> throw new DkimException("the algorithm is not one of DKIM");
        };
    }

    private static void checkKey(KeyRecord key, String keyType, TagList tags, String domain, List<String> weaknesses)
            throws DkimException {
        require(key.bits() <= MOST_BITS, "the key has more than " + MOST_BITS + " bits");
        if (keyType.equals("rsa")) {
            require(
                    key.bits() >= LEAST_BITS,
                    "the key has " + key.bits() + " bits, fewer than " + LEAST_BITS + " (RFC 8301)");
            if (key.bits() < GOOD_BITS) {
                weaknesses.add("the key has " + key.bits() + " bits, use " + GOOD_BITS);
            }
        }
        String agent = tags.compact("i").toLowerCase(Locale.ROOT);
        require(
                !key.exactDomain() || agent.isEmpty() || agent.endsWith("@" + domain),
                "the key does not allow subdomains (t=s)");
        if (key.testing()) {
            weaknesses.add("the key is marked as a test (t=y)");
        }
    }

    private static void checkBody(RawMail mail, String form, byte[] expected, TagList tags, List<String> weaknesses)
            throws DkimException {
        require(form.matches("|(simple|relaxed)(/(simple|relaxed))?"), "the canonical form (c=) is unknown");
        long limit = seconds(tags, "l", Long.MAX_VALUE);
        BodyHash body = BodyHash.of(mail, form.endsWith("/relaxed"), limit);
        require(tags.get("l").isEmpty() || limit <= body.length(), "the body is shorter than was signed (l=)");
        require(body.equalTo(expected), "the body was changed after signing");
        if (tags.get("l").isPresent()) {
            weaknesses.add(
                    body.length() > limit
                            ? "text was added after the signed part (l=)"
                            : "anybody can add text to the mail (l=)");
        }
    }

    private static boolean verifies(KeyRecord key, String keyType, byte[] text, byte[] value) {
        try {
            Signature signature = Signature.getInstance(keyType.equals("rsa") ? "SHA256withRSA" : "Ed25519");
            signature.initVerify(key.key());
            // RFC 8463, section 3: Ed25519 signs the hash.
            signature.update(
                    keyType.equals("rsa")
                            ? text
                            : MessageDigest.getInstance("SHA-256").digest(text));
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false; // a value of the wrong length, or a key that Java refuses
        }
    }

    private static byte[] decode(TagList tags, String name) throws DkimException {
        try {
            byte[] bytes = Base64.getDecoder().decode(tags.compact(name));
            require(bytes.length > 0, "the signature has no " + name + "=");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new DkimException("the signature's " + name + "= is not base64", e);
        }
    }

    private static long seconds(TagList tags, String name, long otherwise) throws DkimException {
        String value = tags.compact(name);
        if (tags.get(name).isEmpty()) {
            return otherwise;
        }
        require(value.matches("[0-9]{1,18}"), "the signature's " + name + "= is not a number");
        return Long.parseLong(value);
    }

    private static void require(boolean holds, String otherwise) throws DkimException {
        if (!holds) {
            throw new DkimException(otherwise);
        }
    }
}
