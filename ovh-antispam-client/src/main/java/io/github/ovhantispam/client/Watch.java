package io.github.ovhantispam.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A sweep that is repeated and notifies of each change. Immutable; it begins with {@link #await}, {@link #start} or
 * {@link #once}, each time anew.
 *
 * <p>The first sweep, unless it goes on from a saved state, notifies of the addresses that are not {@code unblocked};
 * those that are have their trouble behind them. From then on, each address that is in another state than before, that
 * was blocked at a later date than before, or that is seen for the first time, is a {@link WatchNotice.Change}. An
 * address that is first seen {@code unblocked} is none if it was blocked more than a day before the watch first began,
 * or if its block could not be read since then.
 *
 * <p>An address that its block no longer lists, or whose block is no longer the account's, is not known to be free: no
 * notice says so. The watch keeps what it knew, and the address is a change once it is listed again in another state or
 * with a later date.
 *
 * <p>A sweep that fails, for whatever reason the API or the network has, is a {@link WatchNotice.SweepFailed} and does
 * not end the watch, not even with rejected credentials. What was known of an address that could not be read stays. A
 * block that cannot be read is named after each sweep.
 *
 * <p>An address that lies in two of the account's blocks has one state: the one with the later date, and with the same
 * date that of the narrower block, as for {@link AntispamClient#locate}. Such addresses, and those that have become
 * {@code unblocked}, are told at the end of their sweep. While the block that decided last cannot be read, what was
 * known counts as its answer; so it does for one sweep if that block no longer lists the address.
 *
 * <p>Each change is told at least once. What a program may have heard when it died is told again from the state it
 * saved: with the same {@linkplain WatchNotice#id() id}, or, if the address has changed once more, as it is then. That
 * is at most the 100 changes that are saved together.
 *
 * <p>Of two answers that contradict each other, the one with the later date counts. An older one is told only when it
 * says that the address is blocked, and no address is told to be {@code unblocked} while one of the account's blocks
 * that it lies in cannot be read, or has stopped listing it in this very sweep.
 *
 * <p>Cost: for each sweep, what a {@link Sweep} costs. Changes that are found together, up to 100, are saved together:
 * two saves for a change by itself, about one for a hundred of a large first sweep.
 */
public interface Watch {

    /**
     * Returns this watch as the continuation of an earlier one: the first sweep notifies of the changes since.
     *
     * @param state what the earlier watch knew, best of the same blocks of the same account
     * @return a new watch
     * @throws IllegalStateException when a {@link #store} is set
     */
    Watch from(WatchState state);

    /**
     * Returns this watch with a consumer that saves what it knows. What the consumer throws ends the watch.
     *
     * @param saver called before the handler is notified of changes that were found together, and after it has returned
     *     from the last of them; at the end of a sweep that changed the state otherwise; and when the handler fails
     *     after others of them; on the thread of the handler; not interrupted by the end of the watch
     * @return a new watch
     * @throws IllegalStateException when a {@link #store} is set
     */
    Watch onState(Consumer<? super WatchState> saver);

    /**
     * Returns this watch with a store, instead of {@link #from} and {@link #onState}: it begins with the state that the
     * store has, and saves there as {@code onState} says.
     *
     * @param store the store, such as {@link WatchStore#file}; asked when the watch begins, and released once it has
     *     ended and its handler has returned
     * @return a new watch
     * @throws IllegalStateException when {@code from} or {@code onState} is set, now or later
     */
    Watch store(WatchStore store);

    /**
     * Sweeps once, on this thread, and notifies the handler of what has changed: for cron jobs and schedulers. The
     * interval does not matter. A sweep that fails is a {@link WatchNotice.SweepFailed} here too, and the state that is
     * returned has what could be read.
     *
     * <p>With a {@link #store} the state is kept there. Without one, save what is returned, and go on {@linkplain #from
     * from} it the next time: what the handler has heard in a run that ended before that is told again. When the
     * handler throws, its exception is thrown here, and its change counts as not told; the changes before it are known
     * only to the store or to {@link #onState}.
     *
     * @param handler called on this thread; interrupted when the client is closed
     * @return the state after the sweep, when all that it found has been told
     * @throws AntispamInterruptedException when the thread is interrupted, or the client is closed meanwhile
     * @throws IllegalStateException when the client is closed
     */
    WatchState once(Consumer<? super WatchNotice> handler);

    /**
     * Watches, on this thread, until it is interrupted. Never returns.
     *
     * <p>The handler is notified of one event after the other. While it works, the sweep reads ahead as little as with
     * {@link Sweep#stream()}. An exception of the handler ends the watch, and its event counts as not delivered. To
     * release an address from it, {@linkplain Release#start() start} the release: to await it would keep the watch.
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
