package io.github.ovhantispam.client;

/** The API failed, and went on failing for as long as the retry policy allows. */
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
