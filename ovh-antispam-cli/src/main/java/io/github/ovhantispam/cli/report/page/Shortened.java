package io.github.ovhantispam.cli.report.page;

import java.util.List;

/**
 * The beginning of a list, as long as a person would read it, with a line that says how much is left out.
 *
 * @param all the whole list
 * @param limit how many of it are shown
 * @param <T> what is in the list
 */
record Shortened<T>(List<T> all, int limit) {

    private static final int USUAL = 50;

    static <T> Shortened<T> of(List<T> all) {
        return new Shortened<>(all, USUAL);
    }

    List<T> shown() {
        return all.subList(0, Math.min(limit, all.size()));
    }

    /** Writes the line, unless everything is shown. */
    void writeRest(Html html, String what) {
        int left = all.size() - shown().size();
        if (left > 0) {
            html.element("p", Table.number(left) + ' ' + what, "class", "note");
        }
    }
}
