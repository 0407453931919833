package io.github.ovhantispam.client;

import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The addresses of the whole account that have sent spam. The API has no such list, so a sweep reads the account's
 * blocks and then the list of each. Immutable; each {@link #run()} or {@link #stream()} begins a new sweep.
 *
 * <p>Cost: one request for the blocks and one per block; one more per block, and one per address, if the server does
 * not return whole objects. With {@link #batch}, one request per batch of blocks, and one more per batch of those
 * blocks that have such addresses.
 *
 * <p>A block that still cannot be read after retries, or whose list may be short (see {@link Query}), is reported as a
 * {@link SweepItem.BlockFailure}, and the sweep continues. Only rejected credentials end it; a missing permission does
 * not, because it may affect only some blocks. A read that fails with status 500 is retried only once, because some
 * blocks always fail this way. When the server is overloaded (429 or 503), all requests of the sweep slow down, and
 * speed up again as it responds. Each request has the time limit of a call, in which its wait for a turn does not
 * count; but once the server has refused ten requests in a row over about ten minutes, the remaining blocks are
 * reported as failures. An address that lies in two of the account's blocks is found in each.
 */
public interface Sweep {

    /**
     * Limits the sweep to addresses in a state. Unless set, it finds those in any state, {@code unblocked} ones among
     * them.
     *
     * @param state the state; one that the API does not know is refused by it, block by block
     * @return a narrower sweep
     */
    Sweep state(SpamState state);

    /**
     * Limits the sweep to some of the account's blocks.
     *
     * @param filters narrows the query of the blocks, such as {@code blocks -> blocks.type(IpType.DEDICATED)}; a later
     *     one narrows what an earlier one left
     * @return a narrower sweep
     */
    Sweep blocks(UnaryOperator<IpBlockQuery> filters);

    /**
     * Includes the IPv6 blocks. The API knows no IPv6 address that sends spam, so a sweep leaves them out unless this
     * is set.
     *
     * @return a wider sweep
     */
    Sweep includeIpv6();

    /**
     * Sets the number of requests that are under way at once.
     *
     * @param requests from 1 to 64; 8 unless set
     * @return a new sweep
     * @throws IllegalArgumentException when out of range
     */
    Sweep concurrency(int requests);

    /**
     * Limits the number of requests per minute, and spreads them evenly. The vendor considers 60 fair. Unless set, only
     * the concurrency limits the rate.
     *
     * @param requests from 1 to 60000
     * @return a new sweep
     * @throws IllegalArgumentException when out of range
     */
    Sweep ratePerMinute(int requests);

    /**
     * Reads the lists of several blocks with one request, with the header {@code X-Ovh-Batch}. A block that a batch
     * does not contain is read on its own, so a server without batches costs only one more request per batch. A batch
     * that confuses blocks is discarded. Blocks that have addresses are read once there are enough of them for a batch,
     * or no other blocks are left. Do not use batches to find something early and stop.
     *
     * @param blocks from 1, which means no batches, to 100; the vendor's own consoles use 50. That the AntiSpam routes
     *     know batches is not documented
     * @return a new sweep
     * @throws IllegalArgumentException when out of range
     */
    Sweep batch(int blocks);

    /**
     * Returns this sweep with a listener that is notified of its progress. An exception of the listener ends the sweep.
     *
     * @param listener called on the thread that reads the sweep, after each block or batch
     * @return a new sweep
     */
    Sweep onProgress(Consumer<? super SweepProgress> listener);

    /**
     * Sweeps the whole account.
     *
     * @return what was found, and what could not be read
     * @throws AuthenticationException when the credentials are rejected
     * @throws AntispamInterruptedException when the thread is interrupted, or the client is closed; the sweep is over
     *     then
     * @throws IllegalStateException when the client was closed before
     * @throws AntispamException when the account's blocks cannot be listed, or their list may be short
     */
    SweepResult run();

    /**
     * Sweeps lazily: at most twice as many blocks or batches as the concurrency are read ahead. Close the stream unless
     * it is read to its end; closing it ends the sweep.
     *
     * @return a sequential stream of findings and failures, in no particular order; its terminal operation throws what
     *     {@link #run()} throws, after the items found before
     */
    Stream<SweepItem> stream();

    /**
     * Repeats the sweep and notifies of each change. Unless the sweep has a {@link #ratePerMinute}, 60 requests per
     * minute are made.
     *
     * @param interval from the start of a sweep to the start of the next, positive and at most a day. When a sweep
     *     takes longer, the next begins as soon as it has ended, and a warning is logged
     * @return a watch, which costs nothing until it is begun
     * @throws IllegalArgumentException when the interval is out of range
     * @throws IllegalStateException when this sweep is limited to a {@link #state}: from one state alone, changes
     *     cannot be recognized
     */
    Watch watch(Duration interval);
}
