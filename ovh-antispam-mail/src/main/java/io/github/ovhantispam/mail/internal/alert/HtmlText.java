package io.github.ovhantispam.mail.internal.alert;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML page, with a line end where the page has one and an empty line between paragraphs. */
final class HtmlText {

    private static final Pattern TAG = Pattern.compile(
            "<(?:a|b|blockquote|body|br|center|div|em|font|h[1-6]|hr|html|i|li|ol|p|pre|span|strong|table|tbody|td|tr|u|ul)"
                    + "(?:\\s[^<>]*+)?/?>",
            Pattern.CASE_INSENSITIVE);

    /** An identifier in its brackets, which an HTML parser would take for a tag. */
    private static final Pattern BRACKETED_ID = Pattern.compile("<([^<>\\s\"'=/@]{1,998}+@[^<>\\s\"'=@]{1,998}+)>");

    private static final Pattern SOURCE_LINE_END = Pattern.compile("^[ \t]*+\r?\n");

    private static final Set<String> PARAGRAPHS = Set.of(
            "blockquote", "body", "center", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul");
    private static final Set<String> LINES = Set.of("br", "div", "dd", "dt", "li", "td", "th", "tr");

    private HtmlText() {}

    /** Returns true when a text that does not say so is HTML, or has line ends of HTML in it. */
    static boolean isHtml(String text) {
        return TAG.matcher(text).find();
    }

    /** Returns what a reader sees; line ends of the source are kept, since they tell where a line was wrapped. */
    static String of(String html) {
        Element body =
                Jsoup.parse(BRACKETED_ID.matcher(html).replaceAll("&lt;$1&gt;")).body();
        StringBuilder text = new StringBuilder(html.length());
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            appendWords(words.getWholeText(), text);
                        } else {
                            text.append(breakAt(node));
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        text.append(breakAt(node));
                    }
                },
                body);
        return text.toString();
    }

    /** Returns a text that somebody has copied out of a page's source: no identifier has a semicolon. */
    static String withoutEntities(String text) {
        return Parser.unescapeEntities(text, true);
    }

    /** After a line end of the page, the one of the source that often follows means nothing. */
    private static void appendWords(String words, StringBuilder text) {
        boolean atLineStart = text.length() > 0 && text.charAt(text.length() - 1) == '\n';
        text.append(atLineStart ? SOURCE_LINE_END.matcher(words).replaceFirst("") : words);
    }

    private static String breakAt(Node node) {
        if (PARAGRAPHS.contains(node.nodeName())) {
            return "\n\n";
        }
        return LINES.contains(node.nodeName()) ? "\n" : "";
    }
}
