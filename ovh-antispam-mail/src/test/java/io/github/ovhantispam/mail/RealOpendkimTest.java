package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ovhantispam.mail.internal.dkim.DkimVerifier;
import io.github.ovhantispam.mail.internal.dkim.RawMail;
import io.github.ovhantispam.mail.internal.dkim.SignatureCheck;
import io.github.ovhantispam.mail.internal.dns.DnsClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signer and verifier are not the same code: opendkim signs and we verify, jDKIM signs and both verify. */
@Tag("mail-server")
class RealOpendkimTest {

    private static final String PLAIN = String.join(
            "\r\n",
            "From: News <news@sender.test>",
            "To: you@other.test",
            "Subject: The  month of",
            "\tMay",
            "Date: Tue, 24 Nov 2026 10:00:00 +0000",
            "Message-ID: <1@sender.test>",
            "",
            "Hello,",
            "",
            "this  is\tthe news. ",
            ".dot",
            " \t",
            "bye",
            "",
            "");
    private static final String EMPTY = PLAIN.substring(0, PLAIN.indexOf("\r\n\r\n") + 4);

    @TempDir
    Path folder;

    private final LoopbackDns dns = new LoopbackDns();
    private final StringBuilder keyFile = new StringBuilder();
    private final List<OpendkimMilter> running = new ArrayList<>();

    @BeforeEach
    void requireOpendkim() {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/opendkim")), "opendkim is not installed in /usr/sbin");
    }

    @AfterEach
    void stop() {
        running.forEach(OpendkimMilter::close);
        dns.close();
    }

    @Test
    void verify_mailsOfOpendkimDamagedInManyWays_asOpendkimDoes() throws Exception {
        KeyPair rsa = publish("rsa", keys("RSA", 2048), "");
        KeyPair edwards = publish("ed", keys("Ed25519", 255), "");
        OpendkimMilter verifier = verifier();
        List<String> differences = new ArrayList<>();
        int cases = 0;
        int passed = 0;
        for (String form : List.of("simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed")) {
            for (String selector : List.of("rsa", "ed")) {
                OpendkimMilter signer = signer(form, selector, selector.equals("rsa") ? rsa : edwards);
                for (String mail : List.of(PLAIN, EMPTY)) {
                    String signed = signer.fieldFor(mail).orElseThrow() + "\r\n" + mail;
                    for (Map.Entry<String, UnaryOperator<String>> damage :
                            damages().entrySet()) {
                        String damaged = damage.getValue().apply(signed);
                        boolean ours = passes(damaged);
                        boolean theirs = passes(verifier, damaged);
                        cases++;
                        passed += theirs ? 1 : 0;
                        if (ours != theirs) {
                            differences.add(form + " " + selector + ", " + damage.getKey() + ": ours " + ours);
                        }
                        if (ours != passes(damaged.replace("\r\n", "\n"))) {
                            differences.add(form + " " + selector + ", " + damage.getKey() + " with LF: not " + ours);
                        }
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(cases).isGreaterThan(500);
        assertThat(passed).isBetween(cases / 5, cases * 4 / 5);
    }

    @Test
    void verify_mailsOfJdkimWithUnusualKeysAndTags_asOpendkimDoesButForPolicy() throws Exception {
        KeyPair strong = keys("RSA", 2048);
        Map<String, String> signatures = new LinkedHashMap<>();
        signatures.put("good", signed(publish("good", strong, ""), "good", ""));
        signatures.put("testing", signed(publish("testing", strong, "t=y; "), "testing", ""));
        signatures.put("exact", signed(publish("exact", strong, "t=s; "), "exact", ""));
        signatures.put("exact, i= below", signed(strong, "exact", " i=@news.sender.test;"));
        signatures.put("i= below", signed(strong, "good", " i=@news.sender.test;"));
        signatures.put("512 bits", signed(publish("short", keys("RSA", 512), ""), "short", ""));
        signatures.put("1024 bits", signed(publish("middle", keys("RSA", 1024), ""), "middle", ""));
        signatures.put("sha1 only", signed(publish("sha1", strong, "h=sha1; "), "sha1", ""));
        signatures.put("for nothing", signed(publish("nothing", strong, "s=tlsrpt; "), "nothing", ""));
        signatures.put("for all", signed(publish("all", strong, "s=*; n=note; "), "all", ""));
        signatures.put("another key", signed(keys("RSA", 2048), "good", ""));
        signatures.put("missing", signed(strong, "missing", ""));
        publish("revoked", "v=DKIM1; k=rsa; p=");
        signatures.put("revoked", signed(strong, "revoked", ""));
        publish("garbage", "v=DKIM1; k=rsa; p=AAAA");
        signatures.put("garbage", signed(strong, "garbage", ""));
        publish("kind", "v=DKIM1; k=ed25519; p=" + encoded(strong));
        signatures.put("another kind", signed(strong, "kind", ""));
        publish("version", "v=DKIM2; k=rsa; p=" + encoded(strong));
        signatures.put("another version", signed(strong, "version", ""));
        publish("bare", "p=" + encoded(strong));
        signatures.put("bare record", signed(strong, "bare", ""));
        signatures.put("l= and more", signed(strong, "good", " l=6;") + "Buy this.\r\n");
        signatures.put("l= exact", signed(strong, "good", " l=6;"));
        long now = Instant.now().getEpochSecond();
        signatures.put("t= now", signed(strong, "good", " t=" + now + ";"));
        signatures.put("x= ahead", signed(strong, "good", " t=" + now + "; x=" + (now + 9000) + ";"));
        OpendkimMilter verifier = verifier();
        List<String> differences = new ArrayList<>();
        List<String> good = new ArrayList<>();
        for (Map.Entry<String, String> entry : signatures.entrySet()) {
            boolean ours = passes(entry.getValue());
            if (ours) {
                good.add(entry.getKey());
            }
            if (ours != passes(verifier, entry.getValue())) {
                differences.add(entry.getKey() + ": ours " + ours);
            }
        }

        // RFC 6376, section 6.1.2: a key of another kind than the signature's is an error. opendkim does not look at
        // it.
        assertThat(differences).containsExactly("another kind: ours false");
        assertThat(good)
                .containsExactly(
                        "good",
                        "testing",
                        "exact",
                        "i= below",
                        "1024 bits",
                        "for all",
                        "bare record",
                        "l= and more",
                        "l= exact",
                        "t= now",
                        "x= ahead");
    }

    private static Map<String, UnaryOperator<String>> damages() {
        Map<String, UnaryOperator<String>> damages = new LinkedHashMap<>();
        damages.put("none", mail -> mail);
        damages.put("name in capitals", mail -> mail.replace("Subject:", "SUBJECT:"));
        damages.put("subject unfolded", mail -> mail.replace("of\r\n\tMay", "of May"));
        damages.put("subject folded more", mail -> mail.replace("The  month", "The\r\n month"));
        damages.put("spaces joined", mail -> mail.replace("The  month", "The month"));
        damages.put("space before the subject", mail -> mail.replace("Subject: ", "Subject:   "));
        damages.put("space after a field", mail -> mail.replace("other.test", "other.test "));
        damages.put("space gone after the colon", mail -> mail.replace("To: ", "To:"));
        damages.put("word changed", mail -> mail.replace("month", "year"));
        damages.put("case of a value", mail -> mail.replace("News", "NEWS"));
        damages.put("author changed", mail -> mail.replace("news@", "evil@"));
        damages.put("recipient gone", mail -> mail.replace("To: you@other.test\r\n", ""));
        damages.put("second author on top", mail -> "From: evil@evil.test\r\n" + mail);
        damages.put("second author below", mail -> below(mail, "From: evil@evil.test"));
        damages.put("second subject on top", mail -> "Subject: Other\r\n" + mail);
        damages.put("second subject below", mail -> below(mail, "Subject: Other"));
        damages.put("other field on top", mail -> "X-Other: 1\r\n" + mail);
        damages.put("other field below", mail -> below(mail, "Received: by other.test"));
        damages.put(
                "fields in another order", mail -> mail.replaceFirst("(?s)(To: .*?\r\n)(Subject.*?May\r\n)", "$2$1"));
        damages.put("empty lines added", mail -> mail + "\r\n\r\n");
        damages.put("lines of space added", mail -> mail + " \t\r\n");
        damages.put("line added", mail -> mail + "Buy this.\r\n");
        damages.put("empty lines gone", mail -> mail.replaceFirst("bye\r\n\r\n$", "bye\r\n"));
        damages.put("space at a line's end gone", mail -> mail.replace("news. ", "news."));
        damages.put("spaces in the body joined", mail -> mail.replace("this  is", "this is"));
        damages.put("tab for a space", mail -> mail.replace("is\tthe", "is the"));
        damages.put("space at a line's start", mail -> mail.replace("Hello", " Hello"));
        damages.put("dot doubled", mail -> mail.replace(".dot", "..dot"));
        damages.put("body changed", mail -> mail.replace("Hello", "Hallo"));
        damages.put("body gone", mail -> mail.substring(0, mail.indexOf("\r\n\r\n") + 4));
        damages.put("domain changed", mail -> mail.replace("d=sender.test", "d=other.test"));
        damages.put("domain in capitals", mail -> mail.replace("d=sender.test", "d=Sender.TEST"));
        damages.put("selector changed", mail -> mail.replaceFirst("s=(rsa|ed);", "s=no;"));
        damages.put("form changed", mail -> mail.replaceFirst("c=simple", "c=relaxed"));
        damages.put("version changed", mail -> mail.replaceFirst("v=1;", "v=2;"));
        damages.put("algorithm changed", mail -> mail.replaceFirst("a=rsa-sha256", "a=ed25519-sha256"));
        damages.put("time changed", mail -> mail.replaceFirst("t=\\d+", "t=1700000000"));
        damages.put("expired", mail -> mail.replaceFirst("t=\\d+", "t=1; x=2"));
        damages.put("signed field left out", mail -> mail.replaceFirst("(?i)h=From:To", "h=From"));
        damages.put("signed field added", mail -> mail.replaceFirst("(?i)h=From:To", "h=From:To:X-None"));
        damages.put("author not signed", mail -> mail.replaceFirst("(?i)h=From:To", "h=To"));
        damages.put("tag unknown", mail -> mail.replaceFirst("v=1;", "v=1; zz=9;"));
        damages.put("tag twice", mail -> mail.replaceFirst("v=1;", "v=1; v=1;"));
        damages.put("value folded more", mail -> mail.replaceFirst("bh=(....)", "bh=$1\r\n\t "));
        damages.put("signature's value folded", mail -> mail.replaceFirst("\\bb=(....)", "b=$1\r\n\t "));
        damages.put("signature's value changed", mail -> mail.replaceFirst("(\\bb=...)[^Q](....)", "$1Q$2"));
        damages.put("signature's value cut", mail -> mail.replaceFirst("\\bb=....", "b="));
        damages.put("body hash changed", mail -> mail.replaceFirst("bh=...", "bh=QQQ"));
        damages.put("signature twice", mail -> mail.substring(0, mail.indexOf("From: ")) + mail);
        damages.put(
                "signature below",
                mail -> below(mail.substring(mail.indexOf("From: ")), mail.substring(0, mail.indexOf("\r\nFrom: "))));
        return damages;
    }

    private static String below(String mail, String field) {
        int end = mail.indexOf("\r\n\r\n");
        return mail.substring(0, end) + "\r\n" + field + mail.substring(end);
    }

    private boolean passes(String mail) {
        DnsClient client = DnsClient.of(dns.address(), Duration.ofSeconds(5));
        return new DkimVerifier(client, Instant.now())
                .verify(RawMail.of(mail.getBytes(ISO_8859_1))).stream()
                        .anyMatch(check -> check.status() == SignatureCheck.Status.PASS);
    }

    private static boolean passes(OpendkimMilter verifier, String mail) throws IOException {
        return verifier.fieldFor(mail).orElseThrow().contains("dkim=pass");
    }

    private OpendkimMilter verifier() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys"), keyFile);
        return started(
                "verifier",
                "Mode v\nAlwaysAddARHeader yes\nAuthservID judge\nInternalHosts 192.0.2.1\n" + "TestPublicKeys " + keys
                        + "\n");
    }

    private OpendkimMilter signer(String form, String selector, KeyPair pair) throws Exception {
        String name = selector + "-" + form.replace('/', '-');
        Path key = Files.writeString(
                folder.resolve(name + ".pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        return started(
                name,
                "Mode s\nDomain sender.test\nInternalHosts 127.0.0.1\nSelector " + selector + "\nKeyFile "
                        + key + "\nCanonicalization " + form + "\nSignatureAlgorithm "
                        + (selector.equals("rsa") ? "rsa-sha256" : "ed25519-sha256") + "\n");
    }

    private OpendkimMilter started(String name, String settings) throws Exception {
        OpendkimMilter milter = OpendkimMilter.start(folder, name, settings);
        running.add(milter);
        return milter;
    }

    private static KeyPair keys(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String encoded(KeyPair pair) {
        byte[] key = pair.getPublic().getEncoded();
        boolean edwards = pair.getPublic().getAlgorithm().equals("EdDSA");
        return Base64.getEncoder().encodeToString(edwards ? Arrays.copyOfRange(key, key.length - 32, key.length) : key);
    }

    private KeyPair publish(String selector, KeyPair pair, String more) {
        String kind = pair.getPublic().getAlgorithm().equals("EdDSA") ? "ed25519" : "rsa";
        publish(selector, "v=DKIM1; k=" + kind + "; " + more + "p=" + encoded(pair));
        return pair;
    }

    private void publish(String selector, String record) {
        String name = selector + "._domainkey.sender.test";
        dns.text(name, record);
        keyFile.append(name).append(' ').append(record).append('\n');
    }

    private static String signed(KeyPair pair, String selector, String more) throws Exception {
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=sender.test; s=" + selector + ";" + more
                + " h=from:to:subject:date:message-id; bh=; b=;";
        return new DKIMSigner(template, pair.getPrivate()).sign(new ByteArrayInputStream(PLAIN.getBytes(ISO_8859_1)))
                + "\r\n" + PLAIN;
    }
}
