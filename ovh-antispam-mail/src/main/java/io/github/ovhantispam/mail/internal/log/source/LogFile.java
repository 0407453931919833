package io.github.ovhantispam.mail.internal.log.source;

import io.github.ovhantispam.model.internal.PrintableText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A file, which may be packed by gzip; its first bytes say so, not its name. */
public final class LogFile implements LogSource {

    private static final int GZIP_BUFFER = 64 * 1024;
    private static final List<Packer> OTHERS =
            List.of(new Packer("bzip2", "BZh"), new Packer("xz", "\u00FD7zXZ"), new Packer("zstd", "(\u00B5/\u00FD"));

    private final Path path;
    private final long mostUnpacked;

    /**
     * Nothing is opened yet.
     *
     * @param mostUnpacked how many bytes at most are taken out of an archive, or 0 for 100 times its size
     */
    public LogFile(Path path, long mostUnpacked) {
        this.path = path;
        this.mostUnpacked = mostUnpacked;
    }

    /** Another program, and the bytes that its archives begin with, a character for each. */
    private record Packer(String name, String magic) {

        boolean packed(byte[] head, int length) {
            return new String(head, 0, length, StandardCharsets.ISO_8859_1).startsWith(magic);
        }
    }

    @Override
    public String name() {
        return PrintableText.of(path.toString());
    }

    @Override
    public Instant end() throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream open() throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return unpacked(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private InputStream unpacked(InputStream file) throws IOException {
        byte[] head = new byte[6];
        int length = 0;
        try (InputStream first = Files.newInputStream(path)) {
            length = first.readNBytes(head, 0, head.length);
        }
        for (Packer packer : OTHERS) {
            if (packer.packed(head, length)) {
                throw new IOException("packed by " + packer.name() + ", which is not read here: unpack it first");
            }
        }
        if (length < 2 || head[0] != 0x1F || (head[1] & 0xFF) != 0x8B) {
            return file;
        }
        long most = mostUnpacked > 0 ? mostUnpacked : LimitedStream.mostOf(Files.size(path));
        InputStream buffered = new BufferedInputStream(file, GZIP_BUFFER);
        return new LimitedStream(new GZIPInputStream(buffered, GZIP_BUFFER), most);
    }
}
