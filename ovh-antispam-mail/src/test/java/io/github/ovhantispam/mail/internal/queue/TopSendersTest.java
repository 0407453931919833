package io.github.ovhantispam.mail.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.mail.QueueSender;
import org.junit.jupiter.api.Test;

class TopSendersTest {

    @Test
    void most_fewSenders_areExactAndOrdered() {
        TopSenders senders = new TopSenders();
        for (String sender : new String[] {"b", "a", "c", "c"}) {
            senders.add(sender);
        }

        assertThat(senders.most())
                .containsExactly(new QueueSender("c", 2), new QueueSender("a", 1), new QueueSender("b", 1));
        assertThat(senders.isExact()).isTrue();
    }

    @Test
    void most_aMillionDistinctSenders_stillNameTheOneThatRepeats() {
        TopSenders senders = new TopSenders();
        for (int i = 0; i < 1_000_000; i++) {
            senders.add("x".repeat(30) + i + "@example.org");
            if (i % 4 == 0) {
                senders.add("culprit@example.org");
            }
        }

        assertThat(senders.isExact()).isFalse();
        assertThat(senders.most().get(0).sender()).isEqualTo("culprit@example.org");
        assertThat(senders.most().get(0).mails()).isBetween(249_000L, 250_000L);
    }

    @Test
    void most_senderWithoutEnd_isCut() {
        TopSenders senders = new TopSenders();
        senders.add("x".repeat(100_000));

        assertThat(senders.most().get(0).sender()).hasSize(320);
    }
}
