package io.github.ovhantispam.client;

/** The service that the block belongs to has expired (OVHcloud's own status 460). */
public final class ServiceExpiredException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal for an expired service.
     *
     * @param error the API's response
     */
    public ServiceExpiredException(ApiError error) {
        super(error);
    }
}
