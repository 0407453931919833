package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wording of the alert, with and without samples, in every form in which it may arrive. */
class AlertMatrixTest {

    private static final List<String> ADDRESSES = List.of("122.122.122.122", "5.9.1.7");

    @ParameterizedTest
    @EnumSource(AlertForm.class)
    void parse_form_isTheSameAlertInEachLanguage(AlertForm form) {
        List<String> missed = new ArrayList<>();
        for (String address : ADDRESSES) {
            for (AlertWording wording : AlertWording.ALL) {
                AlertSamples.SETS.forEach((set, samples) -> {
                    Optional<SpamAlert> alert = SpamAlert.parse(form.of(wording.alert(address, samples)));
                    if (!alert.equals(Optional.of(new SpamAlert(IpAddress.of(address), samples)))) {
                        missed.add(address + ", " + wording + ", " + set + ": " + alert);
                    }
                });
            }
        }
        assertThat(AlertWording.ALL).hasSize(9);
        assertThat(missed).isEmpty();
    }

    /** A cut may go through a number, and then nothing may be taken for it that is only its half. */
    @ParameterizedTest
    @ValueSource(ints = {40, 48, 52, 56, 60, 64, 68, 72, 76, 80, 90, 100})
    void parse_cutAtAnyColumn_isNeverAnotherValue(int column) {
        int whole = 0;
        int all = 0;
        for (String address : ADDRESSES) {
            for (AlertWording wording : AlertWording.ALL) {
                for (List<SpamSample> samples : AlertSamples.SETS.values()) {
                    byte[] mail = AlertForm.cut(wording.alert(address, samples), column)
                            .getBytes(UTF_8);
                    Optional<SpamAlert> alert = SpamAlert.parse(mail);
                    alert.ifPresent(found -> {
                        assertThat(found.address()).isEqualTo(IpAddress.of(address));
                        assertThat(samples).containsAll(found.samples());
                    });
                    all++;
                    whole += alert.equals(Optional.of(new SpamAlert(IpAddress.of(address), samples))) ? 1 : 0;
                }
            }
        }
        assertThat(whole).isGreaterThanOrEqualTo(all * 9 / 10);
    }

    /** Word wrap looks the same at any width. */
    @Test
    void parse_wrappedAtAnyColumn_isTheSameAlert() {
        for (int column = 20; column <= 120; column++) {
            for (AlertWording wording : AlertWording.ALL) {
                String alert = wording.alert("122.122.122.122", AlertSamples.SIX);
                assertThat(SpamAlert.parse(AlertForm.wrapped(alert, column)))
                        .as("%s at %d", wording, column)
                        .contains(new SpamAlert(IpAddress.of("122.122.122.122"), AlertSamples.SIX));
                assertThat(SpamAlert.parse(AlertForm.quoted(AlertForm.wrapped(alert, column), ">> ")))
                        .as("%s at %d, quoted", wording, column)
                        .contains(new SpamAlert(IpAddress.of("122.122.122.122"), AlertSamples.SIX));
            }
        }
    }
}
