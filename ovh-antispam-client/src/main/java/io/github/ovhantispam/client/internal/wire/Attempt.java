package io.github.ovhantispam.client.internal.wire;

import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** One request on its way: travels with it as a tag, and collects what its interceptors learn. */
public final class Attempt {

    public final Route route;
    public final int number;

    private volatile boolean sent;
    private volatile @Nullable Instant signedAt;
    private volatile @Nullable String bearerToken;
    private volatile long clockGeneration;
    private volatile int status;
    private volatile Headers headers = Headers.of();

    public Attempt(Route route, int number) {
        this.route = route;
        this.number = number;
    }

    /**
     * Called when the connection stands and the first byte is about to go out: from here on, the server may have got
     * it.
     */
    public void sending() {
        sent = true;
    }

    public boolean sent() {
        return sent;
    }

    public void signedAt(Instant time) {
        signedAt = time;
    }

    @Nullable
    public Instant signedAt() {
        return signedAt;
    }

    public void bearerToken(String token) {
        bearerToken = token;
    }

    @Nullable
    public String bearerToken() {
        return bearerToken;
    }

    public void clockGeneration(long generation) {
        clockGeneration = generation;
    }

    public long clockGeneration() {
        return clockGeneration;
    }

    public void received(int receivedStatus, Headers receivedHeaders) {
        status = receivedStatus;
        headers = receivedHeaders;
    }

    /** Returns the status of the response, 0 while there is none. */
    public int status() {
        return status;
    }

    /** Returns the headers of the response, {@code Retry-After} among them, which the response itself no longer has. */
    public Headers headers() {
        return headers;
    }
}
