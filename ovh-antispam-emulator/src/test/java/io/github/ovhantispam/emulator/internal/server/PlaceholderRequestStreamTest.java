package io.github.ovhantispam.emulator.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.ovhantispam.emulator.internal.http.BodyBudget;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.ReceivedRequest;
import io.github.ovhantispam.emulator.internal.http.RequestReader;
import io.github.ovhantispam.emulator.internal.http.Trickle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlaceholderRequestStreamTest {

    private static final String STAND_IN = "GET http://[::]/ HTTP/1.1\r\n\r\n";

    private final AtomicInteger failures = new AtomicInteger();

    private PlaceholderRequestStream input(InputStream connection) {
        return new PlaceholderRequestStream(
                new RequestReader(
                        connection,
                        OutputStream.nullOutputStream(),
                        false,
                        InetAddress.getLoopbackAddress(),
                        new BodyBudget()),
                failures::incrementAndGet);
    }

    private static String read(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        int count = in.read(bytes, 0, length);
        return new String(bytes, 0, count, StandardCharsets.US_ASCII);
    }

    private static String target(PlaceholderRequestStream input) {
        return input.take().orElseThrow().request().target();
    }

    @Test
    void requests_areReplaced_oneByOne() throws IOException {
        PlaceholderRequestStream input =
                input(Trickle.ended("GET /a HTTP/1.1\r\nHost: x\r\n\r\nPUT /b HTTP/1.1\r\nHost: x\r\n\r\n"));

        assertThat(input.take()).isEmpty();
        assertThat(read(input, 100)).isEqualTo(STAND_IN);
        assertThat(target(input)).isEqualTo("/a");
        assertThat(read(input, 100)).isEqualTo(STAND_IN);
        assertThat(target(input)).isEqualTo("/b");
        assertThat(input.read()).isEqualTo(-1);
        assertThat(input.read()).isEqualTo(-1);
        assertThat(failures).hasValue(0);
    }

    @Test
    void request_whoseStandInIsReadInPieces_isKeptUntilTheNext() throws IOException {
        PlaceholderRequestStream input = input(Trickle.open("GET /a HTTP/1.1\r\nHost: x\r\n\r\n"));

        assertThat(input.read()).isEqualTo('G');
        assertThat(read(input, 2)).isEqualTo("ET");
        assertThat(read(input, 100)).isEqualTo(STAND_IN.substring(3));
        assertThat(target(input)).isEqualTo("/a");
    }

    @Test
    void request_thatIsMalformed_isReplacedAndIsTheLast() throws IOException {
        PlaceholderRequestStream input = input(Trickle.open("nonsense\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n"));

        assertThat(read(input, 100)).isEqualTo(STAND_IN);
        ReceivedRequest received = input.take().orElseThrow();
        assertThat(received.isLast()).isTrue();
        assertThat(received.request().malformed())
                .contains(new HttpRequest.Malformed(400, "The request line is malformed"));
        assertThat(input.read()).isEqualTo(-1);
    }

    @Test
    void connection_thatFails_isClosed() {
        PlaceholderRequestStream input = input(Trickle.ended("GET / HT"));

        assertThatIOException().isThrownBy(input::read);
        assertThat(failures).hasValue(1);
    }
}
