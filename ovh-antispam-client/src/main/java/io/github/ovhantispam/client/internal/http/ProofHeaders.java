package io.github.ovhantispam.client.internal.http;

import java.io.IOException;
import okhttp3.Request;

/** The headers that prove the right to a request. */
@FunctionalInterface
public interface ProofHeaders {

    /** No proof, for the routes that need none. */
    ProofHeaders NONE = (request, headers) -> {};

    /**
     * Adds them to a request that is about to go out, and of which nothing but its headers changes any more.
     *
     * @param request the request so far
     * @param headers the same request, to which they are added
     */
    void add(Request request, Request.Builder headers) throws IOException;
}
