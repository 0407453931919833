package io.github.ovhantispam.client.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ovhantispam.client.internal.time.ServerClock;
import io.github.ovhantispam.client.internal.wire.JsonBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against the numbers that the tests of the vendor's own clients hold, and six of our own, computed with another SHA-1.
 */
class SignatureHeadersTest {

    @Test
    void vectors_areAllThere() throws IOException {
        assertThat(vectors()).hasSize(47);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void sign_ofAVector_isItsSignature(JsonNode vector) {
        SignatureHeaders signing = new SignatureHeaders(
                "unused",
                vector.get("applicationSecret").textValue(),
                vector.get("consumerKey").textValue(),
                new ServerClock(InstantSource.system()));

        assertThat(signing.sign(
                        vector.get("method").textValue(),
                        vector.get("url").textValue(),
                        vector.get("body").textValue().getBytes(StandardCharsets.UTF_8),
                        vector.get("timestamp").longValue()))
                .isEqualTo(vector.get("signature").textValue());
    }

    /** The body as a test might write it, and as the client itself writes the bodies of its requests. */
    static Stream<RequestBody> bodies() {
        return Stream.of(
                RequestBody.create("{\"message\":\"tèsté\"}", MediaType.get("application/json")),
                new JsonBody(JsonBody.text(Map.of("message", "tèsté"))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void add_ofABodyInUtf8_signsTheBytesThatAreSent(RequestBody body) throws IOException {
        Instant time = Instant.ofEpochSecond(1457018875);
        SignatureHeaders signing = new SignatureHeaders(
                "TDPKJdwZwAQPwKX2",
                "9ufkBmLaTQ9nz5yMUlg79taH0GNnzDjk",
                "5mBuy6SUQcRw2ZUxg0cG68BoDKpED4KY",
                new ServerClock(InstantSource.fixed(time)));
        Request request = new Request.Builder()
                .url("https://eu.api.ovh.com/1.0/sms/foo/jobs")
                .post(body)
                .build();
        Request.Builder complete = request.newBuilder();

        signing.add(request, complete);

        Request sent = complete.build();
        assertThat(sent.body()).isSameAs(body);
        assertThat(sent.header("X-Ovh-Application")).isEqualTo("TDPKJdwZwAQPwKX2");
        assertThat(sent.header("X-Ovh-Timestamp")).isEqualTo("1457018875");
        assertThat(sent.header("X-Ovh-Signature")).isEqualTo("$1$38df5c0310fd09000ea1d865fa9932376f182e4a");
    }

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream json = SignatureHeadersTest.class.getResourceAsStream("signatures.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(json).spliterator(), false);
        }
    }
}
