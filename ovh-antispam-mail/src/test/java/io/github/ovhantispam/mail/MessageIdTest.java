package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "<a@b>", " <a@b> ", "< a@b >"})
    void of_anyWayItIsWritten_isTheSame(String text) {
        assertThat(MessageId.of(text)).isEqualTo(MessageId.of("a@b")).hasSameHashCodeAs(MessageId.of("a@b"));
        assertThat(MessageId.of(text).value()).isEqualTo("a@b");
    }

    @Test
    void equals_anotherCase_isAnother() {
        assertThat(MessageId.of("A@b")).isNotEqualTo(MessageId.of("a@b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<>", "a b@c", "a\u001b[31m@c", "a\n@c"})
    void of_noIdentifier_isRefusedInPrintableWords(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageId.of(text))
                .withMessageStartingWith("a Message-ID ")
                .withMessageMatching("\\P{Cntrl}+");
    }

    @Test
    void of_longerThanALineOfMail_isRefused() {
        assertThat(MessageId.of("x".repeat(998)).value()).hasSize(998);
        assertThatIllegalArgumentException().isThrownBy(() -> MessageId.of("x".repeat(999)));
    }

    @Test
    void toString_directionOverride_isNotPrinted() {
        assertThat(MessageId.of("a\u202eb@c")).hasToString("a?b@c");
    }
}
