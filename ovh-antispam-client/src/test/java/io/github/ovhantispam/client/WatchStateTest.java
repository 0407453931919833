package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ovhantispam.client.internal.EncodedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchStateTest {

    private static final String TEXT = """
            ovh-antispam-watch 1
            begun true
            unread 203.0.113.0/24
            told 198.51.100.1 198.51.100.1 2026-01-01T12:00Z 1800 blockedForSpam
            known 192.0.2.1 192.0.2.9/28 2026-01-01T12:00:00.500+01:00 3600 blockedForSpam
            known 192.0.2.10 192.0.2.9/28 2026-01-01T12:00Z 0 added%0020%000alater
            known 198.51.100.1 198.51.100.1 +12026-01-01T12:00-18:00 999999999999 unblocked
            end 4
            """;

    @Test
    void text_isReadBackAsItWas() {
        assertThat(WatchState.parse(TEXT).text()).isEqualTo(TEXT);
        assertThat(WatchState.parse(TEXT)).hasToString("WatchState[3 addresses]");
    }

    @Test
    void text_ofAnotherOrderOrOtherLineEnds_isTheSameState() {
        String shuffled = TEXT.replace("unread 203.0.113.0/24\n", "")
                .replace("end 4\n", "unread 203.0.113.0/24\nend 4")
                .replace("\n", "\r\n");

        assertThat(WatchState.parse(shuffled).text()).isEqualTo(TEXT);
    }

    @Test
    void empty_isReadBackToo() {
        String text = WatchState.empty().text();

        assertThat(text).isEqualTo("ovh-antispam-watch 1\nbegun false\nend 0\n");
        assertThat(WatchState.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "%", "%0020", "\ud800", "é😀", "a,b"})
    void state_ofAnyText_survives(String state) {
        String word = EncodedText.of(state).word();
        String text = TEXT.replace("added%0020%000alater", word);

        assertThat(word).matches("[%a-z0-9]*");
        assertThat(WatchState.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ovh-antispam-watch 1 | ovh-antispam-watch 2 | line 1: this library reads version 1: take the one that saved the text, or begin from WatchState.empty(): "2"
            ovh-antispam-watch 1 | {"version":1}        | line 1: it is not "ovh-antispam-watch" and a version: "{"version":1}"
            begun true           | begun maybe          | line 2: neither true nor false: "maybe"
            begun true           | begun true%nbegun true | line 3: it is none that such a text has: "begun true"
            begun true%n         | ''                   | line 7: before it, a line is missing that says whether a first sweep has begun
            begun true           | begun                | line 2: it is none that such a text has: "begun"
            203.0.113.0/24       | 203.0.113.0/99       | line 3: not an IP block: "203.0.113.0/99": its prefix is not a number from 0 to 32 without leading zeros
            known 192.0.2.1 192  | known 192.0.2.x 192  | line 5: not an IP address literal: "192.0.2.x"
            known 192.0.2.1 192  | known 192.0.3.1 192  | line 5: 192.0.3.1 is not in 192.0.2.9/28
            known 192.0.2.1 192  | known 192.0.2.10 192 | line 6: 192.0.2.10 is in it for the second time
            12:00:00.500+01:00   | 12:00:00.500         | line 5: no date and time with an offset: "2026-01-01T12:00:00.500"
            3600                 | -1                   | line 5: no number of seconds or addresses: "-1"
            3600                 | 9999999999999999999  | line 5: a number beyond 9223372036854775807: "9999999999999999999"
            3600                 | ٣                    | line 5: no number of seconds or addresses: "٣"
            %0020%000a           | %00                  | line 6: not an encoded text: "added%00later": it has a % without four hexadecimal digits
            %0020%000a           | é                    | line 6: not an encoded text: "addedélater": it has a character that should be encoded
            end 4                | end 3                | line 8: the text has 4 addresses and was saved with 3
            told 198.51.100.1    | told 198.51.100.2    | line 4: 198.51.100.2 is not in 198.51.100.1
            end 4                | known                | line 8: it is none that such a text has: "known"
            """)
    void text_thatIsWrong_isRefusedWithTheReason(String right, String wrong, String why) {
        String old = right.replace("%n", "\n");
        assertThat(TEXT).contains(old);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchState.parse(TEXT.replace(old, wrong.replace("%n", "\n"))))
                .withMessage("not the text of a WatchState: " + why);
    }

    @Test
    void text_thatIsCutAnywhere_isRefused() {
        for (int length = 0; length < TEXT.length() - 1; length++) { // but for the line end after the last word
            String cut = TEXT.substring(0, length);
            assertThatIllegalArgumentException().isThrownBy(() -> WatchState.parse(cut));
        }
    }

    @Test
    void text_thatGoesOnAfterItsEnd_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchState.parse(TEXT + TEXT))
                .withMessage("not the text of a WatchState: line 9: it comes after the end");
    }

    @Test
    void refusal_quotesLittleAndPrintable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchState.parse("\u001b[31m\u0000".repeat(1000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500).doesNotContainPattern("\\p{Cntrl}"));
    }
}
