package io.github.ovhantispam.emulator.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads requests off a connection, whole, before MockWebServer hears of them: what is malformed would leave its caller
 * without an answer and its connection open.
 */
public final class RequestReader {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_BODY = 1 << 20;
    private static final int USUAL_LINES = 16;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,7})(;.*)?");

    private final LineReader in;
    private final OutputStream out;
    private final boolean secure;
    private final InetAddress client;
    private final BodyBudget budget;
    private int reserved;
    private final HostCheck hosts = new HostCheck();

    public RequestReader(InputStream in, OutputStream out, boolean secure, InetAddress client, BodyBudget budget) {
        this.in = new LineReader(in);
        this.out = out;
        this.secure = secure;
        this.client = client;
        this.budget = budget;
    }

    /** Reads the next request. */
    public Optional<ReceivedRequest> next() throws IOException, MalformedRequestException {
        in.allow(LONGEST_HEAD);
        if (!in.skipEmptyLines()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(USUAL_LINES);
        for (String line = in.lineOfUtf8(); !line.isEmpty(); line = in.line()) {
            if (lines.size() > MOST_HEADERS) {
                throw new MalformedRequestException(431, "The request has more than " + MOST_HEADERS + " headers");
            }
            lines.add(line);
        }
        RequestHead head = RequestHead.of(lines, hosts);
        byte[] body = body(head);
        HttpRequest request =
                new HttpRequest(head.method(), head.target(), head.headers(body.length), body, secure, client);
        return Optional.of(new ReceivedRequest(request, head.endsConnection()));
    }

    private byte[] body(RequestHead head) throws IOException, MalformedRequestException {
        boolean chunked = head.isChunked();
        long length = head.contentLength();
        head.requireKnownExpectation();
        if ((chunked || length > 0) && head.expectsContinue()) {
            requireNotTooLong(length); // or the client would send it for nothing
            out.write(CONTINUE);
            out.flush();
        }
        if (chunked) {
            return chunks();
        }
        requireNotTooLong(length);
        reserve((int) length);
        return in.bytes((int) length);
    }

    private static void requireNotTooLong(long length) throws MalformedRequestException {
        if (length > LONGEST_BODY) {
            throw new MalformedRequestException(413, "The request body is too large");
        }
    }

    private synchronized void reserve(int length) throws IOException, MalformedRequestException {
        if (reserved == 0 && length > BodyBudget.SMALL) {
            budget.acquire(length);
            reserved = length;
        }
    }

    /** Gives back what the body of the last request took of the budget. */
    public synchronized void release() {
        if (reserved > 0) {
            budget.release(reserved);
            reserved = 0;
        }
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
            requireNotTooLong((long) body.size() + length);
            if (body.size() + length > BodyBudget.SMALL) {
                reserve(LONGEST_BODY);
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
