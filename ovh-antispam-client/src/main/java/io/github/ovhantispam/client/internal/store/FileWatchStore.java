package io.github.ovhantispam.client.internal.store;

import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.client.WatchStore;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The store of a watch in a file. Public only so that {@code WatchStore} can make one.
 *
 * @param file the file as it was given
 */
public record FileWatchStore(Path file) implements WatchStore {

    public static FileWatchStore of(Path file) {
        return new FileWatchStore(Objects.requireNonNull(file, "file").toAbsolutePath());
    }

    @Override
    public Lease acquire() {
        StateFile state = StateFile.at(file);
        return new FileLease(state, StateFileLock.acquire(state));
    }

    @Override
    public String toString() {
        return "WatchStore[" + file + ']';
    }

    /** The file in the hands of one watch. */
    private static final class FileLease implements Lease {

        private final StateFile file;
        private final StateFileLock lock;

        FileLease(StateFile file, StateFileLock lock) {
            this.file = file;
            this.lock = lock;
        }

        @Override
        public WatchState load() {
            return file.load();
        }

        @Override
        public void save(WatchState state) {
            Objects.requireNonNull(state, "state");
            lock.check();
            file.save(state);
        }

        @Override
        public void close() {
            lock.release();
        }
    }
}
