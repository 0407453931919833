package io.github.ovhantispam.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.MissingCredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialChainTest {

    private static final String KEYS = """
            application_key=file-key
            application_secret=file-secret
            consumer_key=file-consumer
            """;

    @TempDir
    private Path dir;

    private final Map<String, String> environment = new HashMap<>();

    private Access find() {
        return chain().find(null, true);
    }

    private CredentialChain chain() {
        return new CredentialChain(
                environment, List.of(dir.resolve("here.conf"), dir.resolve("home.conf"), dir.resolve("etc.conf")));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(dir.resolve(name), text);
    }

    private static AuthMethod.ApplicationKeys keys(Access found) {
        return (AuthMethod.ApplicationKeys) found.method();
    }

    @Test
    void environment_alone_isEnough() {
        environment.putAll(Map.of(
                "OVH_ENDPOINT", "ovh-ca",
                "OVH_APPLICATION_KEY", "env-key",
                "OVH_APPLICATION_SECRET", "env-secret",
                "OVH_CONSUMER_KEY", "env-consumer"));

        Access found = find();

        assertThat(found.endpoint()).isEqualTo(Endpoint.OVH_CA);
        assertThat(found.method().secrets()).containsExactly("env-key", "env-secret", "env-consumer");
    }

    @Test
    void files_areMergedKeyByKey_theEnvironmentFirst() throws IOException {
        environment.put("OVH_CONSUMER_KEY", "env-consumer");
        write("here.conf", "[ovh-eu]\napplication_secret = here-secret\n");
        write("home.conf", "[ovh-eu]\napplication_key=home-key\napplication_secret=home-secret\n");
        write("etc.conf", "[default]\nendpoint=ovh-eu\n[ovh-eu]\n" + KEYS);

        assertThat(keys(find()).applicationKey).isEqualTo("home-key");
        assertThat(keys(find()).applicationSecret).isEqualTo("here-secret");
        assertThat(keys(find()).consumerKey).isEqualTo("env-consumer");
    }

    @Test
    void defaultSection_namesTheEndpointAndItsSection() throws IOException {
        write("home.conf", "[default]\nendpoint=soyoustart-eu\n[ovh-eu]\nclient_id=a\n[soyoustart-eu]\n" + KEYS);

        assertThat(find().endpoint()).isEqualTo(Endpoint.SOYOUSTART_EU);
        assertThat(keys(find()).applicationKey).isEqualTo("file-key");
    }

    @Test
    void nothingSaid_meansEurope() throws IOException {
        write("etc.conf", "[ovh-eu]\n" + KEYS);

        assertThat(find().endpoint()).isEqualTo(Endpoint.OVH_EU);
    }

    @Test
    void url_isASectionToo() throws IOException {
        environment.put("OVH_ENDPOINT", "https://api.example.net/1.0");
        write("etc.conf", "[https://api.example.net/1.0]\n" + KEYS);

        assertThat(keys(find()).applicationKey).isEqualTo("file-key");
    }

    @Test
    void alias_readsItsOwnSectionOrThatOfItsName() throws IOException {
        environment.put("OVH_ENDPOINT", "ks-eu");
        write("etc.conf", "[kimsufi-eu]\n" + KEYS);

        assertThat(find().endpoint()).isEqualTo(Endpoint.KIMSUFI_EU);
        assertThat(keys(find()).applicationKey).isEqualTo("file-key");
    }

    @Test
    void commentsQuotesSpacesAndByteOrderMarks_areUnderstood() throws IOException {
        write(
                "etc.conf",
                "\ufeff; a comment\n# another\n\n[ovh-eu]\r\n  application_key = \"a=b\" \n application_secret='s'\nconsumer_key = c\n");

        assertThat(find().method().secrets()).containsExactly("a=b", "s", "c");
    }

    @Test
    void emptyValues_countAsUnset() throws IOException {
        environment.put("OVH_APPLICATION_KEY", "");
        write("etc.conf", "[ovh-eu]\n" + KEYS);
        write("here.conf", "[ovh-eu]\napplication_key=\n");

        assertThat(keys(find()).applicationKey).isEqualTo("file-key");
    }

    @Test
    void serviceAccountAndToken_areFound() {
        environment.putAll(Map.of("OVH_CLIENT_ID", "id", "OVH_CLIENT_SECRET", "secret"));
        assertThat(find().method()).isInstanceOf(AuthMethod.ServiceAccount.class);

        environment.clear();
        environment.put("OVH_ACCESS_TOKEN", "token");
        assertThat(find().method()).isInstanceOf(AuthMethod.AccessToken.class);
    }

    @Test
    void nothing_listsEverySourceTried() throws IOException {
        write("home.conf", "[ovh-ca]\n" + KEYS);

        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(this::find)
                .satisfies(e -> assertThat(e.tried())
                        .containsExactly(
                                "environment: no OVH_* key",
                                dir.resolve("here.conf") + ": not found",
                                dir.resolve("etc.conf") + ": not found",
                                dir.resolve("home.conf")
                                        + ": no key in section [ovh-eu]: no such section, only [ovh-ca]"))
                .withMessageStartingWith("no credentials for ovh-eu: set OVH_APPLICATION_KEY")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("file-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application_key", "application_secret", "consumer_key"})
    void half_isJudgedAfterMerging_andNamed(String missing) throws IOException {
        environment.put("OVH_CONSUMER_KEY", missing.equals("consumer_key") ? "" : "env-consumer");
        write("etc.conf", "[ovh-eu]\n" + KEYS.replace(missing + "=", "other="));
        if (missing.equals("consumer_key")) {
            assertMissing("OVH_CONSUMER_KEY");
        } else {
            assertMissing("OVH_" + missing.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private void assertMissing(String variable) {
        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(this::find)
                .withMessageContaining(variable + " (")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("file-", "env-"));
    }

    @Test
    void serviceAccountWithoutItsSecret_isNamed() {
        environment.put("OVH_CLIENT_ID", "id-of-somebody");

        assertMissing("OVH_CLIENT_SECRET");
    }

    @Test
    void twoKinds_areJudgedAfterMerging() throws IOException {
        environment.putAll(Map.of("OVH_CLIENT_ID", "env-id", "OVH_CLIENT_SECRET", "env-secret"));
        write("etc.conf", "[ovh-eu]\n" + KEYS);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::find)
                .withMessageContaining("application_key")
                .withMessageContaining("client_id")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("file-", "env-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application_key", "= value", "[ovh-eu", "file-secret only"})
    void brokenFile_isNotPassedOver(String line) throws IOException {
        environment.putAll(Map.of("OVH_APPLICATION_KEY", "k", "OVH_APPLICATION_SECRET", "s", "OVH_CONSUMER_KEY", "c"));
        write("home.conf", "[default]\n" + line + "\n");

        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(this::find)
                .withMessageContaining(dir.resolve("home.conf") + " is there but cannot be read")
                .withMessageContaining("line 2")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("file-secret"));
    }

    @Test
    void directoryInPlaceOfAFile_isNotPassedOver() throws IOException {
        Files.createDirectory(dir.resolve("etc.conf"));

        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(this::find)
                .withMessageContaining("etc.conf is there but cannot be read");
    }

    @Test
    void unknownEndpoint_saysWhereItIsConfigured() {
        environment.put("OVH_ENDPOINT", "ovh-mars");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::find)
                .withMessageStartingWith(
                        "OVH_ENDPOINT: unknown endpoint \"ovh-mars\"; known are kimsufi-ca, kimsufi-eu, ks-ca");
    }

    @Test
    void applicationWithoutConsumerKey_isEnoughToAskForOne() {
        environment.putAll(Map.of("OVH_APPLICATION_KEY", "k", "OVH_APPLICATION_SECRET", "s"));

        assertThat(keys(chain().find(null, false)).consumerKey).isNull();
    }

    @Test
    void explicitEndpoint_winsOverEveryConfiguredOne() throws IOException {
        environment.put("OVH_ENDPOINT", "ovh-ca");
        write("etc.conf", "[ovh-us]\n" + KEYS);

        assertThat(chain().find(Endpoint.OVH_US, true).endpoint()).isEqualTo(Endpoint.OVH_US);
    }

    @Test
    void nothing_listsTheSectionsThatExist() throws IOException {
        write("home.conf", "[default]\nendpoint=ovh-us\n[ ovh-us ]\n" + KEYS + "[https://me:file-secret@host/1.0]\n");
        write("etc.conf", "; nothing yet\n");

        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(this::find)
                .withMessageStartingWith("no credentials for ovh-us")
                .withMessageContaining(dir.resolve("home.conf")
                        + ": no key in section [ovh-us]: no such section, only [default], [ ovh-us ], [***]")
                .withMessageContaining(
                        dir.resolve("etc.conf") + ": no key in section [ovh-us]: no such section, and no other")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("file-"));
    }

    @Test
    void sectionWithoutAKey_isThere() throws IOException {
        write("etc.conf", "[ovh-eu]\nother=1\n");

        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(this::find)
                .satisfies(
                        e -> assertThat(e.tried()).contains(dir.resolve("etc.conf") + ": no key in section [ovh-eu]"));
    }

    @Test
    void manySections_areNotAllListed() throws IOException {
        write(
                "etc.conf",
                IntStream.range(0, 100).mapToObj(i -> "[s" + i + "]\n").collect(Collectors.joining()));

        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(this::find)
                .withMessageEndingWith("[s8], [s9], ...");
    }

    @Test
    void doubtfulValue_isAnErrorWhenItIsWanted() throws IOException {
        write("etc.conf", "[ovh-eu]\napplication_key=file-1#secret\n[ovh-ca]\n" + KEYS);
        environment.put("OVH_ENDPOINT", "ovh-ca");

        assertThat(keys(find()).applicationKey).isEqualTo("file-key");

        environment.clear();
        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(this::find)
                .withMessageContaining(
                        dir.resolve("etc.conf") + " is there but cannot be read (line 2: application_key")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void unknownEndpointOfAFile_namesTheFile() throws IOException {
        write("etc.conf", "[default]\nendpoint=ovh-\u001bmars\n");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::find)
                .withMessageStartingWith("endpoint in " + dir.resolve("etc.conf") + ": unknown endpoint \"ovh-?mars\"");
    }

    @Test
    void valueNotSafeInAHeader_namesItsSource() throws IOException {
        write("etc.conf", "[ovh-eu]\n" + KEYS.replace("file-key", "file key"));

        assertThatIllegalArgumentException()
                .isThrownBy(this::find)
                .withMessageStartingWith("application_key from " + dir.resolve("etc.conf") + " has a character");
    }

    @Test
    void source_isTheFileOrEachKeysOwn() throws IOException {
        write("etc.conf", "[ovh-eu]\n" + KEYS);
        assertThat(find()).hasToString("ovh-eu, application keys from " + dir.resolve("etc.conf"));

        environment.put("OVH_CONSUMER_KEY", "env-consumer");
        assertThat(find().source())
                .isEqualTo("the environment (consumer_key), " + dir.resolve("etc.conf") + " (application_key), "
                        + dir.resolve("etc.conf") + " (application_secret)");
    }

    @Test
    void endpointAlone_isThatOfTheEnvironment_withoutLookingAtFiles() throws IOException {
        write("etc.conf", "no configuration file");
        environment.put("OVH_ENDPOINT", "ovh-us");

        assertThat(chain().endpoint()).isEqualTo(Endpoint.OVH_US);
    }

    @Test
    void endpointAlone_isThatOfTheFirstFileThatHasOne() throws IOException {
        assertThat(chain().endpoint()).isEqualTo(Endpoint.OVH_EU);

        write("home.conf", "[ovh-us]\n" + KEYS);
        write("etc.conf", "[default]\nendpoint=ovh-ca\n");

        assertThat(chain().endpoint()).isEqualTo(Endpoint.OVH_CA);

        write("here.conf", "[default\n");
        assertThatExceptionOfType(MissingCredentialsException.class)
                .isThrownBy(() -> chain().endpoint())
                .withMessageContaining("here.conf");
    }
}
