package io.github.ovhantispam.client.internal.error;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** A reason not to trust a server's certificate, with what to do about it. */
enum Distrust {
    OUT_OF_DATE(
            "the server's certificate has expired or is not valid yet",
            "check the clock of this machine; if it is right, the certificate must be renewed, by whoever runs the"
                    + " server or the proxy that inspects TLS"),
    OTHER_HOST(
            "the server's certificate is for another host",
            "check the host of the endpoint, or have a certificate made that names it"),
    UNKNOWN_AUTHORITY(
            "the server's certificate is not trusted",
            "if the server is your own or a proxy inspects TLS, give the certificate of its authority with trust(pem)"
                    + " or sslContext(..)");

    private final String problem;
    private final String advice;

    Distrust(String problem, String advice) {
        this.problem = problem;
        this.advice = advice;
    }

    /** Returns the reason in an exception or its causes, or null when it is about something else. */
    static @Nullable Distrust in(Throwable e) {
        Distrust found = null;
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof CertificateExpiredException || at instanceof CertificateNotYetValidException) {
                return OUT_OF_DATE;
            }
            if (at instanceof SSLPeerUnverifiedException) {
                return OTHER_HOST;
            }
            if (at instanceof CertificateException) {
                found = UNKNOWN_AUTHORITY;
            }
        }
        return found;
    }

    /** Returns a line with what went wrong in detail. */
    String line(String detail) {
        return problem + ": " + detail + "; " + advice;
    }
}
