package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.client.internal.sweep.Sighting;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamIp;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge of a watch at a moment: that of an older moment and the revisions since, so that one more costs
 * nothing, however much is known. Public only so that {@code WatchState} can make one.
 */
public final class SavedState implements WatchState {

    static final String NAME = "ovh-antispam-watch";
    static final String VERSION = "2";
    static final String NEVER = "never";

    public static final SavedState EMPTY = new SavedState(WatchNotes.NONE, Map.of(), Map.of(), null, 0);

    private final WatchNotes notes;
    private final Map<IpAddress, Sighting> told;
    private final Map<IpAddress, Sighting> older;
    private final @Nullable Revision newest;
    private final int size;

    /**
     * A state.
     *
     * @param told what a handler was about to hear of some addresses, and may have heard
     * @param older what was known at some moment; immutable
     * @param newest what was learnt since, the last first
     * @param size how many addresses are known now
     */
    SavedState(
            WatchNotes notes,
            Map<IpAddress, Sighting> told,
            Map<IpAddress, Sighting> older,
            @Nullable Revision newest,
            int size) {
        this.notes = notes;
        this.told = told;
        this.older = older;
        this.newest = newest;
        this.size = size;
    }

    record Revision(Sighting sighting, @Nullable Revision earlier) {}

    public static SavedState parse(String text) {
        return new SavedStateReader().read(Objects.requireNonNull(text, "text"));
    }

    WatchNotes notes() {
        return notes;
    }

    Map<IpAddress, Sighting> told() {
        return told;
    }

    Map<IpAddress, Sighting> known() {
        Map<IpAddress, Sighting> known = new TreeMap<>(older);
        Set<IpAddress> revised = new HashSet<>();
        for (Revision revision = newest; revision != null; revision = revision.earlier()) {
            Sighting sighting = revision.sighting();
            if (revised.add(sighting.address())) { // the later revision counts
                known.put(sighting.address(), sighting);
            }
        }
        return known;
    }

    @Override
    public String text() {
        int lines = size
                + told.size()
                + notes.unread().size()
                + notes.overlapping().size()
                + notes.absences().size();
        StringBuilder text = new StringBuilder(80 * (lines + 3));
        text.append(NAME).append(' ').append(VERSION).append('\n');
        text.append("begun ")
                .append(notes.begun() == null ? NEVER : notes.begun())
                .append('\n');
        append(text, "unread ", notes.unread());
        append(text, "overlapping ", notes.overlapping());
        append(text, "absent ", notes.absences());
        new TreeMap<>(told).forEach((ip, sighting) -> append(text.append("told "), sighting));
        known().forEach((ip, sighting) -> append(text.append("known "), sighting));
        // So that half a text is not taken for a whole one, nor a damaged one for another.
        text.append("end ").append(told.size() + size).append(' ');
        return text.append(checksum(text)).append('\n').toString();
    }

    /** Returns eight hexadecimal digits that change with each character. */
    static String checksum(CharSequence text) {
        CRC32 sum = new CRC32();
        for (int at = 0; at < text.length(); at++) {
            sum.update(text.charAt(at) >> 8);
            sum.update(text.charAt(at));
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static void append(StringBuilder text, String keyword, Set<?> values) {
        for (Object value : new TreeSet<>(values)) {
            text.append(keyword).append(value).append('\n');
        }
    }

    private static void append(StringBuilder text, Sighting seen) {
        SpamIp spam = seen.spamIp();
        text.append(spam.ipSpamming());
        text.append(' ').append(seen.block());
        text.append(' ').append(spam.date());
        text.append(' ').append(spam.time().toSeconds());
        text.append(' ').append(EncodedText.of(spam.state().value())).append('\n');
    }

    @Override
    public String toString() {
        return "WatchState[" + size + " addresses]";
    }
}
