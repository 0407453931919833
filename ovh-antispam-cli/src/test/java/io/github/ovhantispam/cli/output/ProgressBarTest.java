package io.github.ovhantispam.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(OutputStream.nullOutputStream(), err);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void update_onATerminal_showsRateAndRemainingTime() {
        try (ProgressBar bar = new ProgressBar(console, 80, true, nanos::get)) {
            nanos.set(10_000_000_000L);
            bar.update(10, 40, "blocks");
        }
        assertThat(err.toString(UTF_8))
                .contains("\r[#####               ] 10/40 blocks, 60/min, 30 s left")
                .endsWith("\r");
    }

    @Test
    void update_inFortyColumns_staysOnOneLine() {
        try (ProgressBar bar = new ProgressBar(console, 40, true, nanos::get)) {
            nanos.set(10_000_000_000L);
            bar.update(10, 40, "blocks");
        }
        assertThat(err.toString(UTF_8).split("\r", -1)).allMatch(line -> line.length() < 40);
    }

    @Test
    void update_inAPipe_showsNothing() {
        try (ProgressBar bar = new ProgressBar(console, 80, false, nanos::get)) {
            bar.update(1, 2, "blocks");
        }
        assertThat(err.size()).isZero();
    }

    @Test
    void update_often_drawsTenTimesPerSecond() {
        try (ProgressBar bar = new ProgressBar(console, 80, true, nanos::get)) {
            for (int done = 0; done < 1000; done++) {
                nanos.addAndGet(1_000_000L);
                bar.update(done, 10_000, "blocks");
            }
        }
        assertThat(err.toString(UTF_8).chars().filter(c -> c == '[').count()).isBetween(9L, 11L);
    }
}
