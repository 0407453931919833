package io.github.ovhantispam.client.internal.error;

import io.github.ovhantispam.client.AntispamApiException;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamIOException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import io.github.ovhantispam.client.RateLimitException;
import io.github.ovhantispam.client.ServerException;
import io.github.ovhantispam.client.UnexpectedResponseException;

/** The rule by which a failure may be over when the same request is sent again later. */
public final class TransientFailure {

    private static final int REQUEST_TIMEOUT = 408;

    private TransientFailure() {}

    /** Returns true for a status that another attempt of the same call may not get. */
    public static boolean hasStatus(int status) {
        return isOverload(status) || status == REQUEST_TIMEOUT || status >= 500;
    }

    /** Returns true for a status by which the server asks to be left alone for a while. */
    public static boolean isOverload(int status) {
        return status == 429 || status == 503;
    }

    /**
     * Returns true when a call that failed may succeed minutes later. This holds for more than its attempts would be
     * repeated for: the page of a proxy, or a certificate that is about to be renewed, is not worth another attempt,
     * but no reason to give up a release that takes hours.
     */
    public static boolean is(AntispamException failure) {
        return failure instanceof AntispamIOException
                || failure instanceof AntispamTimeoutException
                || failure instanceof ServerException
                || failure instanceof RateLimitException
                || failure instanceof UnexpectedResponseException
                || (failure instanceof AntispamApiException refusal && refusal.statusCode() == REQUEST_TIMEOUT);
    }
}
