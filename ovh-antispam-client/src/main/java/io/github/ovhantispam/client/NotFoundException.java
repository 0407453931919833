package io.github.ovhantispam.client;

/** What was asked for does not exist: the block is not the account's, or the address never sent spam. */
public final class NotFoundException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal for want of the object.
     *
     * @param error what the API answered
     */
    public NotFoundException(ApiError error) {
        super(error);
    }
}
