package io.github.ovhantispam.mail.internal.log.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files in which Docker keeps what mail containers print, such as that of mailcow's Postfix. They are known by the
 * name of the container.
 */
final class ContainerLogs {

    private static final Pattern MAIL = Pattern.compile("(?i).*(postfix|exim|sendmail|mailserver|mailu.*smtp).*");
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LARGEST_CONFIGURATION = 1 << 20;

    private final Path directory;

    ContainerLogs(Path root) {
        directory = root.resolve("var/lib/docker/containers");
    }

    /** Returns the files that are there; none where the directory is missing or somebody else's. */
    List<Path> existing() throws IOException {
        if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
            return List.of();
        }
        try (Stream<Path> containers = Files.list(directory)) {
            return containers
                    .sorted()
                    .filter(container -> name(container.resolve("config.v2.json"))
                            .filter(name -> MAIL.matcher(name).matches())
                            .isPresent())
                    .map(container -> container.resolve(container.getFileName() + "-json.log"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static Optional<String> name(Path configuration) {
        try (InputStream in = Files.newInputStream(configuration);
                JsonParser json = FACTORY.createParser(in.readNBytes(LARGEST_CONFIGURATION))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING && field.equals("Name")) {
                    return Optional.of(json.getText());
                }
                json.skipChildren();
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty(); // not Docker's
        } catch (IOException e) {
            return Optional.empty(); // a container that has just been removed, or is not ours to read
        }
    }
}
