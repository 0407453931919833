package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.AuditFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The rules about what a reader sees. Links are counted, and nothing is fetched. */
final class BodyRules {

    private static final int TEXT_PER_IMAGE = 100;
    private static final int TEXT_PER_LINK = 50;
    private static final int LINKS_TO_JUDGE = 3;
    private static final int LARGE = 1024 * 1024;

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,2000}", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMOTE_STYLE = Pattern.compile("@import|url\\s*\\(\\s*['\"]?\\s*(?:https?:)?//");

    private BodyRules() {}

    static List<AuditFinding> check(AuditedMail mail) {
        List<AuditFinding> findings = new ArrayList<>();
        if (mail.problem().isPresent()) {
            for (Rule rule : List.of(Rule.TEXT_IMAGE, Rule.TEXT_LINK, Rule.SCRIPT, Rule.WORDS)) {
                findings.add(rule.unknown("the parts of the mail cannot be read"));
            }
        } else {
            String text = mail.visibleText();
            int length =
                    (int) text.codePoints().filter(Character::isLetterOrDigit).count();
            findings.add(images(mail, length));
            findings.add(links(mail, length));
            findings.add(script(mail));
            List<String> words = ListWords.in(text);
            findings.add(
                    words.isEmpty()
                            ? Rule.WORDS.pass("no word of the lists of spam words")
                            : Rule.WORDS.warn("words of the lists of spam words: " + String.join(", ", words)));
        }
        int size = mail.raw().size();
        findings.add(
                size > LARGE
                        ? Rule.SIZE.warn(size + " bytes; keep a mail below 1 MiB, and link to what is large")
                        : Rule.SIZE.pass(size + " bytes"));
        return findings;
    }

    private static AuditFinding images(AuditedMail mail, int length) {
        int images = mail.page().getElementsByTag("img").size();
        String evidence = length + " letters and " + images + " images";
        if (length == 0) {
            return images > 0 || mail.hasImagePart()
                    ? Rule.TEXT_IMAGE.fail("the mail is an image without text; write the text as text")
                    : Rule.TEXT_IMAGE.warn("the mail has no text");
        }
        return length < images * TEXT_PER_IMAGE
                ? Rule.TEXT_IMAGE.warn(evidence + "; have more text or fewer images")
                : Rule.TEXT_IMAGE.pass(evidence);
    }

    private static AuditFinding links(AuditedMail mail, int length) {
        int links = mail.hasHtml()
                ? mail.page().select("a[href], area[href]").size()
                : (int) LINK.matcher(mail.plain()).results().count();
        String evidence = length + " letters and " + links + " links";
        return links >= LINKS_TO_JUDGE && length < links * TEXT_PER_LINK
                ? Rule.TEXT_LINK.warn(evidence + "; have more text or fewer links")
                : Rule.TEXT_LINK.pass(evidence);
    }

    private static AuditFinding script(AuditedMail mail) {
        List<String> found = new ArrayList<>();
        for (Element element : mail.page().getAllElements()) {
            String name = element.normalName();
            switch (name) {
                case "script", "form", "iframe", "object", "embed", "applet" -> note("<" + name + ">", found);
                case "link" -> {
                    if (element.attr("rel").toLowerCase(Locale.ROOT).contains("stylesheet")) {
                        note("a style sheet from elsewhere", found);
                    }
                }
                case "style" -> remoteStyle(element.data(), found);
                case "meta" -> {
                    if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
                        note("a redirection", found);
                    }
                }
                default -> {} // nothing that acts
            }
            for (Attribute attribute : element.attributes()) {
                attribute(attribute, found);
            }
        }
        return found.isEmpty()
                ? Rule.SCRIPT.pass("no script, form, event handler or remote style")
                : Rule.SCRIPT.fail("the HTML has " + String.join(", ", found) + "; remove it");
    }

    private static void attribute(Attribute attribute, List<String> found) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        if (name.matches("on[a-z]{2,30}")) {
            note("an event handler " + name, found);
        }
        if (name.equals("style")) {
            remoteStyle(attribute.getValue(), found);
        }
        String target = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        if (target.startsWith("javascript:") || target.startsWith("vbscript:")) {
            note("a script in " + name, found);
        }
    }

    private static void remoteStyle(String style, List<String> found) {
        if (REMOTE_STYLE.matcher(style.toLowerCase(Locale.ROOT)).find()) {
            note("a style from elsewhere", found);
        }
    }

    private static void note(String what, List<String> found) {
        if (!found.contains(what)) {
            found.add(what);
        }
    }
}
