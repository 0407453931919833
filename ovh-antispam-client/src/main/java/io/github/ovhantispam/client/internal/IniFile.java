package io.github.ovhantispam.client.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file as the vendor's clients read it: sections in brackets, {@code key=value} or {@code key: value}
 * lines, comments that begin with {@code #} or {@code ;}.
 */
final class IniFile {

    /** After white space only: a key may well contain such a character. */
    private static final Pattern INLINE_COMMENT = Pattern.compile("\\s+[;#].*$");

    private static final long LONGEST = 1024L * 1024;

    private final Map<String, Map<String, String>> sections = new HashMap<>();
    private String section = "";

    private IniFile() {}

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read, or a line of it makes no sense; no message quotes a line, which may
     *     hold a key
     */
    static IniFile read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException("it is longer than " + LONGEST + " bytes");
        }
        IniFile ini = new IniFile();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    i == 0 && lines.get(i).startsWith("\ufeff") ? lines.get(i).substring(1) : lines.get(i);
            if (!ini.accept(line.strip())) {
                throw new IOException("line " + (i + 1) + " is neither a [section] nor key=value");
            }
        }
        return ini;
    }

    private boolean accept(String line) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
            return true;
        }
        if (line.startsWith("[") && line.endsWith("]")) {
            section = line.substring(1, line.length() - 1).strip();
            return true;
        }
        int equals = separator(line);
        if (equals < 1) {
            return false;
        }
        sections.computeIfAbsent(section, name -> new HashMap<>())
                .put(
                        line.substring(0, equals).strip(),
                        unquoted(line.substring(equals + 1).strip()));
        return true;
    }

    /** The first of {@code =} and {@code :}, both of which the vendor's clients take. */
    private static int separator(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    }

    private static String unquoted(String raw) {
        String value = INLINE_COMMENT.matcher(raw).replaceFirst("");
        boolean quoted = value.length() > 1
                && ((value.startsWith("\"") && value.endsWith("\"")) || (value.startsWith("'") && value.endsWith("'")));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    boolean has(String sectionName) {
        return sections.containsKey(sectionName);
    }

    @Nullable
    String value(String sectionName, String key) {
        String value = sections.getOrDefault(sectionName, Map.of()).get(key);
        return value == null || value.isBlank() ? null : value;
    }
}
