package io.github.ovhantispam.client;

/**
 * The status is 404: the block is not the account's, or the address never sent spam. The response may also have come
 * from something other than the API: see {@link #isSaidByApi()}.
 */
public final class NotFoundException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /** False for a proxy's page, and the like. */
    private final boolean saidByApi;

    /**
     * A refusal because the object does not exist.
     *
     * @param error the response
     * @param saidByApi see {@link #isSaidByApi()}
     */
    public NotFoundException(ApiError error, boolean saidByApi) {
        super(error);
        this.saidByApi = saidByApi;
    }

    /**
     * Returns whether the API itself said that the object does not exist.
     *
     * @return false for a page of a proxy or another server, and for a URL that the API does not know: the object may
     *     well exist then
     */
    public boolean isSaidByApi() {
        return saidByApi;
    }
}
