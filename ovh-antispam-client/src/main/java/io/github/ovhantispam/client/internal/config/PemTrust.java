package io.github.ovhantispam.client.internal.config;

import io.github.ovhantispam.model.internal.PrintableText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates from PEM files (RFC 7468) that are trusted in addition to those of the JVM. */
public final class PemTrust {

    /** The bundles of all public authorities are a quarter of a megabyte. */
    private static final long LARGEST = 16L * 1024 * 1024;

    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END (?:X509 |TRUSTED )?CERTIFICATE-----");

    private static final Pattern BEGINNING = Pattern.compile("-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----");

    private final List<X509Certificate> certificates;

    private PemTrust(List<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /** Reads a file, or throws an exception that names the file and the reason. */
    static PemTrust of(Path pem) {
        String text = read(pem);
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            certificates.add(certificate(pem, certificates.size() + 1, block.group(1)));
        }
        long begun = BEGINNING.matcher(text).results().count();
        if (begun > certificates.size()) {
            throw broken(pem, "a certificate has a beginning and no end, or something in it that is not Base64", null);
        }
        if (certificates.isEmpty()) {
            throw broken(
                    pem, "it has no line -----BEGIN CERTIFICATE-----; a binary (DER) file must be converted", null);
        }
        return new PemTrust(certificates);
    }

    /** Returns these certificates and those of another file. */
    PemTrust and(PemTrust more) {
        List<X509Certificate> both = new ArrayList<>(certificates);
        both.addAll(more.certificates);
        return new PemTrust(both);
    }

    private static String read(Path pem) {
        try {
            if (Files.size(pem) > LARGEST) {
                throw broken(pem, "it is larger than " + LARGEST + " bytes", null);
            }
            return Files.readString(pem, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw broken(pem, Files.exists(pem) ? e.getClass().getSimpleName() : "there is no such file", e);
        }
    }

    private static X509Certificate certificate(Path pem, int number, String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            Certificate certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return (X509Certificate) certificate;
        } catch (IllegalArgumentException | CertificateException e) {
            throw broken(pem, "certificate " + number + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException broken(Path pem, String reason, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "trust(" + PrintableText.of(pem.toString()) + "): " + PrintableText.of(reason), cause);
    }

    /** Trusts what the JVM trusts, and the certificates. */
    public X509TrustManager trustManager() {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            int number = 0;
            for (X509Certificate certificate : trusting(null).getAcceptedIssuers()) {
                anchors.setCertificateEntry("jvm-" + number++, certificate);
            }
            for (X509Certificate certificate : certificates) {
                anchors.setCertificateEntry("pem-" + number++, certificate);
            }
            return trusting(anchors);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("trust: this JVM cannot hold the certificates: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager trusting(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    public static SSLSocketFactory sockets(X509TrustManager trustManager) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trustManager}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("trust: this JVM has no TLS: " + e.getMessage(), e);
        }
    }
}
