package io.github.ovhantispam.client;

/** A failure of the API that outlasted the retry policy. */
public final class ServerException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of the server.
     *
     * @param error the API's response
     */
    public ServerException(ApiError error) {
        super(error);
    }
}
