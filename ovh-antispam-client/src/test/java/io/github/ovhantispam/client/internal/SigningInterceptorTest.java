package io.github.ovhantispam.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against the numbers that the tests of the vendor's own clients hold, and six of our own, computed with another SHA-1.
 */
class SigningInterceptorTest {

    @Test
    void vectors_areAllThere() throws IOException {
        assertThat(vectors()).hasSize(47);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void sign_ofAVector_isItsSignature(JsonNode vector) {
        SigningInterceptor signing = new SigningInterceptor(
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

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream json = SigningInterceptorTest.class.getResourceAsStream("signatures.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(json).spliterator(), false);
        }
    }
}
