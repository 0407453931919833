package io.github.ovhantispam.client;

import java.util.List;

/**
 * The credentials are valid but do not allow this call: an access rule or an IAM policy is missing.
 *
 * <p>The message names the missing actions as far as the API does, the kind and the source of the credentials, and the
 * host that refused the call.
 */
public final class PermissionException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> byAuthentication;
    private final transient List<String> byIam;

    /**
     * A refusal of the call.
     *
     * @param error the API's response
     * @param byAuthentication the actions that the credentials themselves do not allow
     * @param byIam the actions that no IAM policy allows
     */
    public PermissionException(ApiError error, List<String> byAuthentication, List<String> byIam) {
        super(error);
        this.byAuthentication = List.copyOf(byAuthentication);
        this.byIam = List.copyOf(byIam);
    }

    /**
     * Returns the actions that the credentials themselves do not allow, such as the access rules of a consumer key.
     *
     * @return the names as in the API's response, made printable, such as {@code ip:apiovh:spam/get}; possibly empty
     */
    public List<String> unauthorizedActionsByAuthentication() {
        return byAuthentication;
    }

    /**
     * Returns the actions that no IAM policy of the account allows.
     *
     * @return the names as in the API's response, made printable, such as {@code ip:apiovh:spam/get}; possibly empty
     */
    public List<String> unauthorizedActionsByIam() {
        return byIam;
    }
}
