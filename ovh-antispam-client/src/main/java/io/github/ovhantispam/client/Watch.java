package io.github.ovhantispam.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A sweep that is repeated and notifies of each change. Immutable; it begins with {@link #await}, {@link #start} or
 * {@link #once}, each time anew.
 *
 * <p>The first sweep, unless it continues from a saved state, notifies of all addresses that are not {@code unblocked}.
 * From then on, each address that is in another state than before, that was blocked at a later date than before, or
 * that is seen for the first time, is a {@link WatchNotice.Change}. An address that is first seen {@code unblocked} is
 * not a change if it was blocked more than a day before the watch first began, or if its block could not be read since
 * then.
 *
 * <p>An address that its block no longer lists, or whose block is no longer the account's, is not assumed to be
 * released, and no notice is sent. The watch keeps its last known state, and the address is a change once it is listed
 * again in another state or with a later date.
 *
 * <p>A failed sweep is reported as a {@link WatchNotice.SweepFailed} and does not end the watch, whatever the reason,
 * rejected credentials included. The last known state of an address that could not be read is kept. Blocks that cannot
 * be read are reported after each sweep.
 *
 * <p>An address that lies in two of the account's blocks has one state: the one with the later date, or, with equal
 * dates, that of the narrower block, as for {@link AntispamClient#locate}. Changes of such addresses, and changes to
 * {@code unblocked}, are reported at the end of their sweep. While the block that determined the state last cannot be
 * read, the known state counts as its reading. The same applies for one sweep if that block no longer lists the
 * address.
 *
 * <p>Each change is reported at least once. After a crash, changes that may have been reported already are reported
 * again from the saved state: with the same {@linkplain WatchNotice#id() id}, or with the new state if the address has
 * changed since. This affects at most the 100 changes that are saved together.
 *
 * <p>If two readings contradict each other, the one with the later date counts. An older reading is reported only if it
 * is {@code blockedForSpam}. No address is reported as {@code unblocked} while one of the account's blocks that contain
 * it cannot be read, or stopped listing it in the same sweep.
 *
 * <p>Cost: that of a {@link Sweep}, each time. Changes that are found together, up to 100, are saved together: two
 * saves for a single change, about one per hundred changes of a large first sweep.
 */
public interface Watch {

    /**
     * Returns this watch as the continuation of an earlier one: the first sweep notifies of the changes since.
     *
     * @param state the state of the earlier watch, preferably of the same blocks of the same account
     * @return a new watch
     * @throws IllegalStateException when a {@link #store} is set
     */
    Watch from(WatchState state);

    /**
     * Returns this watch with a consumer that saves its state. An exception of the consumer ends the watch.
     *
     * @param saver called before the handler is notified of changes that were found together, and after it has returned
     *     from the last of them; at the end of a sweep that changed the state otherwise; and when the handler fails
     *     after others of them; on the thread of the handler; not interrupted by the end of the watch
     * @return a new watch
     * @throws IllegalStateException when a {@link #store} is set
     */
    Watch onState(Consumer<? super WatchState> saver);

    /**
     * Returns this watch with a store, instead of {@link #from} and {@link #onState}: the watch begins with the state
     * in the store, and saves as described for {@code onState}.
     *
     * @param store the store, such as {@link WatchStore#file}; acquired when the watch begins, and released once it has
     *     ended and its handler has returned
     * @return a new watch
     * @throws IllegalStateException when {@code from} or {@code onState} is set, now or later
     */
    Watch store(WatchStore store);

    /**
     * Sweeps once, on this thread, and notifies the handler of what has changed: for cron jobs and schedulers. The
     * interval does not matter. A failed sweep is reported as a {@link WatchNotice.SweepFailed} here too, and the
     * returned state contains what could be read.
     *
     * <p>With a {@link #store} the state is kept there. Without one, save the returned state and continue
     * {@linkplain #from from} it the next time; changes that were reported in a run that ended before the save are
     * reported again. An exception of the handler is rethrown, and its change counts as not reported; the changes
     * before it are known only to the store or to {@link #onState}.
     *
     * @param handler called on this thread; interrupted when the client is closed
     * @return the state after the sweep, once all of its changes have been reported
     * @throws AntispamInterruptedException when the thread is interrupted, or the client is closed meanwhile
     * @throws IllegalStateException when the client is closed
     */
    WatchState once(Consumer<? super WatchNotice> handler);

    /**
     * Watches, on this thread, until it is interrupted. Never returns.
     *
     * <p>The handler is notified of one event at a time. While it runs, the sweep reads ahead no further than
     * {@link Sweep#stream()} does. An exception of the handler ends the watch, and its event counts as not delivered.
     * To release an address from it, {@linkplain Release#start() start} the release: awaiting it would block the watch.
     *
     * @param handler called on this thread; interrupted when the client is closed
     * @throws AntispamInterruptedException when the thread is interrupted, at once in a wait and before the next event;
     *     or when the client is closed meanwhile
     * @throws IllegalStateException when the client is closed
     */
    void await(Consumer<? super WatchNotice> handler);

    /**
     * Watches in the background, on a daemon thread of its own.
     *
     * @param handler as for {@link #await}; called on that thread, and interrupted when the watch is cancelled
     * @return never completed normally by the watch; exceptionally with what the handler or saver throws, of which a
     *     warning is logged too; cancelled when the client is closed. Completing or cancelling it ends the watch, and
     *     its thread and requests with it
     * @throws IllegalStateException when the client is closed
     */
    CompletableFuture<Void> start(Consumer<? super WatchNotice> handler);
}
