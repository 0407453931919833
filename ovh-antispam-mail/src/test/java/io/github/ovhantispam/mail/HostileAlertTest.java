package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that were written to cost time or memory. The time limit is a hundred times what each takes. */
class HostileAlertTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Optional<SpamAlert> parse(String mail) {
        return assertTimeoutPreemptively(LIMIT, () -> SpamAlert.parse(mail.getBytes(UTF_8)));
    }

    private static void assertRefused(String mail, String reason) {
        assertThatExceptionOfType(MalformedMailException.class)
                .isThrownBy(() -> parse(mail))
                .withMessageContaining(reason)
                .withMessageMatching("\\P{Cntrl}+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.4 - id: ",
                "1.2.3.4 - id: x - spam: ",
                "1.2.3.4 - id:",
                "1.2.3.4 ",
                "1.",
                "spam ",
                "spam IP 9.9.9.9\n\n",
                "antispam IP spam 9.9.9.9\n\nport 25 of a b c d e\n",
                "antispam IP spam:\n\n",
                "port 25 ",
                "> ",
                "| ",
                "<",
                "<a@",
                "<x@y ",
                "[",
                "[a](http:",
                "a <mailto:",
                "&#64;",
                " - ",
                "-",
                "\n",
                " \n",
                "\u200b",
                "1.2.3.4 - i d - i d ",
                "<br>",
                "<p>",
                "<b>",
                "<div>",
                "<table><b><i><a>",
                "<table><tr><td>",
                "<!--",
                "<script>",
                "<pre>\n",
                "<i><p>",
                "<svg><p>",
                "<![CDATA[",
                "<textarea>",
                "<select><option>"
            })
    void parse_repetition_endsInTime(String unit) {
        String text = unit.repeat(256 * 1024 / unit.length());

        assertThat(parse(text)).isEmpty();
        assertRefused(unit.repeat(1024 * 1024 / unit.length()), "262144 characters");
    }

    @Test
    void parse_htmlOfManyAttributesAndTags_endsInTime() {
        String tags =
                IntStream.range(0, 15_000).mapToObj(i -> "<b c=" + i + "><p>").collect(Collectors.joining());
        String attributes =
                IntStream.range(0, 25_000).mapToObj(i -> " y" + i + "=1").collect(Collectors.joining());

        assertThat(parse("<html>" + tags)).isEmpty();
        assertThat(parse("<html><p" + attributes + ">")).isEmpty();
    }

    @Test
    void parse_nestingBombs_areRefused() {
        String multiparts = IntStream.range(0, 20_000)
                .mapToObj(i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n")
                .collect(Collectors.joining());

        assertRefused("From: a\n" + multiparts, "more than 16 parts inside one another");
        assertRefused(
                "From: a\nContent-Type: message/rfc822\n\n".repeat(2000), "more than 16 parts inside one another");
    }

    @Test
    void parse_filesInFiles_areRefused() {
        String mail = "From: a\n\nhello";
        for (int i = 0; i < 20; i++) {
            mail = "From: a\nContent-Type: application/octet-stream; name=x.eml\nContent-Transfer-Encoding: base64\n\n"
                    + Base64.getEncoder().encodeToString(mail.getBytes(UTF_8));
        }

        assertRefused(mail, "more than 16 mails as files");
    }

    @Test
    void parse_tooManyOrTooLong_isRefused() {
        String mixed = "From: a\nContent-Type: multipart/mixed; boundary=";

        assertRefused(mixed + "b\n\n" + "--b\n\nx\n".repeat(100_000), "more than 1000 parts");
        assertRefused("From: a\n" + "X: y\n".repeat(100_000) + "\nx", "1000");
        assertRefused("From: " + "a".repeat(9_000_000), "100000");
        assertRefused("From: a" + "\n a".repeat(3_000_000), "100000");
        assertRefused(mixed + "-".repeat(71) + "\n\n" + "-".repeat(9_000_000), "boundary of more than 70");
        assertRefused("x".repeat(11 * 1024 * 1024), "more than 10485760 bytes");
        assertRefused("From: a\n\n" + "\u0000".repeat(300_000), "262144 characters");
    }

    @Test
    void parse_boundariesThatAreHardToFind_endInTime() {
        String mail = "From: a\nContent-Type: multipart/mixed; boundary=\"" + "-".repeat(70) + "\"\n\n";

        assertThat(parse(mail + "-".repeat(9_000_000))).isEmpty();
        assertThat(parse(mail + ("\n" + "-".repeat(69)).repeat(130_000))).isEmpty();
    }

    @Test
    void parse_thousandSamples_isTheMost() {
        String line = AlertWording.of("en").line(AlertSamples.SIX.get(1));
        String heading = AlertWording.of("en").alert("122.122.122.122", List.of());

        assertThat(parse(heading + line.repeat(1000)).orElseThrow().samples()).hasSize(1000);
        assertRefused(heading + line.repeat(1001), "more than 1000 samples");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "quoted-printable", "x-uuencode", "8bit", "nonsense", ""})
    void parse_garbageInAnyEncoding_isEmpty(String encoding) {
        assertThat(parse("From: a\nContent-Type: text/plain\nContent-Transfer-Encoding: " + encoding + "\n\n"
                        + "!§$%==A= =ZZ\u0000\u001b[0m".repeat(5000)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x/../y", "", "\"", "utf-8; charset=utf-16", "ISO-2022-CN", "x-JISAutoDetect", "utf-7", "\u0000"
            })
    void parse_hostileCharset_isStillRead(String charset) {
        String alert = AlertWording.of("en").alert("122.122.122.122", AlertSamples.SIX);

        assertThat(parse("From: a\nContent-Type: text/plain; charset=" + charset + "\n\n" + alert))
                .get()
                .extracting(SpamAlert::samples)
                .isEqualTo(AlertSamples.SIX);
    }
}
