package io.github.ovhantispam.client.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretRedactorTest {

    private final SecretRedactor redactor = new SecretRedactor(List.of("abcdefghijklmnop", "short"));

    @ParameterizedTest
    @CsvSource({
        "key abcdefghijklmnop end, key *** end",
        "abcdefghijklmnop, ***",
        "abcdefgh, ***",
        "ijklmnop, ***",
        "xabcdefghx, x***x",
        "abcdefg, abcdefg",
        "abcdefghijkl-mnop, ***-mnop",
        "abcdefghabcdefgh, ******",
        "abcdefgh ijklmnop, *** ***",
        "a short one, a *** one",
        "nothing, nothing",
        "signed $1$0123456789abcdef0123456789abcdef01234567 by me, signed *** by me",
        "bare 0123456789abcdef0123456789ABCDEF01234567 hash, bare *** hash",
        "encoded %241%240123456789abcdef0123456789abcdef01234567, encoded %241%***",
        "piece $1$01234567, piece ***"
    })
    void redact_ofAnyText_leavesNoPiece(String text, String redacted) {
        assertThat(redactor.redact(text)).isEqualTo(redacted);
    }

    @Test
    void redact_ofTokens_knowsTheLastTwo() {
        redactor.token("token-number-1");
        redactor.token("token-number-2");
        redactor.token("another-token-3");

        assertThat(redactor.redact("another-token-3 token-number-2")).isEqualTo("*** ***");
        assertThat(redactor.redact("abcdefghijklmnop")).isEqualTo("***");
    }

    @Test
    void redact_ofNothing_isNothing() {
        assertThat(redactor.redact("")).isEmpty();
    }
}
