package io.github.ovhantispam.emulator.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads lines and bytes off a connection, through a buffer of its own: one of the JDK's streams would be asked, and
 * locked, once for each byte of a line.
 */
final class LineReader {

    private final InputStream in;
    private byte[] buffer = new byte[8192];
    private int position;
    private int limit;
    private int allowance;
    private boolean lossless;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Sets the number of bytes that the lines from here on may have together, without their ends. */
    void allow(int bytes) {
        allowance = bytes;
    }

    /** Skips empty lines, and tells whether anything follows them. */
    boolean skipEmptyLines() throws IOException {
        while (position < limit || fill()) {
            if (buffer[position] != '\r' && buffer[position] != '\n') {
                return true;
            }
            position++;
        }
        return false;
    }

    /** Reads a line without its end: as UTF-8, or, when it is none, as Latin-1, which no byte gets lost in. */
    String line() throws IOException, MalformedRequestException {
        int length = lengthOfLine();
        allowance -= length;
        int bare = length > 0 && buffer[position + length - 1] == '\r' ? length - 1 : length;
        boolean ascii = true;
        for (int i = position; i < position + bare; i++) {
            if (isControl(buffer[i])) {
                throw new MalformedRequestException(400, "The head of the request holds control characters");
            }
            ascii &= buffer[i] >= 0;
        }
        String line = ascii ? new String(buffer, position, bare, StandardCharsets.US_ASCII) : decoded(bare);
        position += length + 1;
        return line;
    }

    private String decoded(int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, position, length))
                    .toString();
        } catch (CharacterCodingException e) {
            lossless = false;
            return new String(buffer, position, length, StandardCharsets.ISO_8859_1);
        }
    }

    /** Reads a line of which a signature is made: it has to be UTF-8, or it would be another line that is signed. */
    String lineOfUtf8() throws IOException, MalformedRequestException {
        lossless = true;
        String line = line();
        if (!lossless) {
            throw new MalformedRequestException(400, "The request line is not UTF-8");
        }
        return line;
    }

    /** Reads on until the buffer holds a whole line. */
    private int lengthOfLine() throws IOException, MalformedRequestException {
        int length = 0;
        while (true) {
            for (; position + length < limit; length++) {
                if (buffer[position + length] == '\n') {
                    return length;
                }
                if (length == allowance) {
                    throw new MalformedRequestException(431, "The head of the request is too long");
                }
            }
            if (!fill()) {
                throw new EOFException("the connection ended within a request");
            }
        }
    }

    /** Bytes of UTF-8 beyond ASCII are negative. */
    private static boolean isControl(byte b) {
        return (b >= 0 && b < ' ' && b != '\t') || b == 0x7f;
    }

    /** Reads as many bytes as that, and takes no memory for those that do not come. */
    byte[] bytes(int length) throws IOException {
        int buffered = Math.min(length, limit - position);
        byte[] rest = buffered == length ? new byte[0] : in.readNBytes(length - buffered);
        if (buffered + rest.length < length) {
            throw new EOFException("the connection ended within a body");
        }
        byte[] bytes = new byte[length];
        System.arraycopy(buffer, position, bytes, 0, buffered);
        System.arraycopy(rest, 0, bytes, buffered, rest.length);
        position += buffered;
        return bytes;
    }

    /** Reads what there is, at least one byte, behind what was not asked for yet; false at the end. */
    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = 0;
        } else if (limit == buffer.length && position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        } else if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count > 0;
    }
}
