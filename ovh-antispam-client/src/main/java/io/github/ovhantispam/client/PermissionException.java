package io.github.ovhantispam.client;

/** The credentials are good, but do not allow this call: an access rule or an IAM policy is missing. */
public final class PermissionException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal of the call.
     *
     * @param error what the API answered
     */
    public PermissionException(ApiError error) {
        super(error, "the SDK needs GET /ip, GET /ip/* and POST /ip/*");
    }
}
