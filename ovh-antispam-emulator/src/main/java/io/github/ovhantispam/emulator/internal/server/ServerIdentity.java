package io.github.ovhantispam.emulator.internal.server;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate for the loopback address, and the authority that signed it, both made on the spot. */
public final class ServerIdentity {

    private static final long DAYS = 3650;

    private final HeldCertificate authority;
    private final HandshakeCertificates server;
    private final HandshakeCertificates client;

    /** Makes both. */
    public ServerIdentity() {
        this.authority = new HeldCertificate.Builder()
                .commonName("OVHcloud AntiSpam emulator")
                .certificateAuthority(0)
                .duration(DAYS, TimeUnit.DAYS)
                .build();
        HeldCertificate leaf = new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("::1")
                .duration(DAYS, TimeUnit.DAYS)
                .signedBy(authority)
                .build();
        this.server = new HandshakeCertificates.Builder().heldCertificate(leaf).build();
        this.client = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
    }

    /** Returns the sockets of the server's side. */
    public SSLSocketFactory serverSockets() {
        return server.sslSocketFactory();
    }

    /** Returns the authority's certificate. */
    public String authorityPem() {
        return authority.certificatePem();
    }

    /** Returns a context that trusts the authority and nobody else. */
    public SSLContext clientContext() {
        return client.sslContext();
    }

    /** Returns a trust manager that trusts the authority and nobody else. */
    public X509TrustManager clientTrust() {
        return client.trustManager();
    }
}
