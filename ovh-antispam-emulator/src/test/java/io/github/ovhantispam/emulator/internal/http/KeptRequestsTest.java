package io.github.ovhantispam.emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptRequestsTest {

    private int kept;
    private final KeptRequests requests = new KeptRequests(() -> kept--);

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
