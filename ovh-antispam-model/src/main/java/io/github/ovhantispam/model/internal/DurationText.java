package io.github.ovhantispam.model.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** A duration as people write it, such as {@code 2 h 5 min}: the one form in messages, logs and {@code toString}. */
public final class DurationText {

    private static final BigDecimal[] SECONDS = {
        BigDecimal.valueOf(86_400), BigDecimal.valueOf(3600), BigDecimal.valueOf(60)
    };
    private static final String[] UNITS = {" d", " h", " min"};

    private DurationText() {}

    /**
     * Prints a duration without the units that are zero: to the second, to a tenth of one below ten seconds, and in
     * milliseconds below one.
     *
     * @param duration any duration
     * @return for example {@code 1 d 30 min}, {@code 1.5 s}, {@code 250 ms}, {@code 0 s} or {@code -5 s}
     */
    public static String of(Duration duration) {
        BigDecimal left = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        StringBuilder text = new StringBuilder(left.signum() < 0 ? "-" : "");
        left = rounded(left.abs());
        if (left.signum() > 0 && left.compareTo(BigDecimal.ONE) < 0) {
            return text.append(plain(left.movePointRight(3))).append(" ms").toString();
        }
        String gap = "";
        for (int i = 0; i < SECONDS.length; i++) {
            BigDecimal[] parts = left.divideAndRemainder(SECONDS[i]);
            left = parts[1];
            if (parts[0].signum() > 0) {
                text.append(gap).append(plain(parts[0])).append(UNITS[i]);
                gap = " ";
            }
        }
        if (left.signum() > 0 || gap.isEmpty()) {
            text.append(gap).append(plain(left)).append(" s");
        }
        return text.toString();
    }

    private static BigDecimal rounded(BigDecimal seconds) {
        if (seconds.compareTo(BigDecimal.ONE) < 0) {
            return seconds.round(new MathContext(3));
        }
        return seconds.setScale(seconds.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
