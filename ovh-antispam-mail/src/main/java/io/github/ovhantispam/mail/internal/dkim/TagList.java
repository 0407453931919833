package io.github.ovhantispam.mail.internal.dkim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A list of tags as DKIM and DMARC write it: {@code v=DKIM1; p=...} (RFC 6376, section 3.2). */
public final class TagList {

    private final Map<String, String> tags;

    private TagList(Map<String, String> tags) {
        this.tags = tags;
    }

    /**
     * Reads a list.
     *
     * @param text the list, hostile
     * @return the list, or empty when a tag has no name or is there twice
     */
    public static Optional<TagList> parse(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : text.split(";", -1)) {
            if (tag.isBlank()) {
                continue;
            }
            int equals = tag.indexOf('=');
            String name = equals < 0 ? "" : tag.substring(0, equals).strip();
            if (name.isEmpty() || tags.put(name, tag.substring(equals + 1).strip()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new TagList(tags));
    }

    /**
     * Returns the value of a tag.
     *
     * @param name case matters
     * @return the value
     */
    public Optional<String> get(String name) {
        return Optional.ofNullable(tags.get(name));
    }

    /**
     * Returns the value of a tag.
     *
     * @param name case matters
     * @param otherwise the value of a tag that is missing
     * @return the value
     */
    public String get(String name, String otherwise) {
        return tags.getOrDefault(name, otherwise);
    }

    /**
     * Returns the value of a tag without any white space.
     *
     * @param name case matters
     * @return the value, empty when the tag is missing
     */
    public String compact(String name) {
        return get(name, "").replaceAll("\\s", "");
    }

    /**
     * Returns the name of the first tag.
     *
     * @return the name, or empty for an empty list
     */
    public String first() {
        return tags.keySet().stream().findFirst().orElse("");
    }
}
