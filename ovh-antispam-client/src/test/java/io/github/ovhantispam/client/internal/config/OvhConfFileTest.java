package io.github.ovhantispam.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Line by line against what go-ini and Python's configparser read, as the vendor's clients use them. */
class OvhConfFileTest {

    private static final String SECRET = "s3cr3t";

    @TempDir
    private Path dir;

    private OvhConfFile read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private OvhConfFile read(byte[] bytes) throws IOException {
        return OvhConfFile.read(Files.write(dir.resolve("ovh.conf"), bytes));
    }

    /** Headers that begin the section {@code ovh-ca} for both clients. */
    static List<String> headers() {
        return List.of(
                "[ovh-ca]",
                "[ovh-ca] ; created: 2024",
                "[ovh-ca] # created = 2024",
                "[ovh-ca]; created: 2024",
                "[ovh-ca]# x",
                "[ovh-ca]#",
                "[ovh-ca];a=b",
                "[ovh-ca]\t\t; x: y",
                "[ovh-ca]   ",
                "[ovh-ca]\r",
                "[ovh-ca] ; x: y\r",
                "[ovh-ca]\u00a0",
                "[ovh-ca]\u00a0; x: y");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void header_withAnythingBehindItThatIsAComment_beginsItsSection(String header) throws IOException {
        OvhConfFile ini = read("[ovh-eu]\nother=1\n" + header + "\napplication_key=ca-key\n");

        assertThat(ini.value("ovh-ca", "application_key")).isEqualTo("ca-key");
        assertThat(ini.value("ovh-eu", "application_key")).isNull();
        assertThat(ini.sections()).containsExactly("ovh-eu", "ovh-ca");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void header_behindWhiteSpace_beginsItsSection(String header) throws IOException {
        for (String space : List.of(" ", "\t", "    ", "\u00a0", "\f", "\u0085", "\u2003", "\r")) {
            OvhConfFile ini = read("[ovh-eu]\nother=1\n" + space + header + "\napplication_key=ca-key\n");

            assertThat(ini.value("ovh-ca", "application_key")).isEqualTo("ca-key");
            assertThat(ini.value("ovh-eu", "application_key")).isNull();
        }
    }

    /** Lines that are no header, and of which many would be a key for a reader that takes them as they come. */
    static List<String> slips() {
        return List.of(
                "[ovh-ca",
                "[ovh-ca ; created: 2024",
                "[ovh-ca = 2024",
                "[",
                "[]",
                "[];a=b",
                "[] = x",
                "]",
                "[ovh-ca] created: 2024",
                "[ovh-ca] application_key=" + SECRET,
                "[ovh-ca]=" + SECRET,
                "[ovh-ca]]",
                "[[ovh-ca]]",
                "[[ovh-ca] ; a=b",
                "[ovh-ca][ovh-us]",
                "[ovh-ca] [a=b]",
                "[ovh-ca] ; see [1]",
                "[ovh-ca] ; see [1]: x",
                "[https://a/1.0] ; see [1]: x",
                "ovh-ca]",
                "ovh-ca] ; created: 2024",
                "ovh-ca ; created: 2024",
                "(ovh-ca) ; created: 2024",
                "{ovh-ca} = 2024",
                "<ovh-ca> = 2024",
                "\uff3bovh-ca\uff3d ; created: 2024",
                "\ufeff[ovh-ca] ; created: 2024",
                "\u200b[ovh-ca] ; created: 2024",
                "\u001b[ovh-ca] ; created: 2024",
                "\"[ovh-ca]\" ; created: 2024",
                "'[ovh-ca]' = x",
                "\"application_key\" = " + SECRET,
                "`application_key` = " + SECRET,
                "application_key",
                "application_key " + SECRET,
                SECRET,
                "= " + SECRET,
                ": " + SECRET,
                " = " + SECRET,
                "application_key = " + SECRET + "\\",
                "application_key = " + SECRET + " ; in C:\\",
                "application_key = `" + SECRET + "`",
                "application_key = `" + SECRET,
                "application_key = \"\"\"" + SECRET,
                "application_key = \"\"\"" + SECRET + "\"\"\"",
                "application_key = " + SECRET + "\rapplication_secret = x",
                "; comment\rapplication_key = " + SECRET,
                "application_key\0 = " + SECRET,
                "application_key = " + SECRET + "\0");
    }

    @ParameterizedTest
    @MethodSource("slips")
    void slip_isAnErrorOfItsLine_neverAKey(String line) {
        IOException thrown = catchThrowableOfType(
                IOException.class, () -> read("[ovh-eu]\nother=1\n" + line + "\napplication_key=x\n"));

        assertThat(thrown)
                .isNotNull()
                .message()
                .startsWith("line 3 ")
                .doesNotContain(SECRET)
                .doesNotContain("ovh-ca");
    }

    static List<Arguments> values() {
        return List.of(
                Arguments.of("application_key=abc", "abc"),
                Arguments.of("application_key = abc", "abc"),
                Arguments.of("application_key:abc", "abc"),
                Arguments.of("application_key : abc", "abc"),
                Arguments.of("  application_key=abc  ", "abc"),
                Arguments.of("\tapplication_key\t=\tabc\t", "abc"),
                Arguments.of("application_key=abc\r", "abc"),
                Arguments.of("\u00a0application_key\u00a0=\u00a0abc\u00a0", "abc"),
                Arguments.of("application_key=a=b", "a=b"),
                Arguments.of("application_key=a:b", "a:b"),
                Arguments.of("application_key:a=b", "a=b"),
                Arguments.of("application_key==abc", "=abc"),
                Arguments.of("application_key=abc ; mine", "abc"),
                Arguments.of("application_key=abc # mine", "abc"),
                Arguments.of("application_key=abc\t;mine", "abc"),
                Arguments.of("application_key=abc\t#", "abc"),
                Arguments.of("application_key=abc ; mine # hers; his", "abc"),
                Arguments.of("application_key=\"abc\"", "abc"),
                Arguments.of("application_key='abc'", "abc"),
                Arguments.of("application_key = \"abc\" ; mine", "abc"),
                Arguments.of("application_key = 'abc' # mine", "abc"),
                Arguments.of("application_key=\"a'c\"", "a'c"),
                Arguments.of("application_key=\"abc'", "\"abc'"),
                Arguments.of("application_key=\"abc", "\"abc"),
                Arguments.of("application_key=abc\"", "abc\""),
                Arguments.of("application_key=\"a\"b\"", "\"a\"b\""),
                Arguments.of("application_key=\"", "\""),
                Arguments.of("application_key=[ovh-ca]", "[ovh-ca]"),
                Arguments.of("application_key=100%", "100%"),
                Arguments.of("application_key=", null),
                Arguments.of("application_key = ", null),
                Arguments.of("application_key=\"\"", null),
                Arguments.of("application_key=''", null),
                Arguments.of("application_key= ; yet to be made", null),
                Arguments.of("application_key = # yet to be made", null),
                Arguments.of("; application_key=abc", null),
                Arguments.of("# application_key=abc", null),
                Arguments.of("  ; application_key=abc", null),
                Arguments.of(";[ovh-ca]\napplication_key=abc", "abc"),
                Arguments.of("# [ovh-ca]\napplication_key=abc", "abc"),
                Arguments.of("\n\n \n\t\napplication_key=abc", "abc"),
                Arguments.of("application_key=abc\napplication_key=abc", "abc"),
                Arguments.of("application_key=abc\n[ovh-eu]\nother=1", "abc"),
                Arguments.of("application_key=abc\n[other]\n[ovh-eu]\napplication_key=abc", "abc"),
                Arguments.of("  other=1\n  application_key=abc", "abc"),
                Arguments.of("  other=1\napplication_key=abc", "abc"),
                Arguments.of("[OVH-EU]\napplication_key=abc", null),
                Arguments.of("[ovh-eu ]\napplication_key=abc", null),
                Arguments.of("[ ovh-eu]\napplication_key=abc", null),
                Arguments.of("[ovh-eu.x]\napplication_key=abc", null),
                Arguments.of("application-key=abc", null),
                Arguments.of("application key=abc", null),
                Arguments.of("export application_key=abc", null),
                Arguments.of("my_application_key=abc", null),
                Arguments.of("cl\u00e9=1\napplication_key=abc", "abc"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_isWhatTheVendorsClientsRead(String lines, String value) throws IOException {
        assertThat(read("[ovh-eu]\n" + lines + "\n").value("ovh-eu", "application_key"))
                .isEqualTo(value);
        assertThat(read("\ufeff[ovh-eu]\n" + lines).value("ovh-eu", "application_key"))
                .isEqualTo(value);
        assertThat(read("[ovh-eu]\n" + lines.replace("\r", "").replace("\n", "\r\n") + "\r\n")
                        .value("ovh-eu", "application_key"))
                .isEqualTo(value);
    }

    /** Of these, the two clients make different keys, or one a key and the other none. */
    static List<Arguments> doubts() {
        return List.of(
                Arguments.of("application_key=s3cr3t#1", 2),
                Arguments.of("application_key=s3cr3t;1", 2),
                Arguments.of("application_key=s3cr3t;1 ; mine", 2),
                Arguments.of("application_key=#s3cr3t", 2),
                Arguments.of("application_key = ;s3cr3t", 2),
                Arguments.of("application_key=\"s3cr3t#1\"", 2),
                Arguments.of("application_key='s3cr3t ; 1'", 2),
                Arguments.of("application_key=a%(s3cr3t)s", 2),
                Arguments.of("application_key=%(consumer_key)s", 2),
                Arguments.of("APPLICATION_KEY=s3cr3t", 2),
                Arguments.of("Application_Key : s3cr3t", 2),
                Arguments.of("application_key=abc\napplication_key=s3cr3t", 3),
                Arguments.of("application_key=abc\nApplication_Key=s3cr3t", 3),
                Arguments.of("application_key=\napplication_key=s3cr3t", 3),
                Arguments.of("application_key=s3cr3t\napplication_key=", 3),
                Arguments.of("application_key=a\napplication_key=b\napplication_key=b", 3),
                Arguments.of("application_key=a\n[other]\nx=1\n[ovh-eu]\napplication_key=s3cr3t", 6),
                Arguments.of("other=1\n[DEFAULT]\napplication_key=s3cr3t", 4));
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void value_thatTheVendorsClientsReadDifferently_isAnErrorOfItsLine(String lines, int line) throws IOException {
        OvhConfFile ini = read("[ovh-eu]\n" + lines + "\n");

        IOException thrown = catchThrowableOfType(IOException.class, () -> ini.value("ovh-eu", "application_key"));

        assertThat(thrown)
                .isNotNull()
                .message()
                .startsWith("line " + line + ": application_key ")
                .doesNotContain(SECRET);
        assertThat(ini.value("ovh-eu", "consumer_key")).isNull();
        assertThat(ini.value("ovh-us", "application_key")).isNull();
    }

    @Test
    void keyBeforeAnySection_isAnError() {
        for (String text : List.of("application_key=s3cr3t\n[ovh-eu]\n", "; c\n\napplication_key=s3cr3t")) {
            assertThat(catchThrowableOfType(IOException.class, () -> read(text)))
                    .message()
                    .matches("line [13] is before the first \\[section\\]");
        }
    }

    @Test
    void bytesThatAreNotUtf8_areAnErrorOutsideOfComments() throws IOException {
        byte[] comment = "; cr\u00e9\u00e9\n[ovh-eu]\napplication_key=abc\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(comment).value("ovh-eu", "application_key")).isEqualTo("abc");

        byte[] value = "[ovh-eu]\napplication_key=cl\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(IOException.class, () -> read(value))).hasMessage("line 2 is not UTF-8 text");
        byte[] wide = "[ovh-eu]\napplication_key=abc\n".getBytes(StandardCharsets.UTF_16);
        assertThat(catchThrowableOfType(IOException.class, () -> read(wide))).hasMessage("line 1 is not UTF-8 text");
    }

    @Test
    void sectionsOfUrls_mayHaveAnIpv6Address() throws IOException {
        OvhConfFile ini = read("[http://[::1]:8080/1.0] ; here: now\napplication_key=abc\n");

        assertThat(ini.value("http://[::1]:8080/1.0", "application_key")).isEqualTo("abc");
    }

    @Test
    void emptyFile_hasNoSections() throws IOException {
        assertThat(read("").sections()).isEmpty();
        assertThat(read("\ufeff").sections()).isEmpty();
        assertThat(read("\n\r\n# x").sections()).isEmpty();
        assertThat(read("[ovh-eu]").sections()).containsExactly("ovh-eu");
    }
}
