package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoint and the credentials of a client, whichever way either comes, and their description. */
class AccessTest {

    private AntispamEmulator emulator;
    private Map<String, String> account;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.start();
        emulator.ipBlock("192.0.2.0/24");
        account = emulator.environment();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private Map<String, String> endpointOnly() {
        return Map.of("OVH_ENDPOINT", account.get("OVH_ENDPOINT"));
    }

    private Credentials keys() {
        return Credentials.applicationKeys(
                account.get("OVH_APPLICATION_KEY"),
                account.get("OVH_APPLICATION_SECRET"),
                account.get("OVH_CONSUMER_KEY"));
    }

    private String authority() {
        return emulator.endpoint().getAuthority();
    }

    @Test
    void givenCredentials_goToTheEndpointOfTheEnvironment() {
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(endpointOnly())
                .credentials(keys())
                .clock(emulator.clock())
                .build()) {
            assertThat(antispam.ipBlocks().list()).hasSize(1);
        }
    }

    @Test
    void requestConsumerKey_goesToTheEndpointOfTheEnvironment() {
        PendingConsumerKey pending = AntispamClient.builder()
                .environment(endpointOnly())
                .credentials(Credentials.application(
                        account.get("OVH_APPLICATION_KEY"), account.get("OVH_APPLICATION_SECRET")))
                .requestConsumerKey();

        assertThat(pending.consumerKey()).isNotBlank();
        assertThat(emulator.journal().count(Operation.REQUEST_CREDENTIAL)).isEqualTo(1);
    }

    @Test
    void endpointOfTheBuilder_winsOverTheEnvironments() {
        for (Credentials credentials : List.of(keys(), Credentials.oauth2("i", "s"), Credentials.accessToken("t"))) {
            try (AntispamClient antispam = AntispamClient.builder()
                    .endpoint(Endpoint.OVH_CA)
                    .environment(endpointOnly())
                    .credentials(credentials)
                    .build()) {
                assertThat(antispam.toString()).startsWith("AntispamClient[ovh-ca, ");
            }
        }
    }

    @Test
    void unknownEndpointOfTheEnvironment_isNotPassedOver() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> AntispamClient.builder()
                        .environment(Map.of("OVH_ENDPOINT", "ovh-mars"))
                        .credentials(keys())
                        .build())
                .withMessageStartingWith("OVH_ENDPOINT: unknown endpoint \"ovh-mars\"");
    }

    @Test
    void partOfCredentials_isNeverMergedWithThoseThatAreGiven() {
        for (String variable : List.of("OVH_CONSUMER_KEY", "OVH_CLIENT_ID", "OVH_ACCESS_TOKEN")) {
            Map<String, String> more = new HashMap<>(endpointOnly());
            more.put(variable, "some-value-or-other");

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> AntispamClient.builder()
                            .environment(more)
                            .credentials(keys())
                            .build())
                    .withMessage("credentials and environment contradict each other: set one of them");
        }
    }

    @Test
    void toString_saysTheEndpointAndTheKindOfCredentials_ofViewsAndClosedClientsToo() {
        AntispamClient antispam = AntispamClient.builder()
                .environment(endpointOnly())
                .credentials(keys())
                .build();
        String start = "AntispamClient[" + account.get("OVH_ENDPOINT") + ", application keys from the builder, ";
        try (antispam) {
            assertThat(antispam.toString()).startsWith(start);
            assertThat(antispam.withOptions(options -> options.pageSize(7)).toString())
                    .startsWith(start)
                    .contains("7");
            assertThat(antispam.async(AntispamClient::toString).join()).startsWith(start);
        }
        assertThat(antispam.toString()).startsWith(start);
        account.values().stream()
                .filter(value -> !value.contains("/"))
                .forEach(value -> assertThat(antispam.toString()).doesNotContain(value));
        try (AntispamClient token = AntispamClient.builder()
                .environment(emulator.accessTokenEnvironment())
                .build()) {
            assertThat(token.toString()).contains(", access token from the environment, ");
        }
    }

    @Test
    void authenticationErrors_nameTheHostAndTheSourceOfTheCredentials() {
        emulator.credential().expired();
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(account)
                .clock(emulator.clock())
                .build()) {
            assertThat(catchThrowableOfType(
                                    AuthenticationException.class,
                                    () -> antispam.ipBlocks().list())
                            .getMessage())
                    .contains("(application keys from the environment, sent to " + authority() + ")");
        }
    }

    @Test
    void wrongBaseUrl_isSaidByTheFirstRequest() {
        String wrong = "http://" + authority() + "/no/api/1.0";
        try (AntispamClient antispam = AntispamClient.builder()
                .endpoint(Endpoint.of(wrong))
                .credentials(keys())
                .build()) {
            AntispamApiException thrown = catchThrowableOfType(
                    AntispamApiException.class, () -> antispam.ipBlocks().list());

            assertThat(thrown).isExactlyInstanceOf(AntispamApiException.class);
            assertThat(thrown.statusCode()).isEqualTo(404);
            assertThat(thrown.getMessage())
                    .startsWith("GET /auth/time -> 404")
                    .contains("the base URL is wrong: the API is not at " + wrong);
        }
    }

    @Test
    void addressWithoutARecord_neverSentSpam() {
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(account)
                .clock(emulator.clock())
                .build()) {
            NotFoundException thrown = catchThrowableOfType(
                    NotFoundException.class,
                    () -> antispam.ipBlock("192.0.2.0/24").spamIp("192.0.2.7").get());

            assertThat(thrown.isSaidByApi()).isTrue();
            assertThat(thrown.getMessage()).contains("the address never sent spam");
            assertThat(catchThrowableOfType(
                                    NotFoundException.class,
                                    () -> antispam.ipBlock("198.51.100.0/24")
                                            .spamIp("198.51.100.7")
                                            .get())
                            .getMessage())
                    .contains("the block is not one of this account's");
        }
    }
}
