package io.github.ovhantispam.cli.output;

import java.util.ArrayList;
import java.util.List;

/** A long text for people, broken between words, its further lines indented. Words are never cut. */
public final class Paragraph {

    private Paragraph() {}

    /** Prints a text, which is made printable, after a heading of its own. */
    public static void print(Console console, int width, String heading, String text) {
        lines(width, heading, Printable.of(text)).forEach(console::line);
    }

    private static List<String> lines(int width, String heading, String text) {
        String indent = " ".repeat(heading.length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(heading);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1L + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
