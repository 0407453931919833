package io.github.ovhantispam.mail.internal.alert;

import io.github.ovhantispam.mail.MalformedMailException;
import io.github.ovhantispam.mail.SpamAlert;
import io.github.ovhantispam.mail.SpamSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One reading of a text: its samples, the paragraphs that may head an alert, and what they make together. */
final class AlertText {

    private static final int MOST_SAMPLES = 1000;
    private static final String PARAGRAPH_END = "\n\n";
    private static final Pattern SPAM = Pattern.compile("spam", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILTER =
            Pattern.compile("ant[iy][-\u2010\u2011\\s]{0,2}spam", Pattern.CASE_INSENSITIVE);
    private static final Pattern IP = Pattern.compile("(?<![\\p{L}\\p{N}])IPs?(?![\\p{L}\\p{N}])");
    private static final Pattern ENDS_IN_COLON = Pattern.compile("[:\uff1a][*\\s]{0,4}+$");
    private static final Pattern BEFORE_ADDRESS = Pattern.compile("[\\s*\\[(]{0,6}+");

    private final String text;
    private final List<Ipv4> addresses;
    private final int[] addressStarts;
    private int[] sampleStarts = {};
    private final List<Sample> samples = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();

    private AlertText(String text) {
        this.text = text;
        addresses = Ipv4Scanner.all(text);
        addressStarts = addresses.stream().mapToInt(Ipv4::start).toArray();
    }

    /** Reads a text, HTML or not. */
    static Verdict verdict(String text) {
        Verdict verdict = Verdict.NONE;
        for (String reading : PlainText.readings(text)) {
            verdict = verdict.or(new AlertText(reading).verdict());
        }
        return verdict;
    }

    private Verdict verdict() {
        findSamples();
        findHeadings();
        Verdict verdict = Verdict.NONE;
        List<Heading> relevant = new ArrayList<>();
        List<Integer> limits = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            int limit = Math.min(
                    i + 1 < headings.size() ? headings.get(i + 1).start() : text.length(), nextSample(heading.start()));
            if (heading.sufficesBeforeSamples(limit)) {
                relevant.add(heading);
                limits.add(limit);
            }
        }
        for (int i = 0; i < relevant.size(); i++) {
            int end = i + 1 < relevant.size() ? relevant.get(i + 1).start() : text.length();
            verdict = verdict.and(verdict(relevant.get(i), limits.get(i), end));
        }
        return verdict;
    }

    private Verdict verdict(Heading heading, int limit, int end) {
        List<SpamSample> own = samples.stream()
                .filter(sample -> sample.start() >= heading.start() && sample.start() < end)
                .map(Sample::sample)
                .filter(Objects::nonNull)
                .toList();
        if (own.isEmpty() && !heading.sufficesAlone(limit)) {
            return Verdict.NONE;
        }
        if (own.size() > MOST_SAMPLES) {
            throw new MalformedMailException(
                    "the alert cannot be read: it has more than " + MOST_SAMPLES + " samples", null);
        }
        return heading.isClear() ? Verdict.of(new SpamAlert(heading.address(), own)) : Verdict.DOUBT;
    }

    private void findSamples() {
        SampleScanner scanner = new SampleScanner(text);
        int end = 0;
        for (Ipv4 address : addresses) {
            if (address.start() >= end) {
                Sample sample = scanner.sample(address);
                if (sample != null) {
                    samples.add(sample);
                    end = sample.end();
                }
            }
        }
        sampleStarts = samples.stream().mapToInt(Sample::start).toArray();
    }

    /** Looks at each paragraph, or what samples leave of it. */
    private void findHeadings() {
        int sample = 0;
        int at = 0;
        int paragraphEnd = paragraphEnd(at);
        while (at < text.length()) {
            if (at > paragraphEnd) {
                paragraphEnd = paragraphEnd(at);
            }
            boolean beforeSample =
                    sample < samples.size() && samples.get(sample).start() <= paragraphEnd;
            findHeading(at, beforeSample ? samples.get(sample).start() : paragraphEnd);
            at = beforeSample ? samples.get(sample).end() : paragraphEnd + PARAGRAPH_END.length();
            sample += beforeSample ? 1 : 0;
        }
    }

    private int paragraphEnd(int from) {
        int end = text.indexOf(PARAGRAPH_END, from);
        return end < 0 ? text.length() : end;
    }

    private void findHeading(int start, int end) {
        String paragraph = text.substring(start, end);
        Matcher spam = SPAM.matcher(paragraph);
        if (!spam.find() || !IP.matcher(paragraph).find()) {
            return;
        }
        int firstSpam = start + spam.start();
        boolean namesFilter = spam.find() && FILTER.matcher(paragraph).find();
        List<Ipv4> named = addresses(paragraph, start, end);
        if (!named.isEmpty()) {
            headings.add(new Heading(text, start, firstSpam, namesFilter, named));
        }
    }

    /** Those in the paragraph; where it has none and ends in a colon, the one that begins the next. */
    private List<Ipv4> addresses(String paragraph, int start, int end) {
        int first = firstAtOrAfter(addressStarts, start);
        List<Ipv4> inside = new ArrayList<>();
        for (int i = first; i < addresses.size() && addresses.get(i).end() <= end; i++) {
            inside.add(addresses.get(i));
        }
        if (!inside.isEmpty()
                || first == addresses.size()
                || !ENDS_IN_COLON.matcher(paragraph).find()) {
            return inside;
        }
        Ipv4 next = addresses.get(first);
        Matcher marks = BEFORE_ADDRESS.matcher(text).region(end, text.length());
        boolean begins = marks.lookingAt() && marks.end() == next.start();
        return begins && next.start() < nextSample(start) ? List.of(next) : List.of();
    }

    private int nextSample(int from) {
        int first = firstAtOrAfter(sampleStarts, from);
        return first == sampleStarts.length ? text.length() : sampleStarts[first];
    }

    private static int firstAtOrAfter(int[] sorted, int from) {
        int found = Arrays.binarySearch(sorted, from);
        return found < 0 ? -found - 1 : found;
    }
}
