package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.client.internal.time.Deadline;
import java.util.Optional;
import java.util.function.Function;

/**
 * The read that tells if a request which changes something took effect.
 *
 * @param result the result of the request, given what is read, or empty where the API says that it does not exist;
 *     itself empty when the request did not take effect
 * @param <R> what is read
 * @param <T> the result of the request
 */
public record ReadBack<R, T>(CallRequest<R> request, Function<Optional<R>, Optional<T>> result) {

    Optional<T> run(ReadLoop loop, Deadline deadline) {
        return result.apply(read(loop, deadline));
    }

    private Optional<R> read(ReadLoop loop, Deadline deadline) {
        try {
            return Optional.of(loop.read(request, deadline).value());
        } catch (NotFoundException e) {
            if (!e.isSaidByApi()) {
                throw e; // some proxy's page: it may well exist
            }
            return Optional.empty();
        }
    }
}
