package io.github.ovhantispam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSetsTest {

    @ParameterizedTest
    @ValueSource(strings = {"blockedForSpam", "unblocked", "unblocking"})
    void spamState_knownText_isItsConstant(String text) {
        SpamState state = SpamState.of(text);

        assertThat(state).isSameAs(SpamState.of(text)).hasToString(text);
        assertThat(state.value()).isEqualTo(text);
        assertThat(state.isKnown()).isTrue();
        assertThat(state.known()).isNotEqualTo(SpamState.Known.UNRECOGNIZED);
    }

    @Test
    void spamState_inventedText_isAValueLikeAnyOther() {
        SpamState state = SpamState.of("quarantined");

        assertThat(state).isEqualTo(SpamState.of("quarantined")).hasSameHashCodeAs(SpamState.of("quarantined"));
        assertThat(state).isNotEqualTo(SpamState.UNBLOCKED);
        assertThat(state.value()).isEqualTo("quarantined");
        assertThat(state.isKnown()).isFalse();
        assertThat(state.known()).isEqualTo(SpamState.Known.UNRECOGNIZED);
    }

    @Test
    void toString_hostileText_isPrintable() {
        assertThat(SpamState.of("a\nb").toString()).isEqualTo("a?b");
        assertThat(IpType.of("a\u001bb").toString()).isEqualTo("a?b");
    }

    @Test
    void of_null_namesTheArgument() {
        assertThatNullPointerException().isThrownBy(() -> SpamState.of(null)).withMessage("value");
        assertThatNullPointerException().isThrownBy(() -> IpType.of(null)).withMessage("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cdn",
                "cloud",
                "dedicated",
                "failover",
                "hosted_ssl",
                "housing",
                "loadBalancing",
                "mail",
                "overthebox",
                "pcc",
                "pci",
                "private",
                "vpn",
                "vps",
                "vrack",
                "xdsl"
            })
    void ipType_everyTextOfTheSchema_isItsConstant(String text) {
        IpType type = IpType.of(text);

        assertThat(type).isSameAs(IpType.of(text)).hasToString(text);
        assertThat(type.value()).isEqualTo(text);
        assertThat(type.isKnown()).isTrue();
        assertThat(type.known().name().replace("_", "")).isEqualToIgnoringCase(text.replace("_", ""));
    }

    @Test
    void ipType_inventedText_isUnrecognized() {
        assertThat(IpType.of("quantum").known()).isEqualTo(IpType.Known.UNRECOGNIZED);
        assertThat(IpType.of("quantum").isKnown()).isFalse();
        assertThat(IpType.of("quantum")).isEqualTo(IpType.of("quantum")).hasSameHashCodeAs(IpType.of("quantum"));
    }
}
