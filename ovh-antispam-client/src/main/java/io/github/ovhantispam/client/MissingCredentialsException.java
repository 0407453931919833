package io.github.ovhantispam.client;

import java.util.List;

/**
 * No complete credentials were found, or a file in which they may be cannot be understood. The message lists every
 * source that was tried and what it lacked, never what it contained.
 */
public final class MissingCredentialsException extends AntispamException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> tried;

    /**
     * Credentials that are not there.
     *
     * @param message the next step
     * @param tried every source with what it lacked, such as {@code /etc/ovh.conf: not found}
     */
    public MissingCredentialsException(String message, List<String> tried) {
        super(message + "; tried: " + String.join("; ", tried), null, false);
        this.tried = List.copyOf(tried);
    }

    /**
     * Every source that was tried.
     *
     * @return each with what it lacked, in the order of priority
     */
    public List<String> tried() {
        return tried;
    }
}
