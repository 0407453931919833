package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ovhantispam.model.IpAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpamAlertTest {

    private static final String ADDRESS = "122.122.122.122";
    private static final AlertWording ENGLISH = AlertWording.of("en");
    private static final String HEADING = ENGLISH.alert(ADDRESS, List.of());

    private static List<SpamSample> samplesOf(String lines) {
        SpamAlert alert = SpamAlert.parse(HEADING + lines).orElseThrow();
        assertThat(alert.address()).isEqualTo(IpAddress.of(ADDRESS));
        return alert.samples();
    }

    @Test
    void parse_textBytesStreamAndFile_areTheSame(@TempDir Path directory) throws IOException {
        String text = ENGLISH.alert(ADDRESS, AlertSamples.SIX);
        Path file = Files.writeString(directory.resolve("alert.txt"), text);
        SpamAlert expected = new SpamAlert(IpAddress.of(ADDRESS), AlertSamples.SIX);

        assertThat(SpamAlert.parse(text)).contains(expected);
        assertThat(SpamAlert.parse(text.getBytes(UTF_8))).contains(expected);
        assertThat(SpamAlert.parse(new ByteArrayInputStream(text.getBytes(UTF_8))))
                .contains(expected);
        assertThat(SpamAlert.parse(file)).contains(expected);
    }

    @Test
    void parse_sourceOfAMailAsText_isReadAsAMail() {
        String source = new String(AlertForm.BASE64.of(ENGLISH.alert(ADDRESS, AlertSamples.SIX)), UTF_8);

        assertThat(SpamAlert.parse(source)).contains(new SpamAlert(IpAddress.of(ADDRESS), AlertSamples.SIX));
        assertThat(SpamAlert.parse("\n\n" + source)).isPresent();
    }

    @Test
    void parse_missingFile_saysWhich(@TempDir Path directory) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SpamAlert.parse(directory.resolve("alert.eml")))
                .withMessageContaining("alert.eml");
    }

    @Test
    void parse_failingStream_isNotAMalformedMail() {
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
                .isThrownBy(() -> SpamAlert.parse(failing))
                .withMessageContaining("the disk is gone");
    }

    @Test
    void messageIds_severalSamples_eachOnceInOrder() {
        SpamAlert alert = new SpamAlert(
                IpAddress.of(ADDRESS),
                List.of(
                        AlertSamples.sample("192.0.2.1", "b@example.com", 300),
                        AlertSamples.ONE_WITHOUT_ID.get(0),
                        AlertSamples.sample("192.0.2.1", "a@example.com", 300),
                        AlertSamples.sample("192.0.2.2", "b@example.com", 410)));

        assertThat(alert.messageIds()).containsExactly(MessageId.of("b@example.com"), MessageId.of("a@example.com"));
    }

    @Test
    void constructor_ipv6Address_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpamAlert(IpAddress.of("2001:db8::1"), List.of()))
                .withMessageContaining("2001:db8::1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-b-c@example.com",
                "a.-.b@example.com",
                "a-Spam-score:300-b@example.com",
                "x:y:z@example.com",
                "a+b=c/d&e!#$%'*?^_`{}~@example.com",
                "a|b@example.com",
                "\"quoted\"@example.com",
                "a@[192.0.2.1]",
                "192.0.2.1.25@example.com",
                "no-at-sign-123",
                "25",
                "ü@example.com",
                "a@b@c"
            })
    void samples_anyIdentifier_isKeptAsItIs(String id) {
        assertThat(samplesOf(ENGLISH.line(AlertSamples.sample("192.0.2.1", id, 300))))
                .containsExactly(AlertSamples.sample("192.0.2.1", id, 300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<>", "&lt;&gt;", "-", "\u00a0", "<br>"})
    void samples_noIdentifier_isEmpty(String id) {
        assertThat(samplesOf("Destination IP: 192.0.2.1 - Message-ID: " + id + " - Spam score: 300\n"))
                .containsExactly(new SpamSample(IpAddress.of("192.0.2.1"), Optional.empty(), 300));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a - b@example.com",
                "a b@example.com",
                "a\u0007b@example.com",
                "\u001b[31mred@example.com",
                "a<b@example.com",
                "a\ufffdb@example.com",
                "a\ue000b@example.com",
                "a@example.com Spam score: 300\nDestination IP: 192.0.2.2 - Message-ID: b@example.com"
            })
    void samples_identifierInDoubt_isLeftOut(String id) {
        String others = ENGLISH.line(AlertSamples.sample("192.0.2.9", "other@example.com", 410));

        assertThat(samplesOf("Destination IP: 192.0.2.1 - Message-ID: " + id + " - Spam score: 300\n" + others))
                .allSatisfy(sample -> assertThat(sample.messageId())
                        .get(org.assertj.core.api.InstanceOfAssertFactories.type(MessageId.class))
                        .isIn(MessageId.of("other@example.com"), MessageId.of("b@example.com")))
                .contains(AlertSamples.sample("192.0.2.9", "other@example.com", 410));
    }

    @Test
    void samples_identifierOfMoreThanALine_isLeftOut() {
        assertThat(samplesOf("Destination IP: 192.0.2.1 - Message-ID: " + "x".repeat(998) + " - Spam score: 300\n"))
                .hasSize(1);
        assertThat(samplesOf("Destination IP: 192.0.2.1 - Message-ID: " + "x".repeat(999) + " - Spam score: 300\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30\n0",
                "30 0",
                "3,000",
                "3.000",
                "300.5",
                "-300",
                "300x",
                "300=",
                "300%",
                "1e3",
                "\u0663",
                "",
                "30\ufffd0",
                "1234567890",
                "3\u202f000",
                "300-400",
                "00",
                "#0"
            })
    void samples_scoreInDoubt_isLeftOut(String score) {
        assertThat(samplesOf("Destination IP: 192.0.2.1 - Message-ID: a@example.com - Spam score: " + score + "\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"300, 300", "0, 0", "999999999, 999999999", "300., 300", "'300\n\n25 words', 300", "300<br>, 300"})
    void samples_plainScore_isTaken(String written, long score) {
        assertThat(samplesOf("Destination IP: 192.0.2.1 - Message-ID: a@example.com - Spam score: " + written + "\n"))
                .containsExactly(AlertSamples.sample("192.0.2.1", "a@example.com", score));
    }

    @Test
    void samples_destinationThatALineEndCut_isLeftOut() {
        assertThat(samplesOf("Destination IP: 19\n2.0.2.1 - Message-ID: a@example.com - Spam score: 300\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "122.122.122.122.",
                "[122.122.122.122]",
                "(122.122.122.122)",
                "\"122.122.122.122\"",
                "122.122.122.122,",
                "*122.122.122.122*",
                "IP:122.122.122.122"
            })
    void address_withMarksAround_isFound(String written) {
        assertThat(SpamAlert.parse(ENGLISH.alert(written, AlertSamples.SIX)))
                .contains(new SpamAlert(IpAddress.of(ADDRESS), AlertSamples.SIX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "122.122.122.122/28",
                "122.122.122.1222",
                "1.122.122.122.122",
                "122.122.122.022",
                "ns122.122.122.122",
                "122.122.122.122.example.com",
                "122.122.122.12\n2",
                "12\n2.122.122.122",
                "a@122.122.122.122",
                "http://122.122.122.122",
                "::ffff:122.122.122.122",
                "122.122.122.122 and 122.122.122.123"
            })
    void address_inDoubt_isNotAnAlert(String written) {
        assertThat(SpamAlert.parse(ENGLISH.alert(written, AlertSamples.SIX))).isEmpty();
    }

    @Test
    void parse_alertsOfTwoAddresses_isEmpty() {
        String one = AlertWording.of("fr").alert("122.122.122.122", AlertSamples.SIX);
        String other = AlertWording.of("pl").alert("122.122.122.123", AlertSamples.SIX);

        assertThat(SpamAlert.parse(one + "\n" + other)).isEmpty();
        assertThat(SpamAlert.parse(one + "\n" + AlertForm.quoted(other, "> "))).isEmpty();
        assertThat(SpamAlert.parse(AlertForm.multipart(
                        "digest",
                        AlertForm.part("message/rfc822", new String(AlertForm.BASE64.of(one), UTF_8)),
                        AlertForm.part("message/rfc822", new String(AlertForm.HTML_ONLY.of(other), UTF_8)))))
                .isEmpty();
    }

    @Test
    void parse_sameAlertTwice_isOneWithTheMoreSamples() {
        String whole = AlertWording.of("fr").alert(ADDRESS, AlertSamples.SIX);
        String shortened = AlertWording.of("fr").alert(ADDRESS, AlertSamples.SIX.subList(0, 2));

        assertThat(SpamAlert.parse(shortened + "\n" + AlertForm.quoted(whole, "> ")))
                .contains(new SpamAlert(IpAddress.of(ADDRESS), AlertSamples.SIX));
        assertThat(SpamAlert.parse(whole + whole)).contains(new SpamAlert(IpAddress.of(ADDRESS), AlertSamples.SIX));
    }

    @Test
    void parse_samplesBeforeTheHeading_areNotOfIt() {
        String stray = ENGLISH.line(AlertSamples.sample("192.0.2.99", "stray@example.com", 1));

        assertThat(SpamAlert.parse(stray + "\n" + HEADING)).contains(new SpamAlert(IpAddress.of(ADDRESS), List.of()));
    }

    @Test
    void toString_hostileIdentifier_isOnePrintableLine() {
        SpamAlert alert = new SpamAlert(
                IpAddress.of(ADDRESS), List.of(AlertSamples.sample("192.0.2.1", "a\u202eb@example.com", 300)));

        assertThat(alert.toString()).doesNotContain("\u202e").matches("\\P{Cntrl}+");
    }
}
