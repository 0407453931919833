package io.github.ovhantispam.emulator.internal.error;

import org.jspecify.annotations.Nullable;

/** A request the API refuses, and what it says about it. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String errorCode;
    private final String errorClass;
    private final boolean breach;

    /**
     * Makes a refusal.
     *
     * @param status the HTTP status
     * @param errorCode the code of the older error bodies, where one is known
     * @param errorClass the class of the newer error bodies
     * @param message what the API says
     * @param breach whether the caller has broken the API's contract, as opposed to asking for what is not there
     */
    public ApiException(int status, @Nullable String errorCode, String errorClass, String message, boolean breach) {
        super(message, null, false, false);
        this.status = status;
        this.errorCode = errorCode;
        this.errorClass = errorClass;
        this.breach = breach;
    }

    /**
     * A malformed, missing or unknown parameter.
     *
     * @param message what the API says
     * @return the refusal
     */
    public static ApiException badRequest(String message) {
        return new ApiException(400, null, "Client::BadRequest", message, true);
    }

    /**
     * Something that is not there.
     *
     * @param message what the API says
     * @return the refusal
     */
    public static ApiException notFound(String message) {
        return new ApiException(404, null, "Client::NotFound", message, false);
    }

    /**
     * A failure that nothing is known of but its status.
     *
     * @param status the HTTP status
     * @param message what the API says
     * @return the refusal
     */
    public static ApiException failure(int status, String message) {
        String errorClass = status < 500 ? "Client::Error" : "Server::InternalServerError";
        return new ApiException(status, null, errorClass, message, false);
    }

    /**
     * The HTTP status.
     *
     * @return for example 404
     */
    public int status() {
        return status;
    }

    /**
     * The code of the older error bodies.
     *
     * @return for example {@code INVALID_SIGNATURE}; null on errors that have none
     */
    public @Nullable String errorCode() {
        return errorCode;
    }

    /**
     * The class of the newer error bodies.
     *
     * @return for example {@code Client::NotFound}
     */
    public String errorClass() {
        return errorClass;
    }

    /**
     * What the API says.
     *
     * @return one line
     */
    public String text() {
        return String.valueOf(getMessage());
    }

    /**
     * Whether the caller has broken the API's contract.
     *
     * @return false for what a correct client meets too, such as an object that is gone
     */
    public boolean isBreach() {
        return breach;
    }
}
