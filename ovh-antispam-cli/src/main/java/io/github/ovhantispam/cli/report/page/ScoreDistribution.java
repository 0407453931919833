package io.github.ovhantispam.cli.report.page;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;

/** The scores of mails, sorted into at most a dozen ranges of a round width. */
final class ScoreDistribution {

    private static final int MOST_RANGES = 10;
    private static final int[] ROUND = {1, 2, 5};

    private ScoreDistribution() {}

    /**
     * Counts the scores.
     *
     * @param scores any numbers
     * @return the ranges from the lowest score to the highest, those without mails included; empty for no score
     */
    static List<Bar> of(long[] scores) {
        if (scores.length == 0) {
            return List.of();
        }
        LongSummaryStatistics summary = new LongSummaryStatistics();
        for (long score : scores) {
            summary.accept(score);
        }
        BigInteger width = width(BigInteger.valueOf(summary.getMax()).subtract(BigInteger.valueOf(summary.getMin())));
        BigInteger first = range(summary.getMin(), width);
        long[] mails = new long[range(summary.getMax(), width).subtract(first).intValueExact() + 1];
        for (long score : scores) {
            mails[range(score, width).subtract(first).intValueExact()]++;
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < mails.length; i++) {
            BigInteger from = first.add(BigInteger.valueOf(i)).multiply(width);
            bars.add(new Bar(label(from, width), mails[i]));
        }
        return List.copyOf(bars);
    }

    private static BigInteger width(BigInteger spread) {
        for (BigInteger power = BigInteger.ONE; ; power = power.multiply(BigInteger.TEN)) {
            for (int digit : ROUND) {
                BigInteger width = power.multiply(BigInteger.valueOf(digit));
                if (width.multiply(BigInteger.valueOf(MOST_RANGES)).compareTo(spread) >= 0) {
                    return width;
                }
            }
        }
    }

    /** Returns the number of the range that a score is in: its quotient, rounded down below zero too. */
    private static BigInteger range(long score, BigInteger width) {
        BigInteger[] quotient = BigInteger.valueOf(score).divideAndRemainder(width);
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    private static String label(BigInteger from, BigInteger width) {
        return width.equals(BigInteger.ONE)
                ? from.toString()
                : from + " to " + from.add(width).subtract(BigInteger.ONE);
    }
}
