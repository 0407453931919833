package io.github.ovhantispam.mail.internal.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a report, written whole or not at all, and never over existing ones. */
public final class PackageFiles {

    private final Map<String, byte[]> files;

    /**
     * Holds the files.
     *
     * @param files content by name, the names of our own making
     */
    public PackageFiles(Map<String, byte[]> files) {
        this.files = new LinkedHashMap<>(files);
    }

    /**
     * Writes a zip.
     *
     * @param target a file that does not exist
     * @throws IOException when it exists, or cannot be written; nothing is left then
     */
    public void zip(Path target) throws IOException {
        OutputStream file = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (ZipOutputStream zip = new ZipOutputStream(file)) {
                for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            remove(target, e);
            throw e;
        }
    }

    /**
     * Writes a folder.
     *
     * @param folder a folder, created when it is missing
     * @throws IOException when a file exists, or cannot be written; no file and no folder of ours is left then
     */
    public void folder(Path folder) throws IOException {
        for (String name : files.keySet()) {
            if (Files.exists(folder.resolve(name))) {
                throw new FileAlreadyExistsException(folder.resolve(name).toString());
            }
        }
        List<Path> missing = missing(folder);
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                Path file = folder.resolve(entry.getKey());
                try (OutputStream out =
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    written.add(file);
                    out.write(entry.getValue());
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            written.forEach(file -> remove(file, e));
            missing.forEach(directory -> remove(directory, e));
            throw e;
        }
    }

    /** The deepest first, the order in which they can be removed. */
    private static List<Path> missing(Path folder) {
        return Stream.<Path>iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .takeWhile(directory -> Files.notExists(directory))
                .toList();
    }

    private static void remove(Path file, Throwable reason) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
