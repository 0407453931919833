package io.github.ovhantispam.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kind of file that standard output is. */
final class StandardPipe {

    private static final int KIND = 0170000;
    private static final int FIFO = 0010000;
    private static final int SOCKET = 0140000;

    private StandardPipe() {}

    /** Returns true when it is a pipe or a socket, whose only failure is that nobody reads it. */
    static boolean isPipe() {
        try {
            int mode = (Integer) Files.getAttribute(Path.of("/proc/self/fd/1"), "unix:mode");
            return (mode & KIND) == FIFO || (mode & KIND) == SOCKET;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            return false; // no such file system here: the words decide
        }
    }
}
