package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportPeriod;
import io.github.ovhantispam.cli.report.ReportedAddress;
import io.github.ovhantispam.cli.report.Saturated;
import io.github.ovhantispam.model.SpamStats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The spam of each day of a period, days without any included. A day's spam is what the API counted for the blocks that
 * began on it.
 *
 * @param days the days, first to last
 * @param outside how many entries of the statistics lie outside the period
 */
record SpamPerDay(List<Day> days, int outside) {

    static SpamPerDay of(Report report) {
        ReportPeriod period = report.period();
        Map<LocalDate, Day> byDate = new TreeMap<>();
        for (int i = 0; i < period.days(); i++) {
            LocalDate date = period.firstDay().plusDays(i);
            byDate.put(date, new Day(date, 0, 0));
        }
        int outside = 0;
        for (ReportedAddress address : report.addresses()) {
            for (SpamStats entry : address.statistics()) {
                LocalDate date = entry.timestamp().atZone(period.zone()).toLocalDate();
                if (byDate.computeIfPresent(date, (same, day) -> day.plus(entry)) == null) {
                    outside++;
                }
            }
        }
        return new SpamPerDay(List.copyOf(new ArrayList<>(byDate.values())), outside);
    }

    boolean isEmpty() {
        return days.stream().allMatch(day -> day.mails() == 0);
    }

    long mostMails() {
        return days.stream().mapToLong(Day::mails).max().orElse(0);
    }

    /**
     * One day.
     *
     * @param date in the zone of the report
     * @param spams how many spams were counted
     * @param mails how many mails were sent, the spams included
     */
    record Day(LocalDate date, long spams, long mails) {

        private Day plus(SpamStats entry) {
            return new Day(
                    date,
                    Saturated.sum(spams, entry.numberOfSpams()),
                    Saturated.sum(mails, Math.max(entry.total(), entry.numberOfSpams())));
        }
    }
}
