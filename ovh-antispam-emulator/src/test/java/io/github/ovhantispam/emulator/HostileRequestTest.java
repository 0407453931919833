package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.internal.auth.Signature;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP, or tries to slip past the checks, is refused with an answer, and harms nobody else. */
class HostileRequestTest {

    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().seed(Seed.guide()).start();
        caller = TestCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        assertThat(caller.get("/auth/time").status()).as("still there").isEqualTo(200);
        caller.close();
        emulator.close();
    }

    private RawConnection.Answer answerTo(String request) throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            return connection.send(request).receive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /1.0/ip\r\n\r\n",
                "GET  /1.0/ip HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /1.0/ip HTTP/1.1 \r\nHost: x\r\n\r\n",
                "G(T /1.0/ip HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\nHost: x:99999999\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\nHost: [::1\r\n\r\n",
                "GET 1.0/ip HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
                "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\nHost: x\r\n folded: x\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\nHost: x\r\nBad Name: x\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n",
                "GET /1.0/ip\u001b[31m HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /1.0/ip HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
                "POST /1.0/x HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /1.0/x HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /1.0/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /1.0/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /1.0/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "POST /1.0/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "POST /1.0/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n"
            })
    void request_thatIsNoHttp_is400InTheApisOwnWords(String request) throws IOException {
        RawConnection.Answer answer = answerTo(request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).contains("X-Ovh-QueryID: ");
        assertThat(answer.body()).startsWith("{\"message\":\"").endsWith("\"httpCode\":\"400 Bad Request\"}");
        assertThat(emulator.journal().entries().get(0).unexpected()).isTrue();
    }

    @Test
    void request_thatIsTooMuch_isRefusedWithTheStatusForIt() throws IOException {
        String huge = "x".repeat(70_000);

        assertThat(answerTo("GET /1.0/ip HTTP/1.1\r\nHost: x\r\nX: " + huge + "\r\n\r\n")
                        .status())
                .isEqualTo(431);
        assertThat(answerTo("GET /1.0/ip HTTP/2.0\r\nHost: x\r\n\r\n").status()).isEqualTo(505);
        assertThat(answerTo("POST /1.0/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n")
                        .status())
                .isEqualTo(501);
        String body = "y".repeat(2 << 20);
        assertThat(answerTo("POST /1.0/x HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void requests_sentWithoutWaiting_areAnsweredInOrder() throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            connection.send("GET /1.0/auth/time HTTP/1.1\r\nHost: x\r\n\r\nGET /1.0/ip HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(connection.receive().status()).isEqualTo(200);
            assertThat(connection.receive().status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1.0/ip/%2e%2e%2fauth%2ftime",
                "/1.0/../1.0/auth/time",
                "/1.0/auth/time%00",
                "/1.0/auth/time;x",
                "/1.0/auth/time/",
                "/1.0//auth/time",
                "/1.0/%zz",
                "/1.0/%ff",
                "/1.0/%"
            })
    void path_thatTriesToBeAnother_isNeverServed(String target) throws IOException {
        assertThat(answerTo("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").status())
                .isIn(401, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Ovh-Signature: ",
                "X-Ovh-Signature: $1$",
                "X-Ovh-Signature: $2$0000000000000000000000000000000000000000",
                "X-Ovh-Timestamp: ",
                "X-Ovh-Timestamp: -1",
                "X-Ovh-Timestamp: 99999999999999999999",
                "X-Ovh-Timestamp: 1661791370 ",
                "X-Ovh-Timestamp: 0x1"
            })
    void header_thatIsForged_isRefused(String header) {
        String[] pair = header.split(": ", -1);
        TestCaller.Reply reply = caller.with(pair[0], pair[1]).get("/ip");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).containsAnyOf("INVALID_SIGNATURE", "QUERY_TIME_OUT");
    }

    @Test
    void body_thatWasChangedOnTheWay_isRefused() throws IOException {
        emulator.clock().advance(Duration.ofHours(1));
        String address = "/ip/122.122.122.121%2F28/spam/122.122.122.122/unblock";
        String timestamp = String.valueOf(emulator.clock().instant().getEpochSecond());
        String signature = new Signature(
                        emulator.credential().applicationSecret(),
                        emulator.credential().consumerKey())
                .of("POST", emulator.endpoint() + address, new byte[0], timestamp);
        RawConnection.Answer answer = answerTo("POST /1.0" + address + " HTTP/1.1\r\nHost: "
                + emulator.endpoint().getAuthority() + "\r\nX-Ovh-Application: "
                + emulator.credential().applicationKey() + "\r\nX-Ovh-Consumer: "
                + emulator.credential().consumerKey() + "\r\nX-Ovh-Timestamp: " + timestamp + "\r\nX-Ovh-Signature: "
                + signature + "\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_SIGNATURE");
        assertThat(emulator.ipBlock("122.122.122.121/28")
                        .spamIp("122.122.122.122")
                        .acceptedUnblocks())
                .isZero();
    }

    @Test
    void text_ofTheCaller_isBoundedAndPrintableInAnswersAndJournal() {
        String nasty = "%1b%5b31m" + "a".repeat(500);

        TestCaller.Reply reply = caller.get("/ip?type=" + nasty);

        assertThat(reply.body()).doesNotContain("\u001b").hasSizeLessThan(400);
    }
}
