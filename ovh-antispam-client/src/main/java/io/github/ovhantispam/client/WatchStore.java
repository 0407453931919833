package io.github.ovhantispam.client;

import io.github.ovhantispam.client.internal.store.FileWatchStore;
import java.nio.file.Path;

/**
 * A store that keeps the state of a {@link Watch} between runs of a program, for one watch at a time: a
 * {@linkplain #file file}, or your own, such as a database row with a lease.
 *
 * <p>An exception from any method ends the watch, or prevents it from beginning. After a failed save, nothing more is
 * reported.
 */
public interface WatchStore {

    /**
     * Returns a store in a file, which is readable by its owner only.
     *
     * <p>Each save writes a new file in the same directory ({@code .tmp}), forces it to the disk, and renames it to
     * this one: whenever the machine stops, the file has the last state or the one before. A symbolic link is followed.
     * One watch at a time holds a lock on a file beside it ({@code .lock}), which stays there, empty; the operating
     * system releases it when the process ends, however it ends.
     *
     * <p>Beginning a watch fails with an {@link IllegalStateException} while another watch, of this process or another
     * one, has the file, and when the file is not a whole, undamaged state of this version. It fails with an
     * {@link java.io.UncheckedIOException} when the file cannot be read or locked, as does a save that cannot be
     * completed, which leaves the file as it was. The messages name the file.
     *
     * @param file the file; it need not exist, but its directory has to
     * @return a store, which costs nothing until a watch begins
     */
    static WatchStore file(Path file) {
        return FileWatchStore.of(file);
    }

    /**
     * Claims the state for one watch. Called when a watch begins, on the thread that begins it.
     *
     * @return the state's lease, which the watch closes when it has ended
     * @throws RuntimeException when another watch has it, or the store cannot be reached
     */
    Lease acquire();

    /** Exclusive access to the state, for one watch. Used by one thread at a time. */
    interface Lease extends AutoCloseable {

        /**
         * Returns the state that was saved last. Called once, before anything is saved.
         *
         * @return the state; {@link WatchState#empty()} when none was ever saved
         * @throws RuntimeException when there is a state and it cannot be read
         */
        WatchState load();

        /**
         * Replaces the saved state. When this returns, the state survives the end of the process. Called as described
         * for {@link Watch#onState}, possibly on a thread that is interrupted.
         *
         * @param state the state
         * @throws RuntimeException when it was not saved; also when this lease has been lost to another watch, whose
         *     state must not be overwritten
         */
        void save(WatchState state);

        /** Releases the lease. Does nothing if it is closed already. */
        @Override
        void close();
    }
}
