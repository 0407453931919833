package io.github.ovhantispam.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file of a page. It is replaced as a whole, so that a full disk or Ctrl-C leaves the earlier page; only its owner
 * can read it at first, since the page names mails and accounts.
 */
public final class PageFile {

    private final Path file;

    /** Names the file. */
    public PageFile(Path file) {
        this.file = file;
    }

    /**
     * Writes the page.
     *
     * @throws IOException when it cannot be written; what was there before is still there
     */
    public void write(byte[] page) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, page); // a device or a pipe
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(); // a link stays one
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IOException("there is no directory " + parent);
        }
        Path written = Files.createTempFile(parent, ".report", ".part");
        try {
            Files.write(written, page);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
