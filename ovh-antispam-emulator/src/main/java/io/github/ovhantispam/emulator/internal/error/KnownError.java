package io.github.ovhantispam.emulator.internal.error;

import org.jspecify.annotations.Nullable;

/** The refusals whose code and text are known. */
public enum KnownError {
    /** The signature does not match what was received. */
    INVALID_SIGNATURE(400, "INVALID_SIGNATURE", "Client::BadRequest", "Invalid signature"),
    /** The timestamp is too far from the server's clock. */
    QUERY_TIME_OUT(400, "QUERY_TIME_OUT", "Client::BadRequest", "Query out of time"),
    /** The call is not signed at all. */
    NOT_LOGGED_IN(401, null, "Client::Unauthorized", "You must login first"),
    /** The access token is unknown or has expired. */
    INVALID_TOKEN(401, null, "Client::Unauthorized", "This token is not valid"),
    /** The application key is unknown. */
    INVALID_KEY(403, "INVALID_KEY", "Client::Forbidden", "This application key is invalid"),
    /** The consumer key is unknown. */
    NOT_CREDENTIAL(403, "NOT_CREDENTIAL", "Client::Forbidden", "This credential does not exist"),
    /** The consumer key is not validated yet, refused or expired. */
    INVALID_CREDENTIAL(403, "INVALID_CREDENTIAL", "Client::Forbidden", "This credential is not valid"),
    /** No access rule of the consumer key covers the call. */
    NOT_GRANTED_CALL(403, "NOT_GRANTED_CALL", "Client::Forbidden", "This call has not been granted"),
    /** The consumer key may not be used from the caller's address. */
    FORBIDDEN_ADDRESS(403, "FORBIDDEN", "Client::Forbidden", "This credential is not allowed from this IP address"),
    /** A request that needs no signature used a host name that a web page may have made up. */
    UNKNOWN_HOST(403, null, "Client::Forbidden", "The Host header names none of the hosts of this emulator"),
    /** The path is none of the API's. */
    INVALID_URL(404, null, "Client::NotFound", "Got an invalid (or empty) URL"),
    /** The path is one of the API's, the verb is not. */
    WRONG_VERB(405, null, "Client::MethodNotAllowed", "This method is not allowed for this URL");

    private final int status;
    private final @Nullable String errorCode;
    private final String errorClass;
    private final String message;

    KnownError(int status, @Nullable String errorCode, String errorClass, String message) {
        this.status = status;
        this.errorCode = errorCode;
        this.errorClass = errorClass;
        this.message = message;
    }

    /** This refusal, to be thrown. */
    public ApiException exception() {
        return new ApiException(status, errorCode, errorClass, message, true);
    }
}
