package io.github.ovhantispam.client;

import java.util.Optional;

/**
 * The API refused the call. Subclasses represent the refusals that callers distinguish; any other refusal is an
 * instance of this class itself.
 *
 * <p>A message reads {@code POST /ip/122.122.122.121%2F28/spam/122.122.122.122/unblock -> 400: This IP address is still
 * blocked for 129 seconds [X-Ovh-QueryId: ...]}.
 */
public class AntispamApiException extends AntispamException {

    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    /**
     * A refusal.
     *
     * @param error the API's response
     */
    public AntispamApiException(ApiError error) {
        super(error.toString(), null, error.mayHaveBeenProcessed());
        this.error = error;
    }

    /**
     * Returns the HTTP status.
     *
     * @return for example 403, or OVHcloud's own 460
     */
    public final int statusCode() {
        return error.statusCode();
    }

    /**
     * Returns the error's code: {@code errorCode} in an older body, {@code class} in a newer one. An open set.
     *
     * @return for example {@code INVALID_CREDENTIAL} or {@code Client::NotFound}
     */
    public final Optional<String> code() {
        return Optional.ofNullable(error.code());
    }

    /**
     * Returns the API's own message, made printable.
     *
     * @return for example {@code This service does not exist}
     */
    public final Optional<String> apiMessage() {
        return Optional.ofNullable(error.message());
    }

    /**
     * Returns the header {@code X-Ovh-QueryId}: quote it to the vendor's support.
     *
     * @return for example {@code EU.ext-3.63ac85b6.10528.…}
     */
    public final Optional<String> queryId() {
        return Optional.ofNullable(error.queryId());
    }

    /**
     * Returns the refused request's method.
     *
     * @return {@code GET} or {@code POST}
     */
    public final String method() {
        return error.method();
    }

    /**
     * Returns the refused request's path below the endpoint, as sent.
     *
     * @return for example {@code /ip/122.122.122.121%2F28/spam}
     */
    public final String path() {
        return error.path();
    }
}
