package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.internal.auth.Signature;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The vectors of the vendor's own SDKs, and six that were worked out from the algorithm. */
class SignatureTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/signature-vectors.csv", delimiter = '\t', quoteCharacter = '\0', numLinesToSkip = 1)
    void signature_ofAKnownCall_isTheKnownOne(
            String secret,
            String consumerKey,
            String method,
            String url,
            String body,
            String timestamp,
            String signature) {
        String sent = body == null ? "" : body;

        assertThat(new Signature(secret, consumerKey).of(method, url, sent.getBytes(StandardCharsets.UTF_8), timestamp))
                .isEqualTo(signature);
    }
}
