package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.cli.report.SampledMail;
import io.github.ovhantispam.model.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The addresses that most of the sampled mails went to.
 *
 * @param bars the first ten, most mails first
 * @param others how many further destinations there are
 * @param othersMails how many mails went to those
 */
record TopDestinations(List<Bar> bars, int others, long othersMails) {

    private static final int SHOWN = 10;

    static TopDestinations of(List<SampledMail> samples) {
        Map<IpAddress, Long> mails = new TreeMap<>();
        for (SampledMail sample : samples) {
            mails.merge(sample.mail().destinationIp(), 1L, Long::sum);
        }
        List<Bar> ranked = mails.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.<Long>reverseOrder())) // stable: then by address
                .map(entry -> new Bar(entry.getKey().toString(), entry.getValue()))
                .toList();
        List<Bar> shown = ranked.subList(0, Math.min(SHOWN, ranked.size()));
        List<Bar> left = ranked.subList(shown.size(), ranked.size());
        return new TopDestinations(
                List.copyOf(shown),
                left.size(),
                left.stream().mapToLong(Bar::mails).sum());
    }
}
