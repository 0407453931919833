package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.internal.sweep.Sighting;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.internal.PrintableText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a state, for one use. It may come from anywhere, and what is wrong with it is said with a bounded,
 * printable piece of it.
 */
final class SavedStateReader {

    /** One more than a line has: to cut a long one into more would take many times its memory. */
    private static final int MOST_WORDS = 7;

    private final Map<IpAddress, Sighting> known = new HashMap<>();
    private final Map<IpAddress, Sighting> told = new HashMap<>();
    private final Set<IpBlock> unread = new HashSet<>();
    private final Set<IpBlock> overlapping = new HashSet<>();
    private final Set<Absence> absences = new HashSet<>();
    private @Nullable Instant begun;
    private boolean saysWhenBegun;
    private boolean ended;
    private int number;

    SavedState read(String text) {
        String lines = withItsOwnLineEnds(text);
        int from = 0;
        do {
            int end = lines.indexOf('\n', from);
            String line = lines.substring(from, end < 0 ? lines.length() : end);
            number++;
            line(line, lines, from);
            if (end < 0) {
                throw bad("it is the last, and not the end: the text was not saved whole");
            }
            from = end + 1;
        } while (from < lines.length());
        if (!ended) {
            throw bad("it is the last, and not the end: the text was not saved whole");
        }
        if (!saysWhenBegun) {
            throw bad("before it, a line is missing that says when the watch began");
        }
        WatchNotes notes = new WatchNotes(begun, unread, overlapping, absences);
        return new SavedState(notes, Map.copyOf(told), Map.copyOf(known), null, known.size());
    }

    /** Takes back what some stores do to all line ends of a text; a single one that changed is damage. */
    private static String withItsOwnLineEnds(String text) {
        String rest = text.replace("\r\n", "");
        boolean everywhere = rest.indexOf('\n') < 0 && rest.indexOf('\r') < 0;
        return everywhere ? text.replace("\r\n", "\n") : text;
    }

    private void line(String line, String text, int from) {
        String[] words = line.split(" ", MOST_WORDS);
        String what = words[0] + ' ' + (words.length - 1);
        if (number == 1) {
            version(words);
        } else if (ended) {
            throw bad("it comes after the end");
        } else if (what.equals("begun 1") && !saysWhenBegun) {
            begun = instant(words[1]);
            saysWhenBegun = true;
        } else if (what.equals("unread 1")) {
            unread.add(read(words[1], IpBlock::of));
        } else if (what.equals("overlapping 1")) {
            overlapping.add(read(words[1], IpBlock::of));
        } else if (what.equals("absent 2")) {
            absences.add(new Absence(read(words[1], IpAddress::of), read(words[2], IpBlock::of)));
        } else if (what.equals("known 5")) {
            seen(words, known);
        } else if (what.equals("told 5")) {
            seen(words, told);
        } else if (what.equals("end 2")) {
            end(words, text.substring(0, from + line.length() - words[2].length()));
        } else {
            throw bad("such a text does not have it", line);
        }
    }

    private void version(String[] words) {
        if (!words[0].equals(SavedState.NAME) || words.length != 2) {
            throw bad("it is not \"" + SavedState.NAME + "\" and a version", words[0]);
        }
        if (!words[1].equals(SavedState.VERSION)) {
            throw bad(
                    "this library reads version " + SavedState.VERSION
                            + ": take the one that saved the text, or begin from WatchState.empty()",
                    words[1]);
        }
    }

    private @Nullable Instant instant(String word) {
        try {
            return word.equals(SavedState.NEVER) ? null : Instant.parse(word);
        } catch (DateTimeException e) {
            throw bad("neither a moment nor \"" + SavedState.NEVER + '"', word);
        }
    }

    private void seen(String[] words, Map<IpAddress, Sighting> map) {
        IpAddress address = read(words[1], IpAddress::of);
        IpBlock block = read(words[2], IpBlock::of);
        if (!block.contains(address)) {
            throw bad(address + " is not in " + block);
        }
        SpamState state = read(words[5], word -> SpamState.of(new EncodedText(word).decoded()));
        SpamIp spam = SpamIp.of(address, date(words[3]), Duration.ofSeconds(number(words[4])), state);
        if (map.put(address, new Sighting(block, spam)) != null) {
            throw bad(address + " is in it for the second time");
        }
    }

    private OffsetDateTime date(String word) {
        try {
            return OffsetDateTime.parse(word);
        } catch (DateTimeException e) {
            throw bad("not a date and time with an offset", word);
        }
    }

    private long number(String word) {
        try {
            if (word.matches("[0-9]{1,19}")) {
                return Long.parseLong(word);
            }
        } catch (NumberFormatException e) {
            throw bad("a number beyond " + Long.MAX_VALUE, word);
        }
        throw bad("not a number of seconds or addresses", word);
    }

    private void end(String[] words, String text) {
        int addresses = told.size() + known.size();
        if (number(words[1]) != addresses) {
            throw bad("the text has " + addresses + " addresses and was saved with " + number(words[1]));
        }
        if (!words[2].equals(SavedState.checksum(text))) {
            throw bad("its checksum is not that of the text: something was changed after it was saved", words[2]);
        }
        ended = true;
    }

    private <T> T read(String word, Function<String, T> reader) {
        try {
            return reader.apply(word);
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private IllegalArgumentException bad(String why, String word) {
        return bad(why + ": \"" + PrintableText.of(word) + '"');
    }

    private IllegalArgumentException bad(String why) {
        return new IllegalArgumentException("not the text of a WatchState: line " + number + ": " + why);
    }
}
