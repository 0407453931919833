package io.github.ovhantispam.client;

import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.Objects;

/** The options that can differ from call to call, passed to {@link AntispamClient#withOptions}. */
public final class CallOptions {

    private static final CallOptions STANDARD =
            new CallOptions(Duration.ofSeconds(60), RetryPolicy.standard(), 1000, 1);

    private final Duration timeout;
    private final RetryPolicy retryPolicy;
    private final int pageSize;
    private final int batchSize;

    private CallOptions(Duration timeout, RetryPolicy retryPolicy, int pageSize, int batchSize) {
        this.timeout = timeout;
        this.retryPolicy = retryPolicy;
        this.pageSize = pageSize;
        this.batchSize = batchSize;
    }

    /**
     * Returns the defaults: 60 seconds, {@link RetryPolicy#standard()}, 1000 elements per page, no batches.
     *
     * @return the options
     */
    public static CallOptions standard() {
        return STANDARD;
    }

    /**
     * Returns these options with another time limit: one for all attempts of a call, the pauses between them and the
     * reading of the bodies. A query has it for each page, a release or a sweep for each request in it.
     *
     * <p>Because a connection can die silently, a single attempt is limited to 30 seconds, or to half of the remaining
     * time if that is longer. With the default of 60 seconds, an attempt that hangs is therefore retried in time.
     *
     * @param timeout from 1 ms to a day
     * @return new options
     * @throws IllegalArgumentException when out of range
     */
    public CallOptions timeout(Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("timeout is not between 1 ms and a day: " + DurationText.of(timeout));
        }
        return new CallOptions(timeout, retryPolicy, pageSize, batchSize);
    }

    /**
     * Returns these options with another retry policy.
     *
     * @param retryPolicy how often and how fast to retry
     * @return new options
     */
    public CallOptions retryPolicy(RetryPolicy retryPolicy) {
        return new CallOptions(timeout, Objects.requireNonNull(retryPolicy, "retryPolicy"), pageSize, batchSize);
    }

    /**
     * Returns these options with another page size, for queries whose elements come as whole objects. Larger pages mean
     * fewer requests and more memory.
     *
     * @param pageSize from 1 to 50000
     * @return new options
     * @throws IllegalArgumentException when out of range
     */
    public CallOptions pageSize(int pageSize) {
        if (pageSize < 1 || pageSize > 50_000) {
            throw new IllegalArgumentException("pageSize is not between 1 and 50000: " + pageSize);
        }
        return new CallOptions(timeout, retryPolicy, pageSize, batchSize);
    }

    /**
     * Returns these options with another number of objects per request, with the header {@code X-Ovh-Batch}, where a
     * list has to be read object by object. An object that a batch does not contain is requested on its own, so a
     * server without batches costs only one more request per batch.
     *
     * @param batchSize from 1, which means no batches, to 100; the vendor's own consoles use 50. That the AntiSpam
     *     routes know batches is not documented
     * @return new options
     * @throws IllegalArgumentException when out of range
     */
    public CallOptions batchSize(int batchSize) {
        if (batchSize < 1 || batchSize > 100) {
            throw new IllegalArgumentException("batchSize is not between 1 and 100: " + batchSize);
        }
        return new CallOptions(timeout, retryPolicy, pageSize, batchSize);
    }

    /**
     * Returns the time limit of a call.
     *
     * @return at least 1 ms
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Returns the number and the pace of the retries of a call.
     *
     * @return the policy
     */
    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /**
     * Returns the number of elements that are requested per page.
     *
     * @return at least 1
     */
    public int pageSize() {
        return pageSize;
    }

    /**
     * Returns the number of objects per request where a list has to be read object by object.
     *
     * @return 1 without batches
     */
    public int batchSize() {
        return batchSize;
    }

    @Override
    public String toString() {
        return "CallOptions[timeout=" + DurationText.of(timeout) + ", retryPolicy=" + retryPolicy + ", pageSize="
                + pageSize + ", batchSize=" + batchSize + ']';
    }
}
