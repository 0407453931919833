package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A way in which an alert reaches its reader. */
enum AlertForm {
    PLAIN(text -> text.getBytes(UTF_8)),
    CRLF(text -> text.replace("\n", "\r\n").getBytes(UTF_8)),
    CR(text -> text.replace("\n", "\r").getBytes(UTF_8)),
    QUOTED(text -> quoted(text, "> ").getBytes(UTF_8)),
    QUOTED_THRICE(text -> quoted(text, ">>> ").getBytes(UTF_8)),
    QUOTED_WITHOUT_SPACE(text -> quoted(text, ">").getBytes(UTF_8)),
    QUOTED_APART(text -> quoted(text, " > > > ").getBytes(UTF_8)),
    QUOTED_WITH_BARS(text -> quoted(text, "| ").getBytes(UTF_8)),
    QUOTED_MIXED(text -> quoted(quoted(text, "> "), "| >").getBytes(UTF_8)),
    BR(text -> text.replace("\n", "<br>\n").getBytes(UTF_8)),
    BR_ONLY(text -> text.replace("\n", "<br/>").getBytes(UTF_8)),
    MARKDOWN_QUOTE(text -> quoted(text.replace("\n", " <br>\n"), "> ").getBytes(UTF_8)),
    WRAPPED_72(text -> wrapped(text, 72).getBytes(UTF_8)),
    WRAPPED_60_AND_QUOTED(text -> quoted(wrapped(text, 60), "> ").getBytes(UTF_8)),
    WRAPPED_76_WITH_QUOTE_LOST(text -> wrapped(quoted(text, "> "), 76).getBytes(UTF_8)),
    CUT_64(text -> cut(text, 64).getBytes(UTF_8)),
    CUT_64_AND_QUOTED(text -> quoted(cut(text, 64), "> ").getBytes(UTF_8)),
    QUOTED_AND_CUT_76(text -> cut(quoted(text, "> "), 76).getBytes(UTF_8)),
    FLOWED(text -> mail("text/plain; charset=utf-8; format=flowed", "8bit", flowed(text, 66), UTF_8)),
    FLOWED_QUOTED(
            text -> mail("text/plain; charset=utf-8; format=flowed", "8bit", quoted(flowed(text, 66), "> "), UTF_8)),
    DOUBLE_SPACED_LINES(text -> text.replace("\n", "\n\n").getBytes(UTF_8)),
    INDENTED(text -> quoted(text, "    ").getBytes(UTF_8)),
    LIST(text -> text.replace("Destination", "* Destination").getBytes(UTF_8)),
    BOLD(text -> text.replaceAll("(\\w+-ID)", "**$1**").getBytes(UTF_8)),
    WORD_PROCESSOR_DASHES(text -> text.replace(" - ", " \u2013 ").getBytes(UTF_8)),
    ZERO_WIDTH(text ->
            text.replaceAll("([.@-])", "$1\u200b").replace("spam", "sp\u00adam").getBytes(UTF_8)),
    NO_BREAK(text -> text.replace(' ', '\u00a0').getBytes(UTF_8)),
    BYTE_ORDER_MARK(text -> ("\ufeff" + text).getBytes(UTF_8)),
    UTF_16_TEXT(text -> text.getBytes(UTF_16)),
    UTF_16LE_WITHOUT_MARK(text -> text.getBytes(UTF_16LE)),
    LATIN_1_UNDECLARED(text -> text.getBytes(ISO_8859_1)),
    LATIN_2_UNDECLARED(text -> text.getBytes(Charset.forName("ISO-8859-2"))),
    QUOTED_PRINTABLE(
            text -> mail("text/plain; charset=utf-8", "quoted-printable", quotedPrintable(text, UTF_8), UTF_8)),
    BASE64(text -> mail("text/plain; charset=utf-8", "base64", base64(text, UTF_8), UTF_8)),
    LATIN_2(text -> mail("text/plain; charset=iso-8859-2", "8bit", text, Charset.forName("ISO-8859-2"))),
    LATIN_2_QUOTED_PRINTABLE(text -> mail(
            "text/plain; charset=\"ISO-8859-2\"",
            "quoted-printable",
            quotedPrintable(text, Charset.forName("ISO-8859-2")),
            UTF_8)),
    UTF_16_BASE64(text -> mail("text/plain; charset=utf-16be", "base64", base64(text, UTF_16BE), UTF_8)),
    UNKNOWN_CHARSET(text -> mail("text/plain; charset=x-of-nobody", "8bit", text, UTF_8)),
    WRONG_CHARSET(text -> mail("text/plain; charset=us-ascii", "8bit", text, ISO_8859_1)),
    ILLEGAL_CHARSET(text -> mail("text/plain; charset=\"../../etc\"", "8bit", text, UTF_8)),
    UTF_8_CALLED_LATIN(text -> mail("text/plain; charset=iso-8859-1", "8bit", text, UTF_8)),
    NO_MIME(text -> ("From: a@example.com\nTo: b@example.com\nSubject: x\n\n" + text).getBytes(UTF_8)),
    MAILBOX_FILE(
            text -> ("From a@example.com Mon Sep 17 00:00:00 2001\nFrom: a@example.com\n\n" + text).getBytes(UTF_8)),
    HTML_ONLY(text -> mail("text/html; charset=utf-8", "8bit", html(text), UTF_8)),
    HTML_FRAGMENT(text -> html(text).getBytes(UTF_8)),
    HTML_ENTITIES(text -> mail(
            "text/html; charset=us-ascii",
            "7bit",
            html(text)
                    .replace("@", "&#64;")
                    .replace(".", "&period;")
                    .chars()
                    .mapToObj(c -> c < 128 ? Character.toString(c) : "&#" + c + ";")
                    .collect(Collectors.joining()),
            UTF_8)),
    HTML_LINKS(text -> mail(
            "text/html",
            "8bit",
            html(text)
                    .replaceAll("(\\d+\\.\\d+\\.\\d+\\.\\d+)", "<a href=\"http://$1/\">$1</a>")
                    .replaceAll("([\\w.+-]+@[\\w.-]+)", "<a href='mailto:$1'>$1</a>"),
            UTF_8)),
    HTML_TABLE(
            text -> mail("text/html; charset=utf-8", "quoted-printable", quotedPrintable(outlook(text), UTF_8), UTF_8)),
    HTML_DIVS(text -> mail(
            "text/html; charset=utf-8",
            "8bit",
            "<div dir=ltr>" + escaped(text).replaceAll("(?m)^$", "<br>").replaceAll("(?m)^(.*)$", "<div>$1</div>")
                    + "</div>",
            UTF_8)),
    HTML_PREFORMATTED(text -> mail("text/html", "8bit", "<html><pre>" + escaped(text) + "</pre></html>", UTF_8)),
    HTML_BLOCKQUOTES(text -> mail(
            "text/html",
            "8bit",
            "<p>look:</p><blockquote><blockquote type=cite>" + html(text) + "</blockquote>",
            UTF_8)),
    ALTERNATIVE_WITH_TEXT_IN_HTML_ONLY(text -> multipart(
            "alternative", part("text/plain", "See the other part."), part("text/html; charset=utf-8", html(text)))),
    ALTERNATIVE_WITH_BOTH(text -> multipart(
            "alternative",
            part("text/plain; charset=utf-8", wrapped(text, 72)),
            part("text/html; charset=utf-8", html(text)))),
    LINKS_AS_TEXT(text -> text.replaceAll("([\\w.+-]+@[\\w.-]+)", "$1 <mailto:$1>")
            .replaceAll("(?<![\\w.:@-])(\\d+\\.\\d+\\.\\d+\\.\\d+)(?![\\w.])", "$1<http://$1/>")
            .getBytes(UTF_8)),
    LINKS_IN_MARKDOWN(
            text -> text.replaceAll("([\\w.+-]+@[\\w.-]+)", "[$1](mailto:$1)").getBytes(UTF_8)),
    BRACKETED_IDS(text -> text.replaceAll("([\\w.+-]+@[\\w.-]+)", "<$1>").getBytes(UTF_8)),
    BRACKETED_IDS_BEFORE_BR(text -> text.replaceAll("([\\w.+-]+@[\\w.-]+)", "<$1>")
            .replace("\n", "<br>\n")
            .getBytes(UTF_8)),
    BRACKETED_ADDRESSES(text -> text.replaceAll("(?<![\\w.@-])(\\d+\\.\\d+\\.\\d+\\.\\d+)(?![\\w.])", "[$1]")
            .getBytes(UTF_8)),
    FORWARDED_AS_ATTACHMENT(text -> multipart(
            "mixed",
            part("text/plain", "FYI"),
            part("message/rfc822", new String(mail("text/plain; charset=utf-8", "8bit", text, UTF_8), UTF_8)))),
    FORWARDED_AS_FILE(text -> multipart(
            "mixed",
            part("text/plain", "FYI"),
            part(
                    "application/octet-stream; name=\"alert.eml\"\nContent-Transfer-Encoding: base64",
                    base64(new String(mail("text/plain; charset=utf-8", "8bit", text, UTF_8), UTF_8), UTF_8)))),
    FORWARDED_THREE_TIMES(text -> message(message(message(new String(FORWARDED_AS_ATTACHMENT.of(text), UTF_8))))
            .getBytes(UTF_8)),
    FORWARDED_INLINE(text -> mail(
            "text/plain; charset=utf-8",
            "8bit",
            "Please have a look, 10.0.0.7 is the host.\n\nBegin forwarded message:\n\n> From: Support <support@example.com>\n"
                    + "> Subject: Spam\n> Date: 5. November 2026 at 10:11:12 CET\n> To: me@example.com\n> \n"
                    + quoted(text, "> "),
            UTF_8)),
    FORWARDED_BY_OUTLOOK(text -> ("Our IP 203.0.113.99 again sends spam. Bob\n\n________________________________\n"
                    + "From: Support <support@example.com>\nSent: Thursday, November 5, 2026 10:11\nTo: Me\n"
                    + "Subject: Abuse\n\n" + text)
            .getBytes(UTF_8));

    private final Function<String, byte[]> form;

    AlertForm(Function<String, byte[]> form) {
        this.form = form;
    }

    byte[] of(String text) {
        return form.apply(text);
    }

    static String quoted(String text, String mark) {
        return text.lines().map(line -> (mark + line).stripTrailing()).collect(Collectors.joining("\n", "", "\n"));
    }

    static String wrapped(String text, int width) {
        return text.lines().map(line -> wrappedLine(line, width)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String wrappedLine(String line, int width) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : line.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > width) {
                lines.append('\n');
                column = 0;
            } else if (lines.length() > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }

    private static String flowed(String text, int width) {
        return text.lines()
                .map(line -> wrappedLine(line, width).replace("\n", " \n"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String cut(String text, int width) {
        return text.lines()
                .map(line -> line.replaceAll("(.{" + width + "})(?=.)", "$1\n"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static byte[] mail(String type, String encoding, String body, Charset charset) {
        return ("Return-Path: <bounce@example.com>\r\nReceived: from a.example.com (a.example.com [198.51.100.77])\r\n"
                        + "\tby b.example.com; Thu, 5 Nov 2026 10:11:12 +0100\r\nFrom: Support <support@example.com>\r\n"
                        + "To: me@example.com\r\nSubject: =?UTF-8?Q?Spam?= from IP 198.51.100.78, port 25\r\n"
                        + "Message-ID: <1@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: " + type
                        + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n"
                        + body.replace("\r\n", "\n").replace("\n", "\r\n"))
                .getBytes(charset);
    }

    static String part(String type, String body) {
        return "Content-Type: " + type + "\n\n" + body;
    }

    static byte[] multipart(String kind, String... parts) {
        String boundary =
                "=_" + kind + Integer.toHexString(String.join("", parts).hashCode());
        StringBuilder body = new StringBuilder("This is a multi-part message.\n");
        for (String part : parts) {
            body.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        body.append("--").append(boundary).append("--\n");
        return mail("multipart/" + kind + "; boundary=\"" + boundary + "\"", "8bit", body.toString(), UTF_8);
    }

    private static String message(String mail) {
        return "From: c@example.com\r\nSubject: Fwd\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"
                + mail;
    }

    private static String base64(String text, Charset charset) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(charset)).replace("\r\n", "\n");
    }

    /** Soft line breaks at 76 columns, wherever that is. */
    private static String quotedPrintable(String text, Charset charset) {
        StringBuilder encoded = new StringBuilder();
        int column = 0;
        for (byte b : text.getBytes(charset)) {
            String next = b == '\n' || (b > 31 && b != '=') ? Character.toString(b) : String.format("=%02X", b & 0xff);
            if (b != '\n' && column + next.length() > 75) {
                encoded.append("=\n");
                column = 0;
            }
            encoded.append(next);
            column = b == '\n' ? 0 : column + next.length();
        }
        return encoded.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String html(String text) {
        return "<html><head><title>Alert</title><style>p { margin: 0 }</style></head><body>\n<p>"
                + escaped(text).replace("\n\n", "</p>\n<p>").replace("\n", "<br>\n") + "</p>\n</body></html>";
    }

    private static String outlook(String text) {
        return "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><!--[if mso]><xml><o:x>1.2.3.4</o:x></xml>"
                + "<![endif]--></head><body><table border=0 cellpadding=0><tr><td>&nbsp;</td></tr><tr><td><table><tr><td>"
                + escaped(text).replaceAll("(?m)^(.*)$", "<p class=MsoNormal><span lang=EN-US>$1<o:p></o:p></span></p>")
                + "</td></tr></table></td></tr></table></body></html>";
    }
}
