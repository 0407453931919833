package io.github.ovhantispam.emulator.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads requests off a connection, whole, before MockWebServer hears of them: what is malformed would leave its caller
 * without an answer and its connection open.
 */
final class RequestReader {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int LONGEST_BODY = 1 << 20;
    private static final long MOST_TO_DRAIN = 16L << 20;
    private static final int USUAL_LINES = 16;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,7})(;.*)?");

    private final LineReader in;
    private final OutputStream out;
    private final boolean secure;
    private final HostCheck hosts = new HostCheck();

    RequestReader(InputStream in, OutputStream out, boolean secure) {
        this.in = new LineReader(in);
        this.out = out;
        this.secure = secure;
    }

    /**
     * Reads the next request.
     *
     * @return empty at the end of the connection
     */
    Optional<ReceivedRequest> next() throws IOException, MalformedRequestException {
        in.allow(LONGEST_HEAD);
        if (!in.skipEmptyLines()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(USUAL_LINES);
        for (String line = in.line(); !line.isEmpty(); line = in.line()) {
            lines.add(line);
        }
        RequestHead head = RequestHead.of(lines, hosts);
        byte[] body = body(head);
        HttpRequest request = new HttpRequest(head.method(), head.target(), head.headers(body.length), body, secure);
        return Optional.of(new ReceivedRequest(request, head.endsConnection()));
    }

    private byte[] body(RequestHead head) throws IOException, MalformedRequestException {
        boolean chunked = head.isChunked();
        long length = head.contentLength();
        if ((chunked || length > 0) && head.expectsContinue()) {
            out.write(CONTINUE);
            out.flush();
        }
        if (chunked) {
            return chunks();
        }
        if (length > LONGEST_BODY) {
            in.skip(Math.min(length, MOST_TO_DRAIN)); // a client that is still sending would miss the answer
            throw new MalformedRequestException(413, "The request body is too large");
        }
        return in.bytes((int) length);
    }

    private byte[] chunks() throws IOException, MalformedRequestException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            var size = CHUNK_SIZE.matcher(in.line());
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
            body.write(in.bytes(length));
            if (!in.line().isEmpty()) {
                throw new MalformedRequestException(400, "A chunk of the body is malformed");
            }
        }
        skipTrailers();
        return body.toByteArray();
    }

    private void skipTrailers() throws IOException, MalformedRequestException {
        String line = in.line();
        while (!line.isEmpty()) {
            line = in.line();
        }
    }
}
