package io.github.ovhantispam.emulator.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What MockWebServer reads of a connection: only requests that are well formed, or a placeholder for one that is not.
 */
final class CheckedInput extends InputStream {

    private static final byte[] PLACEHOLDER =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final RequestReader reader;
    private final Consumer<MalformedRequestException> onMalformed;
    private final Runnable onFailure;
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
    private boolean ended;

    CheckedInput(RequestReader reader, Consumer<MalformedRequestException> onMalformed, Runnable onFailure) {
        this.reader = reader;
        this.onMalformed = onMalformed;
        this.onFailure = onFailure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (current.available() == 0 && !ended) {
            current = new ByteArrayInputStream(next());
        }
        return current.read(into, offset, length);
    }

    private byte[] next() throws IOException {
        try {
            byte[] request = reader.next();
            ended = request.length == 0;
            return request;
        } catch (MalformedRequestException e) {
            ended = true;
            onMalformed.accept(e);
            return PLACEHOLDER;
        } catch (IOException e) {
            onFailure.run(); // MockWebServer forgets a connection that failed, and leaves it open
            throw e;
        }
    }
}
