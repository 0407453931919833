package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Alerts with random damage. {@code -Dovhantispam.mutations=1000000} asks for more of it than every build can wait for.
 */
class AlertFuzzTest {

    private static final int MUTATIONS = Integer.getInteger("ovhantispam.mutations", 20_000);
    private static final String INSERTED =
            "0123456789.-:;@<>|&#=[]()* \n\t\r\u001b\u0000\u200b\u00a0\ufffdaIDspam\u0663\ud800";
    private static final List<AlertForm> FORMS = List.of(AlertForm.values());
    private static final List<AlertForm> TEXTS = List.of(
            AlertForm.PLAIN,
            AlertForm.QUOTED,
            AlertForm.WRAPPED_72,
            AlertForm.WRAPPED_60_AND_QUOTED,
            AlertForm.BRACKETED_IDS,
            AlertForm.FORWARDED_INLINE);

    private final Random random = new Random(20261124);

    @Test
    void parse_damagedMail_isReadOrRefusedAndAlwaysPrintable() {
        assertTimeoutPreemptively(Duration.ofHours(1), () -> {
            for (int i = 0; i < MUTATIONS / 2; i++) {
                AlertForm form = FORMS.get(random.nextInt(FORMS.size()));
                byte[] mail = damaged(new String(form.of(alert()), ISO_8859_1)).getBytes(ISO_8859_1);
                parsed(mail).ifPresent(AlertFuzzTest::assertPrintable);
            }
        });
    }

    @Test
    void parse_damagedText_hasNoValueThatIsNotInIt() {
        assertTimeoutPreemptively(Duration.ofHours(1), () -> {
            int alerts = 0;
            for (int i = 0; i < MUTATIONS / 2; i++) {
                AlertForm form = TEXTS.get(random.nextInt(TEXTS.size()));
                // A lone surrogate is lost on the way.
                String text =
                        new String(damaged(new String(form.of(alert()), UTF_8)).getBytes(UTF_8), UTF_8);
                Optional<SpamAlert> alert = parsed(text.getBytes(UTF_8));
                alert.ifPresent(found -> assertInText(found, text));
                alerts += alert.isPresent() ? 1 : 0;
            }
            assertThat(alerts).isGreaterThan(MUTATIONS / 10);
        });
    }

    private String alert() {
        List<SpamSample> samples =
                random.nextInt(8) == 0 ? AlertSamples.ONE_WITHOUT_ID : AlertSamples.SIX.subList(0, random.nextInt(7));
        AlertWording wording = AlertWording.ALL.get(random.nextInt(AlertWording.ALL.size()));
        return wording.alert(random.nextBoolean() ? "122.122.122.122" : "5.9.1.7", samples);
    }

    private static Optional<SpamAlert> parsed(byte[] mail) {
        try {
            return SpamAlert.parse(mail);
        } catch (MalformedMailException e) {
            assertThat(e.getMessage()).matches("\\P{Cntrl}+");
            return Optional.empty();
        }
    }

    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int times = 1 + random.nextInt(4); times > 0 && damaged.length() > 1; times--) {
            int at = random.nextInt(damaged.length());
            int end = Math.min(damaged.length(), at + 1 + random.nextInt(random.nextInt(4) == 0 ? 80 : 4));
            switch (random.nextInt(7)) {
                case 0 -> damaged.delete(at, end);
                case 1 -> damaged.insert(at, damaged.substring(at, end));
                case 2 -> damaged.setCharAt(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
                case 3 -> damaged.insert(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
                case 4 -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, end));
                case 5 -> damaged.setLength(random.nextInt(20) == 0 ? at : damaged.length());
                default -> damaged.insert(at, '\n');
            }
        }
        return damaged.toString();
    }

    private static void assertPrintable(SpamAlert alert) {
        assertThat(alert.toString()).matches("\\P{Cntrl}+");
        assertThat(alert.samples()).hasSizeLessThanOrEqualTo(1000);
        assertThat(alert.messageIds())
                .allSatisfy(id -> assertThat(id.value())
                        .hasSizeLessThanOrEqualTo(998)
                        .doesNotContainPattern("[\\p{Cntrl}\\s\ufffd<>]"));
    }

    /**
     * Numbers are in the text as a whole, where it has not been cut; identifiers, but for line ends and quote marks.
     */
    private static void assertInText(SpamAlert alert, String text) {
        assertPrintable(alert);
        String visible = text.replace("\u200b", "").replaceAll("\r\n?", "\n");
        String joined = visible.replaceAll("\n[ >]+", "\n").replaceAll("[\\s\u00a0\u202f]", "");
        String withoutBars = visible.replaceAll("\n[ >|]+", "\n").replaceAll("[\\s\u00a0\u202f]", "");
        assertThat(hasNumber(visible, alert.address().toString())).as(text).isTrue();
        for (SpamSample sample : alert.samples()) {
            assertThat(hasNumber(visible, sample.destination().toString()))
                    .as(text)
                    .isTrue();
            assertThat(hasNumber(visible, Long.toString(sample.score())))
                    .as(text)
                    .isTrue();
            sample.messageId()
                    .ifPresent(id -> assertThat(joined + "\n" + withoutBars).contains(id.value()));
        }
    }

    private static boolean hasNumber(String text, String number) {
        Pattern whole = Pattern.compile("(?<![\\d.])" + Pattern.quote(number) + "(?!\\d|\\.\\d|\n[ >|]{0,9}\\d)");
        return whole.matcher(text).find()
                || whole.matcher(text.replaceAll("(?<=[\\d.])\n[ >|]*(?=[\\d.])", ""))
                        .find();
    }
}
