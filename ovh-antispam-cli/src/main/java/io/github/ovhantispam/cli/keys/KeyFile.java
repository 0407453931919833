package io.github.ovhantispam.cli.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An {@code ovh.conf} that is changed in one section and kept in all others. It is replaced as a whole, with a file
 * that nobody but its owner can read.
 */
public final class KeyFile {

    private static final String DEFAULT = "default";
    private static final String ENDPOINT = "endpoint";
    private static final Set<String> KEYS = Set.of(
            "application_key", "application_secret", "consumer_key", "client_id", "client_secret", "access_token");

    private final Path path;
    private final List<String> lines;

    private KeyFile(Path path, List<String> lines) {
        this.path = path;
        this.lines = lines;
    }

    /**
     * Reads a file, which need not exist.
     *
     * @throws CommandFailure when it cannot be read, or could not be written
     */
    public static KeyFile open(Path file) {
        try {
            Path path = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path directory = path.getParent();
            if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
                throw CommandFailure.of(ExitCode.OUTPUT, file + " cannot be written: no such directory, or not yours");
            }
            return new KeyFile(path, Files.exists(path) ? Files.readAllLines(path, UTF_8) : List.of());
        } catch (IOException e) {
            throw CommandFailure.of(ExitCode.USAGE, file + " cannot be read: " + e, e);
        }
    }

    /** Returns the endpoint that the file names. */
    public Optional<String> endpoint() {
        return value(DEFAULT, ENDPOINT);
    }

    /** Returns true when the section of an endpoint has credentials of any kind. */
    public boolean hasKeys(String endpoint) {
        return KEYS.stream().anyMatch(key -> value(endpoint, key).isPresent());
    }

    /**
     * Puts credentials in place of those of an endpoint, and makes it the default if there is none.
     *
     * @throws CommandFailure when the file cannot be written; it is then as it was
     */
    public void write(String endpoint, ApplicationKey application, String consumerKey) {
        List<String> changed = new ArrayList<>();
        if (endpoint().isEmpty() && !hasSection(DEFAULT)) {
            changed.addAll(List.of("[" + DEFAULT + "]", ENDPOINT + "=" + endpoint, ""));
        }
        List<String> keys = List.of(
                "application_key=" + application.key(),
                "application_secret=" + application.secret(),
                "consumer_key=" + consumerKey);
        String section = "";
        boolean placed = false;
        for (String line : lines) {
            Optional<String> header = section(line);
            section = header.orElse(section);
            if (header.isEmpty() && section.equals(endpoint) && KEYS.contains(key(line))) {
                continue; // replaced
            }
            changed.add(line);
            if (header.isPresent() && section.equals(DEFAULT) && endpoint().isEmpty()) {
                changed.add(ENDPOINT + "=" + endpoint);
            }
            if (header.isPresent() && section.equals(endpoint) && !placed) {
                changed.addAll(keys);
                placed = true;
            }
        }
        if (!placed) {
            if (!changed.isEmpty() && !changed.get(changed.size() - 1).isBlank()) {
                changed.add("");
            }
            changed.add("[" + endpoint + "]");
            changed.addAll(keys);
        }
        replace(String.join("\n", changed) + "\n");
    }

    private void replace(String text) {
        try {
            Path directory = path.toAbsolutePath().getParent();
            // Created readable by its owner only, where the file system knows owners.
            Path written = Files.createTempFile(directory, ".ovh.conf", ".tmp");
            try {
                try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                    ByteBuffer octets = ByteBuffer.wrap(text.getBytes(UTF_8));
                    while (octets.hasRemaining()) {
                        channel.write(octets);
                    }
                    channel.force(true);
                }
                Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw CommandFailure.of(
                    ExitCode.OUTPUT, path + " cannot be written, and is as it was: " + e + "; ask for another key", e);
        }
    }

    private boolean hasSection(String name) {
        return lines.stream().anyMatch(line -> section(line).equals(Optional.of(name)));
    }

    private Optional<String> value(String wantedSection, String wantedKey) {
        String section = "";
        for (String line : lines) {
            section = section(line).orElse(section);
            if (section.equals(wantedSection) && key(line).equals(wantedKey)) {
                String value = line.substring(separator(line) + 1).strip();
                if (!value.isEmpty()) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> section(String line) {
        String text = line.strip();
        return text.startsWith("[") && text.endsWith("]")
                ? Optional.of(text.substring(1, text.length() - 1).strip())
                : Optional.empty();
    }

    private static String key(String line) {
        int separator = separator(line);
        return separator < 0 ? "" : line.substring(0, separator).strip().toLowerCase(Locale.ROOT);
    }

    private static int separator(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    }
}
