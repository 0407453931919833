package io.github.ovhantispam.emulator.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordedRequestDrainTest {

    private int kept;
    private final RecordedRequestDrain requests = new RecordedRequestDrain(() -> kept--);

    @Test
    void requests_howeverMany_areNeverKeptByTheHundred() throws InterruptedException {
        int most = 0;
        for (int i = 0; i < 6400; i++) {
            kept++;
            requests.added();
            most = Math.max(most, kept);
        }

        assertThat(most).isBetween(1, 64);
        assertThat(kept).isZero();
    }
}
