package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** opendkim's signer: another author's code than our verifier. */
final class SigningTool {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/opendkim-testmsg"), Path.of("/usr/bin/opendkim-testmsg"));

    private SigningTool() {}

    static Optional<Path> installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /** Signs a mail for a domain with selector {@code s}. The mail has CRLF at the ends of its lines. */
    static byte[] sign(byte[] mail, String domain, KeyPair keys, Path folder) throws Exception {
        Path key = folder.resolve("key.pem");
        String encoded =
                Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
        Path in = Files.write(folder.resolve("in.eml"), mail);
        Path out = folder.resolve("out.eml");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        installed().orElseThrow().toString(), "-d", domain, "-k", key.toString(), "-s", "s", "-C")
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("opendkim-testmsg failed: " + Files.readString(errors, ISO_8859_1));
        }
        return Files.readAllBytes(out);
    }

    static String record(KeyPair keys) {
        return "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }
}
