package io.github.ovhantispam.cli.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The reason why a file cannot be read or written, in words: the JDK often gives no more than its name. */
public final class FileProblem {

    private FileProblem() {}

    /** Returns the reason in a few words, that of the innermost failure: libraries wrap them. */
    public static String of(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof IOException ? of(cause) : words(failure);
    }

    private static String words(Throwable failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "you are not allowed to";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
