package io.github.ovhantispam.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs of a mail server, each a shell script of a few lines, in a directory of their own. */
public final class FakePrograms {

    private final Path directory;

    public FakePrograms(Path directory) {
        this.directory = directory;
    }

    /** A Postfix with a single instance, whose queue a script prints. */
    public static FakePrograms postfix(Path directory, String postqueue) {
        return new FakePrograms(directory)
                .with("postmulti", "echo '-               -               y         /etc/postfix'")
                .with("postconf", "echo 3.7.11")
                .with("postqueue", postqueue);
    }

    public FakePrograms with(String name, String script) {
        try {
            Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path directory() {
        return directory;
    }
}
