package io.github.ovhantispam.mail.internal.log.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of rotated files: {@code mail.log.2.gz}, {@code mail.log.1}, {@code maillog-20261104},
 * {@code mainlog-20261104.gz}, {@code mail.log}. The oldest is read first.
 */
public final class RotatedFiles {

    private static final String PACKED = "(?:\\.(?:gz|bz2|xz|zst))?";
    private static final Pattern NUMBERED = Pattern.compile("(.+)\\.(\\d{1,4})" + PACKED);
    private static final Pattern DATED =
            Pattern.compile("(.+?)[-._](\\d{4}-?\\d{2}-?\\d{2}(?:[-_.]?\\d{2,10})?)" + PACKED);
    private static final Pattern PLAIN = Pattern.compile("(.+?)" + PACKED);

    private RotatedFiles() {}

    /**
     * A file's place in its set: the dated ones first, then the numbered ones from the highest, then the file itself.
     */
    private record Place(Path set, int kind, String date, int number) {

        static final Comparator<Place> OLDEST_FIRST = Comparator.comparingInt(Place::kind)
                .thenComparing(Place::date)
                .thenComparing(Comparator.comparingInt(Place::number).reversed());

        static Place of(Path path) {
            Path nameOnly = path.getFileName();
            String name = nameOnly == null ? "" : nameOnly.toString();
            Matcher dated = DATED.matcher(name);
            if (dated.matches()) {
                return new Place(
                        path.resolveSibling(dated.group(1)), 0, dated.group(2).replaceAll("\\D", ""), 0);
            }
            Matcher numbered = NUMBERED.matcher(name);
            if (numbered.matches()) {
                return new Place(path.resolveSibling(numbered.group(1)), 1, "", Integer.parseInt(numbered.group(2)));
            }
            Matcher plain = PLAIN.matcher(name);
            return new Place(path.resolveSibling(plain.matches() ? plain.group(1) : name), 2, "", 0);
        }
    }

    /** Returns the same files, each set together and its oldest file first; sets stay in the order they came in. */
    public static List<Path> oldestFirst(Collection<Path> paths) {
        Map<Path, List<Path>> sets = new LinkedHashMap<>();
        for (Path path : new LinkedHashSet<>(paths)) {
            sets.computeIfAbsent(Place.of(path).set(), set -> new ArrayList<>()).add(path);
        }
        List<Path> ordered = new ArrayList<>();
        for (List<Path> set : sets.values()) {
            set.sort(Comparator.comparing(Place::of, Place.OLDEST_FIRST));
            ordered.addAll(set);
        }
        return ordered;
    }

    /** Returns a file and those that were rotated from it, the oldest first. */
    public static List<Path> setOf(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        List<Path> set = new ArrayList<>();
        if (directory != null) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> Place.of(file).set().equals(path.toAbsolutePath())
                                && !file.equals(path.toAbsolutePath())
                                && Files.isRegularFile(file))
                        .forEach(set::add);
            }
        }
        if (Files.exists(path) || set.isEmpty()) {
            set.add(path.toAbsolutePath());
        }
        return oldestFirst(set);
    }
}
