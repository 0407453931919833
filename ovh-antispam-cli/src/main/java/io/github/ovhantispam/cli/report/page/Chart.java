package io.github.ovhantispam.cli.report.page;

import java.util.List;

/**
 * Charts as inline SVG. They hold shapes only and are stretched to the space there is; words and numbers stand beside
 * them as text of the page, so that they can be read at any width. Colors come from the style sheet alone, which knows
 * about dark screens and paper.
 */
final class Chart {

    private static final int STEP = 10;
    private static final int HEIGHT = 100;

    private Chart() {}

    /** Writes the columns of spam and of the other mails, one column for each day. */
    static void columns(Html html, SpamPerDay spam) {
        List<SpamPerDay.Day> days = spam.days();
        SpamPerDay.Day first = days.get(0);
        SpamPerDay.Day last = days.get(days.size() - 1);
        html.open("div", "class", "chart");
        html.open("div", "class", "scale", "aria-hidden", "true");
        html.element("span", Table.number(spam.mostMails()))
                .element("span", "0")
                .close();
        html.open(
                "svg",
                "class",
                "columns",
                "viewBox",
                "0 0 " + days.size() * STEP + " " + HEIGHT,
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-labelledby",
                "days-title days-desc");
        html.element("title", "Spam per day", "id", "days-title");
        html.element("desc", description(days), "id", "days-desc");
        for (int i = 0; i < days.size(); i++) {
            column(html, days.get(i), i * STEP, spam.mostMails());
        }
        html.close();
        html.open("div", "class", "axis", "aria-hidden", "true");
        html.element("span", first.date().toString())
                .element("span", last.date().toString())
                .close();
        html.close();
    }

    private static void column(Html html, SpamPerDay.Day day, int x, long most) {
        if (day.mails() == 0) {
            return;
        }
        double spams = length(day.spams(), most, HEIGHT);
        double mails = Math.max(spams, length(day.mails(), most, HEIGHT));
        html.open("g");
        html.element("title", day.date() + ": " + numbers(day));
        rect(html, "other", x + 1, HEIGHT - mails, STEP - 2, mails - spams);
        rect(html, "spam", x + 1, HEIGHT - spams, STEP - 2, spams);
        html.close();
    }

    static String numbers(SpamPerDay.Day day) {
        return Table.number(day.spams()) + " spam of " + Table.number(day.mails()) + " mails";
    }

    private static String description(List<SpamPerDay.Day> days) {
        List<SpamPerDay.Day> busy = days.stream().filter(day -> day.mails() > 0).toList();
        SpamPerDay.Day worst = busy.get(0);
        for (SpamPerDay.Day day : busy) {
            worst = day.spams() > worst.spams() ? day : worst;
        }
        return "Columns from " + days.get(0).date() + " to "
                + days.get(days.size() - 1).date() + ". Days with mail counted: " + busy.size() + ". Most spam on "
                + worst.date() + ": " + numbers(worst) + ". The table below has all figures.";
    }

    /** Writes the bar of a row, beside the number that it stands for. */
    static void bar(Html html, long mails, long most) {
        html.open("svg", "class", "bar", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "aria-hidden", "true");
        if (mails > 0) {
            rect(html, "spam", 0, 0, length(mails, most, 100), 10);
        }
        html.close();
    }

    /** Returns the length for a number, never so short that the number cannot be seen. */
    private static double length(long number, long most, int longest) {
        return number == 0 ? 0 : Math.max(1.5, (double) number / most * longest);
    }

    private static void rect(Html html, String kind, double x, double y, double width, double height) {
        if (height > 0) {
            html.element(
                    "rect",
                    "",
                    "class",
                    kind,
                    "x",
                    coordinate(x),
                    "y",
                    coordinate(y),
                    "width",
                    coordinate(width),
                    "height",
                    coordinate(height));
        }
    }

    private static String coordinate(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
    }
}
