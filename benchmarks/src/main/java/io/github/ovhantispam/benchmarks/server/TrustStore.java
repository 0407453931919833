package io.github.ovhantispam.benchmarks.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/**
 * The certificates that a client of an emulator trusts over TLS: the emulator's, and all that Java trusts anyway, since
 * reading their certificates is part of what a start costs.
 *
 * @param file where it is kept
 */
public record TrustStore(Path file) {

    private static final String PASSWORD = "no secret: certificates are public";

    /** Writes it for the emulator with an authority's certificate, in PEM. */
    public void write(String authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(
                Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                        .toFile(),
                (char[]) null);
        try (InputStream pem = new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII))) {
            store.setCertificateEntry(
                    "emulator", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    /** Returns the options that make a JVM use it. */
    public String[] options() {
        return new String[] {
            "-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
        };
    }
}
