package io.github.ovhantispam.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ovhantispam.cli.failure.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final ApplicationKey APPLICATION = new ApplicationKey("ak", "as");

    @TempDir
    private Path directory;

    @Test
    void write_ofANewFile_isReadableByItsOwnerOnly() throws IOException {
        Path file = directory.resolve("ovh.conf");
        KeyFile.open(file).write("ovh-eu", APPLICATION, "ck");
        assertThat(file).hasContent("""
                        [default]
                        endpoint=ovh-eu

                        [ovh-eu]
                        application_key=ak
                        application_secret=as
                        consumer_key=ck
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryContaining("regex:.*/ovh.conf").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void write_ofAFileWithOtherSections_keepsThem() throws IOException {
        Path file = Files.writeString(directory.resolve("ovh.conf"), """
                ; mine
                [default]
                endpoint = ovh-ca
                [ovh-eu]
                # old
                Application_Key : old
                consumer_key=old
                [ovh-ca]
                consumer_key=other
                """);
        KeyFile target = KeyFile.open(file);
        assertThat(target.endpoint()).contains("ovh-ca");
        assertThat(target.hasKeys("ovh-eu")).isTrue();
        assertThat(target.hasKeys("ovh-us")).isFalse();
        target.write("ovh-eu", APPLICATION, "ck");
        assertThat(file).hasContent("""
                        ; mine
                        [default]
                        endpoint = ovh-ca
                        [ovh-eu]
                        application_key=ak
                        application_secret=as
                        consumer_key=ck
                        # old
                        [ovh-ca]
                        consumer_key=other
                        """);
    }

    @Test
    void write_throughASymbolicLink_keepsTheLink() throws IOException {
        Path real = Files.createFile(directory.resolve("real.conf"));
        Path link = Files.createSymbolicLink(directory.resolve("ovh.conf"), real);
        KeyFile.open(link).write("ovh-eu", APPLICATION, "ck");
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("consumer_key=ck");
    }

    @Test
    void open_inADirectoryThatIsMissing_fails() {
        assertThatThrownBy(() -> KeyFile.open(directory.resolve("no/ovh.conf")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("cannot be written");
    }
}
