package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.server.ServerIdentity;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/** The certificates that a client needs in order to trust an emulator that speaks TLS. */
public final class EmulatorTls {

    private final ServerIdentity identity;

    EmulatorTls(ServerIdentity identity) {
        this.identity = identity;
    }

    /**
     * Returns the certificate of the authority, made for this emulator, that signed the server's: to be put into a file
     * for clients that trust files.
     *
     * @return PEM
     */
    public String authorityPem() {
        return identity.authorityPem();
    }

    /**
     * Returns a context that trusts only this emulator.
     *
     * @return for a client's builder
     */
    public SSLContext sslContext() {
        return identity.clientContext();
    }

    /**
     * Returns the trust manager of {@link #sslContext}.
     *
     * @return for a client's builder
     */
    public X509TrustManager trustManager() {
        return identity.clientTrust();
    }
}
