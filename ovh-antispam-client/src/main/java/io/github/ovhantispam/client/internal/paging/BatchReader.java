package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.AuthenticationException;
import io.github.ovhantispam.client.internal.call.ApiResponse;
import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads several objects with one request ({@code X-Ovh-Batch}), and believes only what is beyond doubt. That the routes
 * know batches is not documented, so the caller needs another way for the rest.
 */
public final class BatchReader {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");
    private static final int LONGEST_REASON = 300;

    private final Calls calls;
    private final AtomicBoolean warned = new AtomicBoolean();

    public BatchReader(Calls calls) {
        this.calls = calls;
    }

    /**
     * Reads the values of keys: those that came without an error, in a batch that is beyond doubt. Only a request per
     * key shows what is wrong with the others.
     *
     * @param request makes the request for several objects, their keys joined by commas
     * @param belongs accepts a value that can be the one of a key
     * @return a map of the caller's own
     */
    public <K, V> Map<K, V> read(
            List<K> keys,
            Function<String, K> reader,
            Function<String, CallRequest<List<BatchItem<V>>>> request,
            BiPredicate<K, V> belongs) {
        Map<K, V> values = new HashMap<>();
        int size = calls.options().batchSize();
        for (int from = 0; size > 1 && from < keys.size(); from += size) {
            List<K> some = keys.subList(from, Math.min(from + size, keys.size()));
            if (some.size() > 1) { // one alone costs no more without a batch
                values.putAll(values(request.apply(joined(some)), some, reader, belongs));
            }
        }
        return values;
    }

    private <K, V> Map<K, V> values(
            CallRequest<List<BatchItem<V>>> request,
            List<K> keys,
            Function<String, K> reader,
            BiPredicate<K, V> belongs) {
        Map<K, V> values = new HashMap<>();
        Set<K> awaited = new HashSet<>(keys);
        for (BatchItem<V> element : items(request)) {
            Optional<K> key = Optional.ofNullable(element)
                    .map(BatchItem::key)
                    .flatMap(text -> parse(text, reader))
                    .filter(awaited::remove);
            V value = element == null ? null : element.value();
            if (key.isEmpty()) {
                return mixedUp(request, "it has a key that was not asked for, or one twice");
            }
            if (value != null && !belongs.test(key.get(), value)) {
                return mixedUp(request, "it has a value that cannot be the one of its key");
            }
            if (value != null && element.error() == null) {
                values.put(key.get(), value);
            }
        }
        if (!awaited.isEmpty()) {
            warn(request, "it does not have all keys that were asked for");
        }
        return values;
    }

    /** Believes nothing of a batch in which one thing is in the place of another: the next may be, too. */
    private <K, V> Map<K, V> mixedUp(CallRequest<?> request, String why) {
        warn(request, why);
        return Map.of();
    }

    private static String joined(List<?> keys) {
        return keys.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private <V> List<BatchItem<V>> items(CallRequest<List<BatchItem<V>>> request) {
        try {
            ApiResponse<List<BatchItem<V>>> response = calls.read(request);
            if (!Announced.by(response).doubts(response.value().size())) {
                return response.value();
            }
            warn(request, "it says that there is more, and not of what");
            return List.of();
        } catch (AuthenticationException | AntispamInterruptedException e) {
            throw e;
        } catch (AntispamException e) {
            warn(request, e.getMessage());
            return List.of();
        }
    }

    private static <K> Optional<K> parse(String key, Function<String, K> reader) {
        try {
            return Optional.of(reader.apply(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void warn(CallRequest<?> request, @Nullable String why) {
        if (warned.compareAndSet(false, true)) {
            String reason = String.valueOf(why);
            LOG.warn(
                    "a batch of {} is not used; its objects are read one by one: {}",
                    request.route().path,
                    reason.substring(0, Math.min(reason.length(), LONGEST_REASON))); // which has all keys in its path
        }
    }
}
