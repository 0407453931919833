package io.github.ovhantispam.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "iso-8859-2", "windows-1250", "UTF-8", "UTF-16LE", "ISO-2022-JP", " utf-8 "})
    void decode_claimedCharset_isUsed(String charset) {
        byte[] bytes = "Ende".getBytes(Charset.forName(charset.strip()));

        assertThat(TextDecoder.decode(bytes, charset)).isEqualTo("Ende");
    }

    @Test
    void decode_charsetBeyondAscii_isUsed() {
        assertThat(TextDecoder.decode(new byte[] {(byte) 0xb6, (byte) 0xe6}, "ISO-8859-2"))
                .isEqualTo("ść");
        assertThat(TextDecoder.decode("日本".getBytes(Charset.forName("ISO-2022-JP")), "ISO-2022-JP"))
                .isEqualTo("日本");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"us-ascii", "x-unknown", "x/../y", "", "ISO-8859-1"})
    void decode_validUtf8_isUtf8(String charset) {
        assertThat(TextDecoder.decode("ść\u00a0é".getBytes(UTF_8), charset)).isEqualTo("ść\u00a0é");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"us-ascii", "x-unknown", "x/../y", "utf-8"})
    void decode_unknownBytes_areNotGuessed(String charset) {
        assertThat(TextDecoder.decode("é\u00a0:".getBytes(ISO_8859_1), charset)).isEqualTo("\ufffd\u00a0:");
    }

    @Test
    void decode_wideCharsetOfNarrowText_isNotUsed() {
        assertThat(TextDecoder.decode("Ende".getBytes(UTF_8), "utf-16")).isEqualTo("Ende");
    }

    @Test
    void utf16_anyMark_isFound() {
        for (Charset charset : List.of(UTF_16, UTF_16BE, UTF_16LE)) {
            assertThat(TextDecoder.utf16("Ende".getBytes(charset)))
                    .get()
                    .extracting(text -> text.replace("\ufeff", ""))
                    .isEqualTo("Ende");
        }
        assertThat(TextDecoder.utf16("Ende".getBytes(UTF_8))).isEmpty();
        assertThat(TextDecoder.utf16(new byte[0])).isEmpty();
        assertThat(TextDecoder.utf16(new byte[10])).isEmpty();
    }
}
