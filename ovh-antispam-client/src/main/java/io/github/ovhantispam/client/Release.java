package io.github.ovhantispam.client;

import io.github.ovhantispam.model.SpamIp;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The release of one address, from its block until it is effective. Immutable; it begins with {@link #await()} or
 * {@link #start()}, each time anew.
 *
 * <p>An address that is already {@code unblocked} is returned as it is, without a request that changes anything. One
 * that is {@code unblocking}, or in a state this version does not know, is polled until it is {@code unblocked}. A
 * blocked address is released: the client sleeps until the block has run out on the server's clock, runs the
 * precaution, and sends the unblock request. If the request is refused because the block still runs, the client sleeps
 * for the remaining time and sends it again. It then polls with growing pauses until the address is {@code unblocked}.
 *
 * <p>Cost: one request to read the address, one per unblock request, and one per poll while the release becomes
 * effective (after 5 seconds, then after pauses that grow to a minute).
 */
public interface Release {

    /**
     * Returns this release with a time limit. Unless set, it is the remaining block duration plus 30 minutes.
     *
     * @param timeout a positive duration
     * @return a new release
     * @throws IllegalArgumentException when it is not positive
     */
    Release timeout(Duration timeout);

    /**
     * Returns this release with a listener that is notified of each step. An exception of the listener ends the
     * release.
     *
     * @param listener called on the thread that performs the step
     * @return a new release
     */
    Release onProgress(Consumer<? super ReleaseProgress> listener);

    /**
     * Releases the address, on this thread.
     *
     * @return the address, {@code unblocked}
     * @throws WaitTimeoutException when it does not end within its time limit; at once when the block alone outlasts it
     * @throws ReblockedException when the address was blocked anew after the release was accepted
     * @throws PrecautionException when the precaution does not hold
     * @throws AntispamInterruptedException when the thread is interrupted: at once in a wait, within its limit in a
     *     request
     * @throws AntispamException when a request fails; after one that was lost and cannot be settled,
     *     {@link AntispamException#mayHaveBeenProcessed()} is true and nothing more is sent
     */
    SpamIp await();

    /**
     * Releases the address in the background. Its waits hold no thread, unless the client has a custom sleeper.
     *
     * @return completed with what {@link #await()} would return or throw; cancelling it ends the release
     */
    CompletableFuture<SpamIp> start();
}
