package io.github.ovhantispam.client.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of one watch to a file: a lock of the operating system on a file beside it, which is never deleted, since
 * then two processes could each have a lock on a file of that name.
 */
final class StateFileLock {

    /**
     * The lock files of this process. They must not be opened a second time: closing them would release the lock, on
     * systems that count locks by process.
     */
    private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

    private final StateFile file;
    private final Object key;
    private final FileChannel channel;

    private StateFileLock(StateFile file, Object key, FileChannel channel) {
        this.file = file;
        this.key = key;
        this.channel = channel;
    }

    static StateFileLock acquire(StateFile file) {
        try {
            create(file);
            Object key = key(file);
            if (!HELD.add(key)) {
                throw new IllegalStateException(file + " is in use by another watch of this process");
            }
            try {
                return new StateFileLock(file, key, lock(file));
            } catch (IOException | RuntimeException | Error e) {
                HELD.remove(key);
                throw e;
            }
        } catch (IOException e) {
            throw file.failure("be locked by means of " + file.beside(".lock").getFileName(), e);
        }
    }

    private static void create(StateFile file) throws IOException {
        try {
            Files.createFile(file.beside(".lock"), file.ownersOnly());
        } catch (FileAlreadyExistsException e) {
            return; // as a rule
        }
    }

    /** Returns the identity of a file, which another one of the same name does not have where the file system knows. */
    private static Object key(StateFile file) throws IOException {
        Path lock = file.beside(".lock");
        Object key = Files.readAttributes(lock, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
        return key == null ? lock : key;
    }

    private static FileChannel lock(StateFile file) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = FileChannel.open(file.beside(".lock"), options);
        boolean locked = false;
        try {
            locked = isLocked(channel);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new IllegalStateException(file + " is in use by another process");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this class in another class loader
        }
    }

    /** Fails when somebody has removed the lock, so that another process may have the file as well. */
    void check() {
        try {
            if (channel.isOpen() && key(file).equals(key)) {
                return;
            }
        } catch (IOException e) {
            throw file.failure("be saved, for its lock " + file.beside(".lock").getFileName() + " is gone", e);
        }
        throw new IllegalStateException(file + " cannot be saved: this watch has lost its lock on it");
    }

    void release() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw file.failure("be unlocked", e);
        } finally {
            HELD.remove(key);
        }
    }
}
