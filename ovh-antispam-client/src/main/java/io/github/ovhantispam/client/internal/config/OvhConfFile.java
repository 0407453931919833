package io.github.ovhantispam.client.internal.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file: sections in brackets, {@code key=value} or {@code key: value} lines, comments that begin with
 * {@code #} or {@code ;}.
 *
 * <p>Every line means what the vendor's Go client (go-ini) makes of it, or is an error. It is an error where the
 * vendor's Python client (configparser) would make another usable key of the same line. Indentation means nothing, as
 * in Go; Python takes a line that is indented further than the key before it for a continuation of its value, which can
 * be no key then. Errors of a line that could change the meaning of others are thrown at once, those of a value when
 * the value is asked for.
 */
final class OvhConfFile {

    private static final long LONGEST = 1024L * 1024;

    /** A name without brackets, or the URL of an endpoint, which has brackets around an IPv6 address. */
    private static final Pattern SECTION = Pattern.compile("[^\\[\\]]+|[A-Za-z]+://\\S+");

    /** Nothing that a header with a slip in it could be taken for. */
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_-][^\\[\\]#;\"'`\\p{C}]*");

    /** Replaced by another value in Go, and not in Python. */
    private static final Pattern REFERENCE = Pattern.compile("%\\([^)]+\\)s");

    /** Python's values for all sections; for Go, a section as any other. */
    private static final String FOR_ALL = "DEFAULT";

    private final Map<String, Map<String, Entry>> sections = new LinkedHashMap<>();
    private @Nullable Map<String, Entry> section;

    private OvhConfFile() {}

    /**
     * The value of a key.
     *
     * @param doubt the reason why the vendor's clients read different things, or null
     */
    private record Entry(String value, int line, @Nullable String doubt) {

        /** Returns this entry after an earlier one of the same key and section. */
        Entry after(@Nullable Entry earlier) {
            if (earlier == null || earlier.value.equals(value)) {
                return doubt == null && earlier != null ? earlier : this;
            }
            return new Entry(value, line, "is set again, to another value than in line " + earlier.line);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read, or a line of it makes no sense; no message quotes a line, which may
     *     hold a key
     */
    static OvhConfFile read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException("it is longer than " + LONGEST + " bytes");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        OvhConfFile ini = new OvhConfFile();
        String[] lines = (text.startsWith("\ufeff") ? text.substring(1) : text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String problem = ini.accept(stripped(lines[i]), i + 1);
            if (problem != null) {
                throw new IOException("line " + (i + 1) + ' ' + problem);
            }
        }
        return ini;
    }

    /** Takes a line; returns what is wrong with it, or null. */
    private @Nullable String accept(String line, int number) {
        if (line.indexOf('\r') >= 0) {
            return "has a carriage return inside: end lines with a line feed";
        }
        if (line.isEmpty() || isComment(line)) {
            return null;
        }
        if (line.indexOf('\ufffd') >= 0 || line.indexOf('\0') >= 0) {
            return "is not UTF-8 text";
        }
        return line.charAt(0) == '[' ? acceptHeader(line) : acceptKey(line, number);
    }

    private @Nullable String acceptHeader(String line) {
        int end = line.lastIndexOf(']');
        String name = end < 0 ? "" : line.substring(1, end);
        String rest = stripped(line.substring(end + 1));
        if (!SECTION.matcher(name).matches() || !(rest.isEmpty() || isComment(rest))) {
            return "begins like a [section] and is not one";
        }
        section = sections.computeIfAbsent(name, any -> new LinkedHashMap<>());
        return null;
    }

    private @Nullable String acceptKey(String line, int number) {
        int separator = separator(line);
        String name = stripped(line.substring(0, Math.max(0, separator)));
        if (!KEY.matcher(name).matches()) {
            return "is neither a [section] nor key=value";
        }
        if (section == null) {
            return "is before the first [section]";
        }
        String raw = stripped(line.substring(separator + 1));
        if (raw.startsWith("`") || raw.startsWith("\"\"\"") || raw.endsWith("\\")) {
            return "has a value of several lines: a backslash at its end, or quotes of that kind";
        }
        String key = name.toLowerCase(Locale.ROOT);
        String doubt = key.equals(name) ? null : "is not written in lower case";
        section.merge(key, entry(raw, number, doubt), (earlier, later) -> later.after(earlier));
        return null;
    }

    private static Entry entry(String raw, int number, @Nullable String nameDoubt) {
        String value = raw;
        String doubt = REFERENCE.matcher(raw).find() ? "has a reference to another key" : nameDoubt;
        int mark = commentMark(raw);
        if (mark >= 0) {
            value = stripped(raw.substring(0, mark));
            // With white space in it, the whole can be no key: so it is a comment, although Python knows none.
            boolean comment = mark == 0 ? hasSpace(raw) : isSpace(raw.charAt(mark - 1));
            if (!comment || (isQuote(raw.charAt(0)) && !isQuoted(value))) {
                doubt = "has # or ; in its value, which is a comment for some of the vendor's clients only";
            }
        }
        return new Entry(isQuoted(value) ? value.substring(1, value.length() - 1) : value, number, doubt);
    }

    private static boolean isComment(String line) {
        return line.charAt(0) == '#' || line.charAt(0) == ';';
    }

    private static int commentMark(String text) {
        return firstOf(text, '#', ';');
    }

    private static int separator(String line) {
        return firstOf(line, '=', ':');
    }

    private static int firstOf(String text, char one, char other) {
        int first = text.indexOf(one);
        int second = text.indexOf(other);
        return first < 0 || (second >= 0 && second < first) ? second : first;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** Quotes around a value that has no such quote inside. */
    private static boolean isQuoted(String value) {
        return value.length() > 1
                && isQuote(value.charAt(0))
                && value.indexOf(value.charAt(0), 1) == value.length() - 1;
    }

    /** Returns true for white space of either client, which is more than Java's. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private static boolean hasSpace(String text) {
        return text.chars().anyMatch(c -> isSpace((char) c));
    }

    private static String stripped(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** Returns the names of all sections, in the order of the file. */
    Set<String> sections() {
        return new LinkedHashSet<>(sections.keySet());
    }

    /**
     * Returns a value.
     *
     * @return null when it is not set, or empty
     * @throws IOException when the vendor's clients read different values; the message quotes none
     */
    @Nullable
    String value(String sectionName, String key) throws IOException {
        Map<String, Entry> entries = sections.get(sectionName);
        if (entries == null) {
            return null;
        }
        Entry entry = entries.get(key);
        Entry common = sections.getOrDefault(FOR_ALL, Map.of()).get(key);
        if (entry == null && common != null) {
            throw new IOException("line " + common.line + ": " + key + " is in section [" + FOR_ALL
                    + "], which not all of the vendor's clients read: move it to the section it is for");
        }
        if (entry == null) {
            return null;
        }
        if (entry.doubt != null) {
            throw new IOException("line " + entry.line + ": " + key + ' ' + entry.doubt);
        }
        return entry.value.isBlank() ? null : entry.value;
    }
}
