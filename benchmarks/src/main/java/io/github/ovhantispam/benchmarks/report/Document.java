package io.github.ovhantispam.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document with the figures. What stands between them was written by somebody, and stays. */
public final class Document {

    private final Path file;

    public Document(Path file) {
        this.file = file;
    }

    /** Puts figures between the comments of a part, in place of those that were there. */
    public void put(String part, String figures) throws IOException {
        Pattern place =
                Pattern.compile("(<!-- figures: " + Pattern.quote(part) + " -->\n).*?(<!-- end -->)", Pattern.DOTALL);
        Matcher matcher = place.matcher(Files.readString(file));
        if (!matcher.find()) {
            throw new IllegalStateException(file + " has no place for the figures of " + part);
        }
        String replacement = matcher.group(1) + figures + matcher.group(2);
        Files.writeString(file, matcher.replaceFirst(Matcher.quoteReplacement(replacement)));
    }
}
