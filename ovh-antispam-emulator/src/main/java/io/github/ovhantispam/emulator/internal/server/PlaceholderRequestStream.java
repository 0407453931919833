package io.github.ovhantispam.emulator.internal.server;

import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.MalformedRequestException;
import io.github.ovhantispam.emulator.internal.http.ReceivedRequest;
import io.github.ovhantispam.emulator.internal.http.RequestReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes that MockWebServer reads of a connection: the same placeholder for every request. The request itself was
 * read and checked before, and waits here until MockWebServer asks for its answer; to parse it twice would be half of
 * the work.
 */
final class PlaceholderRequestStream extends InputStream {

    /**
     * The least that MockWebServer takes for a request, with a whole URL that is quickly parsed: of a path it makes
     * one.
     */
    private static final byte[] STAND_IN = "GET http://[::]/ HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final RequestReader reader;
    private final Runnable onFailure;
    private int position = STAND_IN.length;
    private boolean ended;
    private volatile boolean refused;
    private volatile Optional<ReceivedRequest> received = Optional.empty();

    PlaceholderRequestStream(RequestReader reader, Runnable onFailure) {
        this.reader = reader;
        this.onFailure = onFailure;
    }

    /** Takes the request that the stand-in which was read last stands for; its body is kept here no longer. */
    Optional<ReceivedRequest> take() {
        Optional<ReceivedRequest> taken = received;
        received = Optional.empty();
        return taken;
    }

    /** Returns true after a request that could not be read to its end. */
    boolean isRefused() {
        return refused;
    }

    /** Gives back the memory that was set aside for the body of the last request. */
    void release() {
        reader.release();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (position == STAND_IN.length && (ended || !next())) {
            return -1;
        }
        int count = Math.min(length, STAND_IN.length - position);
        System.arraycopy(STAND_IN, position, into, offset, count);
        position += count;
        return count;
    }

    /** Waits for the next request; false when none comes. */
    private boolean next() throws IOException {
        try {
            Optional<ReceivedRequest> read = reader.next();
            ended = read.isEmpty();
            received = read;
        } catch (MalformedRequestException e) {
            received = Optional.of(new ReceivedRequest(
                    new HttpRequest(new HttpRequest.Malformed(e.status(), String.valueOf(e.getMessage()))), true));
            refused = true;
            ended = true; // where the next request begins is anybody's guess
        } catch (IOException | Error e) {
            onFailure.run(); // MockWebServer forgets a connection that failed, and leaves it open
            throw e;
        }
        boolean some = received.isPresent();
        if (some) {
            position = 0;
        }
        return some;
    }
}
