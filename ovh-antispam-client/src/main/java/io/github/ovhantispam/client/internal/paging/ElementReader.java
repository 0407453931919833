package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.client.internal.call.ApiResponse;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements of a list by their ids: in batches where the options ask for them, and one by one where no batch has
 * them.
 */
public final class ElementReader<K, T> {

    /** The number of elements that a user's list has under way at once. */
    private static final int AT_ONCE = 8;

    private final Calls calls;
    private final IdListEndpoint<K, T> listing;
    private final BatchReader batches;
    private final Executor workers;
    private final int atOnce;

    private ElementReader(
            Calls calls, IdListEndpoint<K, T> listing, BatchReader batches, Executor workers, int atOnce) {
        this.calls = calls;
        this.listing = listing;
        this.batches = batches;
        this.workers = workers;
        this.atOnce = atOnce;
    }

    /** Reads several elements at once, on other threads. */
    static <K, T> ElementReader<K, T> on(Executor workers, Calls calls, IdListEndpoint<K, T> listing) {
        return new ElementReader<>(calls, listing, new BatchReader(calls), workers, AT_ONCE);
    }

    /** Reads one element after the other on the calling thread, which is one of many already. */
    public static <K, T> ElementReader<K, T> here(Calls calls, IdListEndpoint<K, T> listing, BatchReader batches) {
        return new ElementReader<>(calls, listing, batches, Runnable::run, 1);
    }

    /** The elements that were read, in order, up to the first failure. */
    public record Fetched<T>(List<T> elements, @Nullable RuntimeException failure) {}

    /** Returns the number of elements that are best given to {@link #read}. */
    int together() {
        return Math.max(AT_ONCE, calls.options().batchSize());
    }

    /** Reads elements. One that was listed and has vanished since is left out, which is not an error of a list. */
    public Fetched<T> read(List<K> keys) {
        List<T> elements = new ArrayList<>();
        CancellationScope scope = calls.scope().child();
        try {
            Map<K, T> batched = batches.read(
                    keys,
                    listing::key,
                    listing::batch,
                    (key, element) -> listing.key(element).equals(key));
            Iterator<K> left =
                    keys.stream().filter(key -> !batched.containsKey(key)).iterator();
            Deque<FutureTask<Optional<T>>> underWay = new ArrayDeque<>();
            for (K key : keys) {
                T element = batched.get(key);
                if (element != null) {
                    elements.add(element);
                    continue;
                }
                while (underWay.size() < atOnce && left.hasNext()) {
                    underWay.add(start(left.next(), calls.in(scope)));
                }
                await(underWay.remove(), scope).ifPresent(elements::add);
            }
            return new Fetched<>(List.copyOf(elements), null);
        } catch (RuntimeException e) {
            return new Fetched<>(List.copyOf(elements), e);
        } finally {
            scope.end("an element before it failed");
        }
    }

    private FutureTask<Optional<T>> start(K key, Calls own) {
        FutureTask<Optional<T>> task = new FutureTask<>(() -> readIfThere(key, own));
        workers.execute(task);
        return task;
    }

    private Optional<T> readIfThere(K key, Calls own) {
        try {
            ApiResponse<T> response = own.read(listing.element(key));
            K actual = listing.key(response.value());
            if (!actual.equals(key)) {
                throw response.unexpected("asked for " + key + ", it is about " + actual);
            }
            return Optional.of(response.value());
        } catch (NotFoundException e) {
            if (!e.isSaidByApi()) {
                throw e; // some proxy's page: the element may well be there
            }
            return Optional.empty();
        }
    }

    private Optional<T> await(FutureTask<Optional<T>> task, CancellationScope scope) {
        try {
            return scope.blocking(task::get);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException("a read throws no other exception", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("nothing here times out", e);
        }
    }
}
