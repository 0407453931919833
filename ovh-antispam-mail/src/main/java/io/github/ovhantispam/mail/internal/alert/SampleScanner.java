package io.github.ovhantispam.mail.internal.alert;

import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.SpamSample;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a sample: address, dash, a label with the word ID, colon, identifier, dash, a label with the word
 * spam, number. The words around are of any language, and line ends are anywhere.
 */
final class SampleScanner {

    /** As written, or as a word processor improves it. */
    private static final String DASH = "[-\u2010-\u2015\u2212]";

    private static final Pattern ID_LABEL =
            Pattern.compile("[\\])*]{0,3}+\\s{1,4}+" + DASH + "\\s{1,4}+([^:\uff1a@<>\\d]{1,60}+)[:\uff1a]\\**+");
    private static final Pattern ID_WORD = Pattern.compile("(?<!\\p{L})[Ii]\\s?[Dd](?!\\p{L})|I\\s?D\\s?$");
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[\\s:\uff1a*])" + DASH + "\\s");
    private static final Pattern SCORE_LABEL =
            Pattern.compile("\\s{0,3}+([^:\uff1a@<>\\d]{1,60}+)[:\uff1a]?[\\s*]{0,8}+");
    private static final Pattern SPAM_WORD = Pattern.compile("s\\s?p\\s?a\\s?m", Pattern.CASE_INSENSITIVE);

    /** Up to nine digits, and nothing after them that might be more of the number. */
    private static final Pattern SCORE = Pattern.compile(
            "(?<=[\\s:\uff1a*])(0|[1-9]\\d{0,8}+)(?=$|[<>\"'()\\[\\]|*;]|[.,!:](?!\\d)|\\s)(?! ?\\d)(?!\n\\d)");

    /** A space in a line is a trace of wrapping only after a mark: elsewhere something is missing. */
    private static final Pattern MISSING = Pattern.compile("[^-.@_=+/\\s] ");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s++");
    private static final int LONGEST_ID = 998;
    private static final int FARTHEST_SEPARATOR = 2 * LONGEST_ID;

    private final String text;

    SampleScanner(String text) {
        this.text = text;
    }

    /** Returns what begins with the address, or null when that is not a sample. */
    @Nullable
    Sample sample(Ipv4 address) {
        Matcher idLabel = ID_LABEL.matcher(text).region(address.end(), text.length());
        if (!idLabel.lookingAt() || !ID_WORD.matcher(idLabel.group(1)).find()) {
            return null;
        }
        int idStart = idLabel.end();
        Sample damaged = new Sample(address.start(), idStart, null);
        Matcher separator = SEPARATOR
                .matcher(text)
                .region(idStart, Math.min(text.length(), idStart + FARTHEST_SEPARATOR))
                .useTransparentBounds(true);
        if (!address.whole() || !separator.find()) {
            return damaged;
        }
        Matcher scoreLabel = SCORE_LABEL.matcher(text).region(separator.end(), text.length());
        if (!scoreLabel.lookingAt() || !SPAM_WORD.matcher(scoreLabel.group(1)).find()) {
            return damaged;
        }
        Matcher score =
                SCORE.matcher(text).region(scoreLabel.end(), text.length()).useTransparentBounds(true);
        if (!score.lookingAt()) {
            return damaged;
        }
        return id(text.substring(idStart, separator.start()).strip())
                .map(id -> new SpamSample(address.address(), id, Long.parseLong(score.group(1))))
                .map(sample -> new Sample(address.start(), score.end(), sample))
                .orElse(damaged);
    }

    /** An identifier or its absence, or empty when the text is neither. */
    private static Optional<Optional<MessageId>> id(String text) {
        if (text.contains("\n\n") || MISSING.matcher(text).find()) {
            return Optional.empty();
        }
        String id = WHITE_SPACE.matcher(text).replaceAll("");
        if (id.startsWith("<") && id.endsWith(">")) {
            id = id.substring(1, id.length() - 1);
        }
        if (id.regionMatches(true, 0, "mailto:", 0, 7)) {
            id = id.substring(7);
        }
        if (id.length() > LONGEST_ID || id.startsWith(":") || !id.codePoints().allMatch(SampleScanner::canBeInAnId)) {
            return Optional.empty();
        }
        boolean absent = id.codePoints().noneMatch(Character::isLetterOrDigit);
        return Optional.of(absent ? Optional.empty() : Optional.of(MessageId.of(id)));
    }

    private static boolean canBeInAnId(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> codePoint != 0xfffd && codePoint != '<' && codePoint != '>';
        };
    }
}
