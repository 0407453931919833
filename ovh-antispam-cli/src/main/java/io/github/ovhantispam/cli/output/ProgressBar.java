package io.github.ovhantispam.cli.output;

import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A bar on standard error with the rate and the time that remains; nothing where that is not a terminal. */
public final class ProgressBar implements AutoCloseable {

    private static final long REDRAW_NANOS = 100_000_000L;
    private static final int BAR = 20;

    private final Console console;
    private final int width;
    private final boolean shown;
    private final LongSupplier nanoTime;
    private final long start;
    private long drawnAt;
    private int drawn;

    /** Begins now. */
    public ProgressBar(Console console, int width, boolean shown) {
        this(console, width, shown, System::nanoTime);
    }

    ProgressBar(Console console, int width, boolean shown, LongSupplier nanoTime) {
        this.console = console;
        this.width = width;
        this.shown = shown;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.drawnAt = start - REDRAW_NANOS;
    }

    /** Shows that a number of things of a total is done. */
    public void update(long done, long total, String unit) {
        long now = nanoTime.getAsLong();
        if (!shown || (now - drawnAt < REDRAW_NANOS && done < total)) {
            return;
        }
        drawnAt = now;
        String line = line(done, total, unit, now - start);
        if (line.length() >= width) {
            line = line.substring(0, Math.max(0, width - 1));
        }
        console.draw('\r' + line + " ".repeat(Math.max(0, drawn - line.length())));
        drawn = line.length();
    }

    private static String line(long done, long total, String unit, long nanos) {
        int filled = total == 0 ? BAR : (int) (BAR * done / total);
        double seconds = nanos / 1e9;
        String line = '[' + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + done + '/' + total + ' ' + unit;
        if (done > 0 && seconds > 0) {
            double perSecond = done / seconds;
            line += ", " + Math.round(perSecond * 60) + "/min, "
                    + DurationText.of(Duration.ofSeconds(Math.round((total - done) / perSecond))) + " left";
        }
        return line;
    }

    /** Erases the bar. */
    @Override
    public void close() {
        if (drawn > 0) {
            console.draw('\r' + " ".repeat(drawn) + '\r');
            drawn = 0;
        }
    }
}
