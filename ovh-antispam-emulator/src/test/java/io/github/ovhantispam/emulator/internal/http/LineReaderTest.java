package io.github.ovhantispam.emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private static LineReader slow(String text) {
        return allowing(1000, new LineReader(Trickle.open(text)));
    }

    private static LineReader fast(String text) {
        return allowing(1000, new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static LineReader allowing(int bytes, LineReader reader) {
        reader.allow(bytes);
        return reader;
    }

    @Test
    void lines_thatComeInPieces_areReadWhole() throws IOException, MalformedRequestException {
        LineReader reader = slow("one\r\ntwo\n\tt\u00e9\n\r\n");

        assertThat(reader.line()).isEqualTo("one");
        assertThat(reader.line()).isEqualTo("two");
        assertThat(reader.line()).isEqualTo("\tt\u00e9");
        assertThat(reader.line()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_190, 8_191, 8_192, 8_193, 20_000})
    void lines_asLongAsTheBuffer_areReadWhole(int length) throws IOException, MalformedRequestException {
        String line = "x".repeat(length);
        LineReader reader = allowing(3 * length, fast("short\n" + line + "\n" + line + "\r\nlast\n"));

        assertThat(reader.line()).isEqualTo("short");
        assertThat(reader.line()).isEqualTo(line);
        assertThat(reader.line()).isEqualTo(line);
        assertThat(reader.line()).isEqualTo("last");
    }

    @Test
    void line_thatIsCutShort_isTheEndOfTheConnection() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> fast("cut").line());
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> fast("").line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b\n", "\u001b[31m\n", "a\rb\n", "a\r\r\n", "\u007f\n"})
    void line_withControlCharacters_isRefusedAsSoonAsItEnds(String text) {
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> slow(text).line())
                .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void line_thatIsTooLong_isRefusedBeforeItEnds() {
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> allowing(3, slow("abcd")).line())
                .satisfies(e -> assertThat(e.status()).isEqualTo(431));
    }

    @Test
    void lines_togetherAsLongAsAllowed_areRead() throws IOException, MalformedRequestException {
        LineReader reader = allowing(4, slow("ab\ncd\ne"));

        assertThat(reader.line()).isEqualTo("ab");
        assertThat(reader.line()).isEqualTo("cd");
        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(reader::line);
    }

    @Test
    void emptyLines_areSkipped_upToTheEnd() throws IOException, MalformedRequestException {
        LineReader reader = fast("\r\n\n\r\nline\n\n");

        assertThat(reader.skipEmptyLines()).isTrue();
        assertThat(reader.line()).isEqualTo("line");
        assertThat(reader.skipEmptyLines()).isFalse();
    }

    @Test
    void bytes_buffered_orNot_areTheSame() throws IOException, MalformedRequestException {
        String large = "y".repeat(10_000);
        for (LineReader reader :
                new LineReader[] {fast("l\nabc" + large + "\nz\n"), slow("l\nabc" + large + "\nz\n")}) {
            assertThat(reader.line()).isEqualTo("l");
            assertThat(reader.bytes(0)).isEmpty();
            assertThat(reader.bytes(3)).asString().isEqualTo("abc");
            assertThat(reader.bytes(10_000)).asString().isEqualTo(large);
            assertThat(reader.line()).isEmpty();
            assertThat(reader.line()).isEqualTo("z");
        }
    }

    @Test
    void bytes_thatAreCutShort_areTheEndOfTheConnection() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> fast("abc").bytes(4));
    }

    private static LineReader bytes(String latin1) {
        LineReader reader = new LineReader(new ByteArrayInputStream(latin1.getBytes(StandardCharsets.ISO_8859_1)));
        reader.allow(1000);
        return reader;
    }

    @Test
    void line_thatIsNotUtf8_losesNoByte() throws IOException, MalformedRequestException {
        assertThat(bytes("X: \u00ff\n").line()).isEqualTo("X: \u00ff");
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> bytes("GET /\u00ff HTTP/1.1\n").lineOfUtf8());
        assertThat(bytes("GET /\u00c3\u00bf HTTP/1.1\n").lineOfUtf8()).isEqualTo("GET /\u00ff HTTP/1.1");
    }
}
