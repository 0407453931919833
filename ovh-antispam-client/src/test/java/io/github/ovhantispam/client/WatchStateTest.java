package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.ovhantispam.client.internal.watch.EncodedText;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchStateTest {

    private static final String TEXT = sealed("""
            ovh-antispam-watch 2
            begun 2026-01-01T11:00:00.250Z
            unread 203.0.113.0/24
            overlapping 192.0.2.0/24
            overlapping 192.0.2.9/28
            absent 192.0.2.3 192.0.2.9/28
            told 198.51.100.1 198.51.100.1 2026-01-01T12:00Z 1800 blockedForSpam
            known 192.0.2.1 192.0.2.9/28 2026-01-01T12:00:00.500+01:00 3600 blockedForSpam
            known 192.0.2.10 192.0.2.9/28 2026-01-01T12:00Z 0 added%0020%000alater
            known 198.51.100.1 198.51.100.1 +12026-01-01T12:00-18:00 999999999999 unblocked
            end 4""" + ' ');
    private static final String NOT = "not the text of a WatchState: ";

    /** With the checksum that belongs to it. */
    private static String sealed(String text) {
        CRC32 sum = new CRC32();
        text.chars().forEach(unit -> {
            sum.update(unit >> 8);
            sum.update(unit);
        });
        return text + HexFormat.of().toHexDigits((int) sum.getValue()) + '\n';
    }

    private static String sealedAnew(String text) {
        return sealed(text.substring(0, text.lastIndexOf(' ') + 1));
    }

    @Test
    void text_isReadBackAsItWas() {
        assertThat(WatchState.parse(TEXT).text()).isEqualTo(TEXT);
        assertThat(WatchState.parse(TEXT)).hasToString("WatchState[3 addresses]");
    }

    @Test
    void text_withAllItsLineEndsConverted_isTheSameState() {
        assertThat(WatchState.parse(TEXT.replace("\n", "\r\n")).text()).isEqualTo(TEXT);
    }

    @Test
    void text_ofAnotherOrder_isRefused_unlessSealedAnew() {
        String other = TEXT.replace("absent 192.0.2.3 192.0.2.9/28\n", "")
                .replace("unread 203.0.113.0/24\n", "unread 203.0.113.0/24\nabsent 192.0.2.3 192.0.2.9/28\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchState.parse(other))
                .withMessageStartingWith(NOT + "line 11: its checksum is not that of the text");
        assertThat(WatchState.parse(sealedAnew(other)).text()).isEqualTo(TEXT);
    }

    @Test
    void empty_isReadBackToo() {
        String text = WatchState.empty().text();

        assertThat(text).isEqualTo(sealed("ovh-antispam-watch 2\nbegun never\nend 0 "));
        assertThat(WatchState.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "%", "%0020", "\ud800", "é😀", "a,b"})
    void state_ofAnyText_survives(String state) {
        String word = EncodedText.of(state).word();
        String text = sealedAnew(TEXT.replace("added%0020%000alater", word));

        assertThat(word).matches("[%a-z0-9]*");
        assertThat(WatchState.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ovh-antispam-watch 2 | ovh-antispam-watch 1 | line 1: this library reads version 2: take the one that saved the text, or begin from WatchState.empty(): "1"
            ovh-antispam-watch 2 | {"version":1}        | line 1: it is not "ovh-antispam-watch" and a version: "{"version":1}"
            2026-01-01T11:00:00.250Z | maybe            | line 2: neither a moment nor "never": "maybe"
            begun 2026-01-01T11:00:00.250Z | begun never%nbegun never | line 3: such a text does not have it: "begun never"
            begun 2026-01-01T11:00:00.250Z%n | ''       | line 10: before it, a line is missing that says when the watch began
            begun 2026-01-01T11:00:00.250Z | begun      | line 2: such a text does not have it: "begun"
            203.0.113.0/24       | 203.0.113.0/99       | line 3: not an IP block: "203.0.113.0/99": its prefix is not a number from 0 to 32 without leading zeros
            known 192.0.2.1 192  | known 192.0.2.x 192  | line 8: not an IP address literal: "192.0.2.x"
            known 192.0.2.1 192  | known 192.0.3.1 192  | line 8: 192.0.3.1 is not in 192.0.2.9/28
            known 192.0.2.1 192  | known 192.0.2.10 192 | line 9: 192.0.2.10 is in it for the second time
            12:00:00.500+01:00   | 12:00:00.500         | line 8: not a date and time with an offset: "2026-01-01T12:00:00.500"
            3600                 | -1                   | line 8: not a number of seconds or addresses: "-1"
            3600                 | 9999999999999999999  | line 8: a number beyond 9223372036854775807: "9999999999999999999"
            3600                 | ٣                    | line 8: not a number of seconds or addresses: "٣"
            %0020%000a           | %00                  | line 9: not an encoded text: "added%00later": it has a % without four hexadecimal digits
            %0020%000a           | é                    | line 9: not an encoded text: "addedélater": it has a character that should be encoded
            end 4                | end 3                | line 11: the text has 4 addresses and was saved with 3
            told 198.51.100.1    | told 198.51.100.2    | line 7: 198.51.100.2 is not in 198.51.100.1
            end 4                | known                | line 11: such a text does not have it: "known
            """)
    void text_thatIsWrong_isRefusedWithTheReason(String right, String wrong, String why) {
        String old = right.replace("%n", "\n");
        assertThat(TEXT).contains(old);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchState.parse(sealedAnew(TEXT.replace(old, wrong.replace("%n", "\n")))))
                .withMessageStartingWith(NOT + why);
    }

    private static void assertRefused(String text) {
        assertThatIllegalArgumentException()
                .as(text)
                .isThrownBy(() -> WatchState.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).startsWith(NOT).doesNotContain("\n"));
    }

    private static List<String> samples() {
        List<String> addresses = new ArrayList<>(List.of("ovh-antispam-watch 2\nbegun 2026-01-01T11:00:00Z\n"));
        for (int i = 10; i < 20; i++) {
            addresses.add("known 10.0.0." + i + " 10.0.0.0/24 2026-01-01T1" + i % 10 + ":00Z 3600 blockedForSpam\n");
        }
        return List.of(
                TEXT,
                WatchState.empty().text(),
                sealed(String.join("", addresses) + "end " + (addresses.size() - 1) + ' '));
    }

    @Test
    void text_withAnyOneCharacterChanged_isRefused() {
        int[] others = IntStream.concat(IntStream.rangeClosed(0, 127), "é٣\u2028\ud83d\uffff".chars())
                .toArray();
        for (String text : samples()) {
            for (int at = 0; at < text.length(); at++) {
                for (int other : others) {
                    if (text.charAt(at) != other) {
                        assertRefused(text.substring(0, at) + (char) other + text.substring(at + 1));
                    }
                }
            }
        }
    }

    @Test
    void text_withAnyOneCharacterLostOrAdded_orTwoSwapped_isRefused() {
        for (String text : samples()) {
            for (int at = 0; at < text.length(); at++) {
                String before = text.substring(0, at);
                String after = text.substring(at + 1);
                assertRefused(before + after);
                assertRefused(before + text.charAt(at) + text.charAt(at) + after);
                assertRefused(before + '\r' + text.charAt(at) + after);
                if (!after.isEmpty() && after.charAt(0) != text.charAt(at)) {
                    assertRefused(before + after.charAt(0) + text.charAt(at) + after.substring(1));
                }
            }
        }
    }

    @Test
    void text_thatIsCutAnywhere_isRefused() {
        for (String text : samples()) {
            for (int length = 0; length < text.length(); length++) {
                assertRefused(text.substring(0, length));
                assertRefused(text.substring(0, length).replace("\n", "\r\n"));
            }
        }
    }

    @Test
    void text_thatGoesOnAfterItsEnd_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchState.parse(TEXT + TEXT))
                .withMessage(NOT + "line 12: it comes after the end");
    }

    @Test
    void refusal_quotesLittleAndPrintable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchState.parse("\u001b[31m\u0000".repeat(1000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500).doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void null_isNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> WatchState.parse(null))
                .withMessage("text");
    }
}
