package io.github.ovhantispam.client.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A proxy that lets nothing through: it asks for credentials, or for others than it was given. */
public final class ProxyRefusalException extends IOException {

    private static final long serialVersionUID = 1L;

    ProxyRefusalException(String message) {
        super(message);
    }

    /** Returns the refusal that is, led to, or came along with an exception, or null. */
    static @Nullable public ProxyRefusalException in(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof ProxyRefusalException refusal) {
                return refusal;
            }
            for (Throwable suppressed : at.getSuppressed()) {
                ProxyRefusalException refusal = in(suppressed);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }
}
