package io.github.ovhantispam.emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private RequestReader reading(String text) {
        return new RequestReader(Trickle.open(text), said, false, InetAddress.getLoopbackAddress(), new BodyBudget());
    }

    private ReceivedRequest request(String text) throws IOException, MalformedRequestException {
        return reading(text).next().orElseThrow();
    }

    private void assertRefused(String text, int status) {
        assertThatExceptionOfType(MalformedRequestException.class)
                .as(text)
                .isThrownBy(() -> reading(text).next())
                .satisfies(e -> assertThat(e.status()).isEqualTo(status));
    }

    @Test
    void request_withoutBody_isReadAsItWasSent() throws IOException, MalformedRequestException {
        ReceivedRequest received =
                request("\r\nGET /1.0/a%2Fb?c=%20 HTTP/1.1\r\nhost: x:1\r\nX-A:  b c \r\nX-A:\r\n\r\n");

        assertThat(received.isLast()).isFalse();
        assertThat(received.request().method()).isEqualTo("GET");
        assertThat(received.request().target()).isEqualTo("/1.0/a%2Fb?c=%20");
        assertThat(received.request().scheme()).isEqualTo("http");
        assertThat(received.request().body()).isEmpty();
        assertThat(received.request().headers().entries())
                .containsExactly(Map.entry("host", "x:1"), Map.entry("X-A", "b c"), Map.entry("X-A", ""));
        assertThat(said.size()).isZero();
    }

    @Test
    void request_inChunks_isReadWithALengthInstead() throws IOException, MalformedRequestException {
        ReceivedRequest received = request("""
                POST / HTTP/1.1
                Host: x
                Transfer-Encoding: Chunked
                X: y

                3;name=value
                abc
                2
                de
                0
                Trailer: z

                """);

        assertThat(received.request().body()).asString().isEqualTo("abcde");
        assertThat(received.request().headers().entries())
                .containsExactly(Map.entry("Host", "x"), Map.entry("Content-Length", "5"), Map.entry("X", "y"));
    }

    @Test
    void request_thatSaysItsLengthTwice_isReadWithOne() throws IOException, MalformedRequestException {
        ReceivedRequest received =
                request("POST / HTTP/1.1\r\ncontent-length: 3\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");

        assertThat(received.request().body()).asString().isEqualTo("abc");
        assertThat(received.request().headers().entries())
                .containsExactly(Map.entry("Content-Length", "3"), Map.entry("Host", "x"));
    }

    @Test
    void requests_inOneGo_areReadOneByOne() throws IOException, MalformedRequestException {
        RequestReader reader = new RequestReader(
                Trickle.ended("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}\r\nGET /b HTTP/1.0\r\n\r\n"),
                said,
                true,
                InetAddress.getLoopbackAddress(),
                new BodyBudget());

        assertThat(reader.next().orElseThrow().request().target()).isEqualTo("/a");
        ReceivedRequest second = reader.next().orElseThrow();
        assertThat(second.request().target()).isEqualTo("/b");
        assertThat(second.request().scheme()).isEqualTo("https");
        assertThat(second.isLast()).isTrue();
        assertThat(reader.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"close, true", "keep-alive, false", "'Keep-Alive, Close', true", "upgrade, false"})
    void request_thatSaysWhatBecomesOfItsConnection_isBelieved(String word, boolean isLast)
            throws IOException, MalformedRequestException {
        assertThat(request("GET / HTTP/1.1\r\nHost: x\r\nConnection: " + word + "\r\n\r\n")
                        .isLast())
                .isEqualTo(isLast);
    }

    @ParameterizedTest
    @CsvSource({"100-continue, 1048577, 413", "'100-Continue', 999999999, 413", "something, 1, 417"})
    void expectation_thatIsNotMet_isRefusedBeforeTheBody(String expectation, long length, int status) {
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> request("POST / HTTP/1.1\r\nHost: x\r\nExpect: " + expectation
                        + "\r\nContent-Length: " + length + "\r\n\r\n"))
                .matches(refusal -> refusal.status() == status);
        assertThat(said.size()).isZero();
    }

    @Test
    void request_withMoreHeadersThanAnyClientSends_isRefused() {
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> request("GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(100) + "\r\n"))
                .matches(refusal -> refusal.status() == 431);
    }

    @Test
    void client_thatWaitsForAWord_isToldToGoOn() throws IOException, MalformedRequestException {
        request("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\na");

        assertThat(said).hasToString("HTTP/1.1 100 Continue\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/1.1 x\r\nHost: x\r\n\r\n",
                "G\u00e9T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nN\u00e4me: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: \u0661\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000000000000\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: \u0007\r\n" // at once: a client may wait for the answer here
            })
    void request_thatIsMalformed_is400(String text) {
        assertRefused(text, 400);
    }

    @Test
    void request_withNamesOfAnyLength_isReadUpToALimit() throws IOException, MalformedRequestException {
        assertThat(request("M".repeat(40) + " / HTTP/1.1\r\nHost: x\r\n" + "n".repeat(200) + ": y\r\n\r\n")
                        .request()
                        .method())
                .hasSize(40);
        assertRefused("M".repeat(41) + " / HTTP/1.1\r\nHost: x\r\n\r\n", 400);
        assertRefused("GET / HTTP/1.1\r\nHost: x\r\n" + "n".repeat(201) + ": y\r\n\r\n", 400);
    }

    @Test
    void head_withoutEnd_isRefusedAt64Kilobytes() {
        assertRefused("GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(20_000), 431);
    }

    @Test
    void request_thatIsCutShort_isTheEndOfTheConnection() {
        for (String text : new String[] {"GET", "GET / HTTP/1.1\r\nHost: x\r\n"}) {
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() -> new RequestReader(
                                    Trickle.ended(text),
                                    said,
                                    false,
                                    InetAddress.getLoopbackAddress(),
                                    new BodyBudget())
                            .next());
        }
    }
}
