package io.github.ovhantispam.client.internal.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * A file that has one state of a watch, or does not exist yet. It is replaced as a whole: whatever happens, it has the
 * last state or the one before.
 */
final class StateFile {

    private static final int MOST_LINKS = 40;

    private final Path file;

    private StateFile(Path file) {
        this.file = file;
    }

    /** Something that is done with files. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Finds the file that a path leads to, so that a link stays one and two of them are the same file. */
    static StateFile at(Path path) {
        StateFile named = new StateFile(path);
        try {
            Path target = path;
            for (int links = 0; Files.isSymbolicLink(target); links++) {
                if (links == MOST_LINKS) {
                    throw new IOException("too many symbolic links");
                }
                target = target.resolveSibling(Files.readSymbolicLink(target));
            }
            Path name = target.getFileName();
            Path directory = target.getParent();
            if (name == null || directory == null || Files.isDirectory(target)) {
                throw new IOException("it is a directory");
            }
            if (!Files.isDirectory(directory)) {
                throw new IOException("its directory does not exist: create " + PrintableText.of(directory.toString()));
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new IOException("it is not a regular file");
            }
            return new StateFile(directory.toRealPath().resolve(name));
        } catch (IOException e) {
            throw named.failure("be used", e);
        }
    }

    WatchState load() {
        String text;
        try {
            text = Files.readString(file, ISO_8859_1); // whatever it has, which the parser is to judge
        } catch (NoSuchFileException e) {
            return WatchState.empty();
        } catch (IOException e) {
            throw failure("be read", e);
        }
        try {
            return WatchState.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    this + " is damaged, or of another version: " + e.getMessage()
                            + ". Restore it; or move it away to begin anew, which tells all that is blocked once more",
                    e);
        }
    }

    void save(WatchState state) {
        ByteBuffer text = ByteBuffer.wrap(state.text().getBytes(ISO_8859_1));
        Path whole = beside(".tmp");
        try {
            uninterrupted(() -> {
                Files.deleteIfExists(whole); // of a process that was killed: this one has the lock
                write(whole, text.rewind());
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                forceDirectory();
            });
        } catch (IOException e) {
            UncheckedIOException failure = failure("be saved", e);
            deleteAfter(failure, whole);
            throw failure;
        }
    }

    private void write(Path whole, ByteBuffer text) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(whole, options, ownersOnly())) {
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
    }

    /** Makes the new name survive a power cut, where a directory can be opened for that. */
    private void forceDirectory() throws IOException {
        if (isPosix()) {
            try (FileChannel directory = FileChannel.open(Objects.requireNonNull(file.getParent()))) {
                directory.force(true);
            }
        }
    }

    private static void deleteAfter(UncheckedIOException failure, Path whole) {
        try {
            Files.deleteIfExists(whole);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The end of a watch interrupts its thread, and the last save must not fail for that. */
    private static void uninterrupted(Work work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    work.run();
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted = Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    FileAttribute<?>[] ownersOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Set.of(OWNER_READ, OWNER_WRITE))}
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Returns an exception that says in one line which file it is about. */
    UncheckedIOException failure(String what, IOException cause) {
        String reason = cause instanceof FileSystemException known ? known.getReason() : cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        String why =
                cause.getClass().equals(IOException.class) || cause.getClass().equals(FileSystemException.class)
                        ? String.valueOf(reason)
                        : kind + (reason == null ? "" : ": " + reason);
        return new UncheckedIOException(this + " cannot " + what + ": " + PrintableText.of(why), cause);
    }

    @Override
    public String toString() {
        return "the watch's state in " + PrintableText.of(file.toString());
    }
}
