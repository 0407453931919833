package io.github.ovhantispam.mail.internal.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.mail.MalformedMailException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MimeReaderTest {

    private static final String NESTED = """
            From: a@example.com
            Subject: folded
             line
            Content-Type: multipart/mixed; boundary=o

            preamble
            --o
            Content-Type: TEXT/Plain; charset="iso-8859-1"
            Content-Transfer-Encoding: quoted-printable

            caf=E9
            --o
            Content-Type: message/rfc822

            From: b@example.com
            Content-Type: multipart/alternative; boundary=i

            --i
            Content-Type: text/html

            <p>x</p>
            --i--
            --o--
            epilogue
            """;

    private final List<String> seen = new ArrayList<>();

    private final MimeVisitor visitor = new MimeVisitor() {
        @Override
        public void container(MimePart part) {
            seen.add(part.depth() + " " + part.mediaType() + " ("
                    + part.headers().size() + " headers)");
        }

        @Override
        public void leaf(MimePart part, InputStream content) throws IOException {
            String text =
                    TextDecoder.decode(content.readAllBytes(), part.charset()).strip();
            seen.add(part.depth() + " " + part.mediaType() + " " + part.charset() + ": " + text);
        }
    };

    private void read(String mail, MimeLimits limits) {
        new MimeReader(limits).read(new ByteArrayInputStream(mail.getBytes(UTF_8)), visitor);
    }

    @Test
    void read_partsInParts_areVisitedDepthFirst() {
        read(NESTED, MimeLimits.ofBytes(10_000));

        assertThat(seen)
                .containsExactly(
                        "0 multipart/mixed (3 headers)",
                        "1 text/plain iso-8859-1: café",
                        "1 message/rfc822 (1 headers)",
                        "2 multipart/alternative (2 headers)",
                        "3 text/html us-ascii: <p>x</p>");
    }

    @Test
    void read_headers_areUnfoldedAndFoundInAnyCase() {
        List<MimePart> parts = new ArrayList<>();
        new MimeReader(MimeLimits.ofBytes(10_000))
                .read(new ByteArrayInputStream(NESTED.getBytes(UTF_8)), new MimeVisitor() {
                    @Override
                    public void container(MimePart part) {
                        parts.add(part);
                    }

                    @Override
                    public void leaf(MimePart part, InputStream content) {
                        parts.add(part);
                    }
                });

        assertThat(parts.get(0).header("SUBJECT")).contains("folded line");
        assertThat(parts.get(0).header("Date")).isEmpty();
        assertThat(parts.get(3).header("from")).contains("b@example.com");
    }

    @Test
    void read_contentLeftUnread_goesOnWithTheNextPart() {
        List<String> types = new ArrayList<>();
        new MimeReader(MimeLimits.ofBytes(10_000))
                .read(new ByteArrayInputStream(NESTED.getBytes(UTF_8)), new MimeVisitor() {
                    @Override
                    public void container(MimePart part) {}

                    @Override
                    public void leaf(MimePart part, InputStream content) {
                        types.add(part.mediaType());
                    }
                });

        assertThat(types).containsExactly("text/plain", "text/html");
    }

    @Test
    void read_beyondALimit_isMalformed() {
        assertMalformed(new MimeLimits(100, 16, 1000, 1000, 1000), "more than 100 bytes");
        assertMalformed(new MimeLimits(10_000, 2, 1000, 1000, 1000), "more than 2 parts inside one another");
        assertMalformed(new MimeLimits(10_000, 16, 3, 1000, 1000), "more than 3 parts");
        assertMalformed(new MimeLimits(10_000, 16, 1000, 2, 1000), "header");
        assertMalformed(new MimeLimits(10_000, 16, 1000, 1000, 20), "20");
    }

    private void assertMalformed(MimeLimits limits, String reason) {
        assertThatExceptionOfType(MalformedMailException.class)
                .isThrownBy(() -> read(NESTED, limits))
                .withMessageStartingWith("the mail cannot be read: ")
                .withMessageContaining(reason)
                .withMessageNotContaining("mime4j")
                .withMessageMatching("\\P{Cntrl}+");
    }

    @Test
    void read_failingSource_isAFailureOfTheSource() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                return read();
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new MimeReader(MimeLimits.ofBytes(10)).read(failing, visitor))
                .withMessageContaining("the disk is gone");
    }

    @Test
    void read_missingEnds_areNoFailure() {
        read(
                "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: text/plain\n\nx",
                MimeLimits.ofBytes(1000));
        read("Content-Type: multipart/mixed\n\nno boundary", MimeLimits.ofBytes(1000));
        read("", MimeLimits.ofBytes(1000));

        assertThat(seen).contains("1 text/plain us-ascii: x");
    }
}
