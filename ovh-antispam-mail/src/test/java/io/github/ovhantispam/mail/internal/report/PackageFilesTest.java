package io.github.ovhantispam.mail.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures after the first file: nothing that was not there before is left. */
class PackageFilesTest {

    @TempDir
    private Path directory;

    @Test
    void folder_lateFailure_removesTheFoldersThatWereMissing() throws Exception {
        Path kept = Files.createDirectory(directory.resolve("kept"));

        assertThatThrownBy(
                        () -> withLast("x".repeat(300)).folder(kept.resolve("a").resolve("b")))
                .isInstanceOf(IOException.class);

        assertThat(kept).isEmptyDirectory();
    }

    @Test
    void folder_lateFailureInAFolderThatWasThere_leavesIt() throws Exception {
        Path precious = Files.writeString(directory.resolve("precious"), "precious");

        assertThatThrownBy(() -> withLast("x".repeat(300)).folder(directory)).isInstanceOf(IOException.class);

        assertThat(directory).isDirectoryContaining(precious::equals);
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void zip_failureThatIsNotOfTheDisk_leavesNothing() {
        // A zip holds no name of more than 65,535 bytes: the JDK refuses it with an unchecked exception.
        assertThatThrownBy(() -> withLast("x".repeat(70_000)).zip(directory.resolve("report.zip")))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(directory).isEmptyDirectory();
    }

    private static PackageFiles withLast(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("good.txt", new byte[] {1});
        files.put(name, new byte[] {2});
        return new PackageFiles(files);
    }
}
