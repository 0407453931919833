package io.github.ovhantispam.mail.internal.alert;

import io.github.ovhantispam.model.IpAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph that may be the first of an alert: it has the word spam, the word IP and an address. That alone is in
 * many mails, so an alert needs two of three marks more: the paragraph names a filter beside the spam itself, the
 * sentence about port 25 follows, samples follow.
 */
final class Heading {

    /** A word that begins as port, puerto and porta do, and the number, perhaps with a sign for "number". */
    private static final Pattern PORT = Pattern.compile(
            "(?<!\\p{L})p(?:o|ue)rt\\p{L}{0,3}+[^\\p{L}\\p{N}]{1,4}+(?:n?[^\\p{L}\\p{N}]{1,3}+)?25(?!\\p{L}|[.,:]?\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final int FARTHEST_PORT = 700;
    private static final Pattern SENTENCE_END = Pattern.compile("[.:!\\d][\\W&&[^\n]]{0,3}+\n");
    private static final Pattern NOT_IN_AN_ALERT = Pattern.compile("[@\\d]|://");

    /** The first sentence runs from the filter to the address without a pause. */
    private static final Pattern PAUSE = Pattern.compile("[.,;!()\"\u201c\u201e\u00ab]");

    private static final Pattern WORD = Pattern.compile("\\p{L}++");
    private static final int FEWEST_WORDS = 5;

    private final String text;
    private final int start;
    private final int firstSpam;
    private final boolean namesFilter;
    private final List<Ipv4> addresses;

    /**
     * @param text the whole text
     * @param start where the paragraph begins
     * @param firstSpam where its first word spam is
     * @param namesFilter whether it has a word such as anti-spam, and the word spam once more
     * @param addresses those in it, or the one that begins the next paragraph
     */
    Heading(String text, int start, int firstSpam, boolean namesFilter, List<Ipv4> addresses) {
        this.text = text;
        this.start = start;
        this.firstSpam = firstSpam;
        this.namesFilter = namesFilter;
        this.addresses = addresses;
    }

    int start() {
        return start;
    }

    /** Returns true when it names one address, and all of it. */
    boolean isClear() {
        return addresses.stream().allMatch(Ipv4::whole)
                && addresses.stream().map(Ipv4::address).distinct().count() == 1;
    }

    IpAddress address() {
        return addresses.get(0).address();
    }

    /**
     * Returns true when it is an alert's, given that no sample follows. It is two sentences then, of some words each,
     * on lines of their own, and they hold nothing that people and mail servers write for other purposes: no further
     * number, no mail address, no link.
     *
     * @param limit where the next heading or sample begins
     */
    boolean sufficesAlone(int limit) {
        Matcher port = port(limit);
        Ipv4 address = addresses.get(0);
        if (!namesFilter || !address.isPublic() || !port.find()) {
            return false;
        }
        String before = text.substring(lineStart(Math.min(firstSpam, address.start())), address.start());
        String between = text.substring(address.start(), port.start());
        Matcher end = SENTENCE_END.matcher(between);
        return isPlain(before)
                && !PAUSE.matcher(before).find()
                && isPlain(text.substring(address.end(), port.start()))
                && end.find()
                && words(before) >= FEWEST_WORDS
                && words(between.substring(end.end())) + words(restOfParagraph(port.end())) >= FEWEST_WORDS;
    }

    private static boolean isPlain(String text) {
        return !NOT_IN_AN_ALERT.matcher(text).find();
    }

    private static long words(String text) {
        return WORD.matcher(text).results().count();
    }

    private int lineStart(int at) {
        return start + text.substring(start, at).lastIndexOf('\n') + 1;
    }

    private String restOfParagraph(int from) {
        String rest = text.substring(from, Math.min(text.length(), from + FARTHEST_PORT));
        int end = rest.indexOf("\n\n");
        return end < 0 ? rest : rest.substring(0, end);
    }

    /**
     * Returns true when it is an alert's, given that samples follow.
     *
     * @param limit where the next heading or sample begins
     */
    boolean sufficesBeforeSamples(int limit) {
        return namesFilter || port(limit).find();
    }

    private Matcher port(int limit) {
        int from = addresses.get(addresses.size() - 1).end();
        return PORT.matcher(text).region(from, Math.max(from, Math.min(limit, from + FARTHEST_PORT)));
    }
}
