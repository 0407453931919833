package io.github.ovhantispam.emulator.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads requests off a connection, whole, before MockWebServer sees them: what is malformed would leave its caller
 * without an answer and its connection open.
 */
final class RequestReader {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int LONGEST_BODY = 1 << 20;
    private static final long MOST_TO_DRAIN = 16L << 20;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,7})(;.*)?");

    private final InputStream in;
    private final OutputStream out;
    private int headLeft;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Reads the next request.
     *
     * @return its head and body in one, the body with a length; empty at the end of the connection
     */
    byte[] next() throws IOException, MalformedRequestException {
        headLeft = LONGEST_HEAD;
        int first = in.read();
        while (first == '\r' || first == '\n') {
            first = in.read();
        }
        if (first < 0) {
            return new byte[0];
        }
        List<String> lines = new ArrayList<>();
        String line = (char) first + line();
        while (!line.isEmpty()) {
            lines.add(line);
            line = line();
        }
        RequestHead head = RequestHead.of(lines);
        byte[] body = body(head);
        byte[] start = head.withLength(body.length);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(start.length + body.length);
        whole.write(start);
        whole.write(body);
        return whole.toByteArray();
    }

    private String line() throws IOException, MalformedRequestException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        int read = in.read();
        while (read != '\n') {
            if (read < 0) {
                throw new EOFException("the connection ended within a request");
            }
            if (--headLeft < 0) {
                throw new MalformedRequestException(431, "The head of the request is too long");
            }
            bytes.write(read);
            read = in.read();
        }
        String line = bytes.toString(StandardCharsets.UTF_8);
        String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (holdsControls(bare)) {
            throw new MalformedRequestException(400, "The head of the request holds control characters");
        }
        return bare;
    }

    private static boolean holdsControls(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return true;
            }
        }
        return false;
    }

    private byte[] body(RequestHead head) throws IOException, MalformedRequestException {
        boolean chunked = head.isChunked();
        long length = head.contentLength();
        if (head.expectsContinue() && (chunked || length > 0)) {
            out.write(CONTINUE);
            out.flush();
        }
        if (chunked) {
            return chunks();
        }
        if (length > LONGEST_BODY) {
            in.skipNBytes(Math.min(length, MOST_TO_DRAIN)); // a client that is still sending would miss the answer
            throw new MalformedRequestException(413, "The request body is too large");
        }
        return exactly((int) length);
    }

    private byte[] chunks() throws IOException, MalformedRequestException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            var size = CHUNK_SIZE.matcher(line());
            if (!size.matches()) {
                throw new MalformedRequestException(400, "A chunk of the body is malformed");
            }
            int length = Integer.parseInt(size.group(1), 16);
            if (length == 0) {
                break;
            }
            if (body.size() + length > LONGEST_BODY) {
                throw new MalformedRequestException(413, "The request body is too large");
            }
            body.write(exactly(length));
            if (!line().isEmpty()) {
                throw new MalformedRequestException(400, "A chunk of the body is malformed");
            }
        }
        skipTrailers();
        return body.toByteArray();
    }

    private void skipTrailers() throws IOException, MalformedRequestException {
        String line = line();
        while (!line.isEmpty()) {
            line = line();
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within a body");
        }
        return bytes;
    }
}
