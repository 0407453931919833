package io.github.ovhantispam.emulator.internal.error;

import org.jspecify.annotations.Nullable;

/** A request the API refuses, and what it says about it. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String errorCode;
    private final String errorClass;
    private final boolean breach;

    /** Makes a refusal. */
    public ApiException(int status, @Nullable String errorCode, String errorClass, String message, boolean breach) {
        super(message, null, false, false);
        this.status = status;
        this.errorCode = errorCode;
        this.errorClass = errorClass;
        this.breach = breach;
    }

    /** Returns a malformed, missing or unknown parameter. */
    public static ApiException badRequest(String message) {
        return new ApiException(400, null, "Client::BadRequest", message, true);
    }

    /** Something that is not there. */
    public static ApiException notFound(String message) {
        return new ApiException(404, null, "Client::NotFound", message, false);
    }

    /** Returns a failure that nothing is known of but its status. */
    public static ApiException failure(int status, String message) {
        String errorClass = status < 500 ? "Client::Error" : "Server::InternalServerError";
        return new ApiException(status, null, errorClass, message, false);
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the code of the older error bodies. */
    public @Nullable String errorCode() {
        return errorCode;
    }

    /** Returns the class of the newer error bodies. */
    public String errorClass() {
        return errorClass;
    }

    /** Returns the message of the API. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** Returns true when the caller has broken the API's contract. */
    public boolean isBreach() {
        return breach;
    }
}
