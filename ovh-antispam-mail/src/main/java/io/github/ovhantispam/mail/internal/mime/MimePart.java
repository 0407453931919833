package io.github.ovhantispam.mail.internal.mime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a mail, or the mail itself, without its content.
 *
 * @param depth 0 for the mail itself, 1 for what is directly in it
 * @param mediaType in lower case, such as {@code text/plain}
 * @param charset the charset's name as written or, where none is, as the standard has it; null for a container
 * @param headers in order
 */
public record MimePart(
        int depth, String mediaType, @Nullable String charset, List<MimeHeader> headers) {

    /** Copies the list and lowers the case. */
    public MimePart {
        mediaType = mediaType.toLowerCase(Locale.ROOT);
        headers = List.copyOf(headers);
    }

    /**
     * Returns the first header of a name.
     *
     * @param name in any case
     * @return its value
     */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(MimeHeader::value)
                .findFirst();
    }
}
