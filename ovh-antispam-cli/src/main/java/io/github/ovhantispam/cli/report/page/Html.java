package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.model.internal.PrintableText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * A document under construction. Whatever is given as text or as the value of an attribute is escaped, so that no text
 * can become markup; names of elements and attributes are constants of this program. Every element is closed.
 */
final class Html {

    private static final Set<String> WITHIN_A_LINE =
            Set.of("a", "b", "bdi", "code", "kbd", "span", "strong", "time", "title", "desc", "rect");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element, whose attributes are pairs of a name and a value. */
    Html open(String name, String... attributes) {
        tag(name, attributes);
        open.push(name);
        return this;
    }

    /** Writes an element that has no content, such as {@code meta}. */
    Html empty(String name, String... attributes) {
        tag(name, attributes);
        out.setLength(out.length() - 1);
        out.append("/>\n"); // so that the page is XML as well, which tests read strictly
        return this;
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    /** Ends the element that was begun last. */
    Html close() {
        String name = open.pop();
        out.append("</").append(name).append('>');
        if (!WITHIN_A_LINE.contains(name)) {
            out.append('\n');
        }
        return this;
    }

    /** Writes an element that holds only text. */
    Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** Writes text of this program. */
    Html text(String text) {
        escape(text);
        return this;
    }

    /**
     * Writes text from outside: on its own in either direction of writing, without anything invisible, at most 300
     * characters of it.
     */
    Html outside(String text) {
        return element("bdi", PrintableText.of(text));
    }

    /** Writes the style sheet, the only content that is not text. */
    Html style(PageStyle style) {
        out.append("<style>").append(style.css()).append("</style>\n");
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(Character.isISOControl(c) ? '?' : c);
            }
        }
    }

    /** Returns the document. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
