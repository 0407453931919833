package io.github.ovhantispam.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The date of a response, beside OkHttp's own reader, which takes more forms and is slow. */
class DateHeaderTest {

    private static final String GOOD = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final int ROUNDS = 20_000;

    @Test
    void in_ofTheUsualForm_isTheDate() {
        assertThat(DateHeader.in(Headers.of("Date", GOOD))).isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @Test
    void in_withoutADate_isNull() {
        assertThat(DateHeader.in(Headers.of())).isNull();
    }

    @Test
    void in_ofAnyMoment_isWhatOkHttpReads() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Instant moment = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 250_000_000_000L));
            Headers headers = new Headers.Builder().set("Date", moment).build();

            assertThat(DateHeader.in(headers)).as("%s", headers).isEqualTo(moment);
        }
    }

    @Test
    void in_ofADateWithAnotherCharacter_isWhatOkHttpReads() {
        Random random = new Random(2);
        String others = "0123456789 ,:GMTadeJFSu-";
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int change = random.nextInt(3); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), others.charAt(random.nextInt(others.length())));
            }
            Headers headers = Headers.of("Date", text.toString());

            assertThat(DateHeader.in(headers)).as("%s", headers).isEqualTo(headers.getInstant("Date"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 08:49:60 GMT",
                "Sun, 06 anF 1994 08:49:37 GMT",
                "sun, 06 nov 1994 08:49:37 gmt",
                "Sun, 06 Nov 0000 08:49:37 GMT",
                "yesterday",
                ""
            })
    void in_ofAnyOtherForm_isWhatOkHttpReads(String text) {
        Headers headers = Headers.of("Date", text);

        assertThat(DateHeader.in(headers)).isEqualTo(headers.getInstant("Date"));
    }
}
