package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The responses of a token endpoint, sensible and not. */
class TokenAnswersTest {

    private final AntispamEmulator emulator = AntispamEmulator.start();
    private final AntispamClient antispam = AntispamClient.builder()
            .environment(emulator.oauth2Environment())
            .clock(emulator.clock())
            .sleeper(emulator.clock()::sleep)
            .build();
    private final String token = emulator.accessTokenEnvironment().get("OVH_ACCESS_TOKEN");

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private void answer(String fields) {
        emulator.faults()
                .on(Operation.OAUTH2_TOKEN)
                .raw(200, Map.of(), "{\"access_token\":\"" + token + '"' + fields + '}');
    }

    private long tokens() {
        return emulator.journal().count(Operation.OAUTH2_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"expires_in\":null",
                ",\"expires_in\":0",
                ",\"expires_in\":-1",
                ",\"expires_in\":-1e400",
                ",\"expires_in\":0.0",
                ",\"expires_in\":\"\"",
                ",\"expires_in\":\"never\"",
                ",\"expires_in\":\"-3599\"",
                ",\"expires_in\":\"NaN\"",
                ",\"expires_in\":true",
                ",\"expires_in\":[3599]",
                ",\"expires_in\":{\"seconds\":3599}"
            })
    void lifetime_thatIsNone_keepsTheTokenUntilItIsRefused(String fields) {
        answer(fields);
        antispam.ipBlocks().list();
        emulator.clock().advance(Duration.ofMinutes(50)); // the token is the emulator's, and lives for an hour
        antispam.ipBlocks().list();
        assertThat(tokens()).isEqualTo(1);

        emulator.revokeAccessTokens();
        emulator.faults().clear();
        antispam.ipBlocks().list();

        assertThat(tokens()).isEqualTo(2);
        assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "3599, 3589",
        "3599.0, 3589",
        "3599.9, 3589",
        "\"3599\", 3589",
        "\" 3599 \", 3589",
        "\"3599.0\", 3589",
        "1e3, 990",
        "1E+3, 990",
        "\"1e3\", 990",
        "20, 10",
        "1, 0.5",
        "0.5, 0.25"
    })
    void lifetime_inAnySpelling_isKept(String expiresIn, double renewedAfter) {
        answer(",\"expires_in\":" + expiresIn);
        Duration renewal = Duration.ofMillis((long) (renewedAfter * 1000));
        antispam.ipBlocks().list();
        emulator.clock().advance(renewal.minusMillis(1));
        antispam.ipBlocks().list();
        assertThat(tokens()).isEqualTo(1);

        emulator.clock().advance(Duration.ofSeconds(1));
        antispam.ipBlocks().list();
        assertThat(tokens()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31536001",
                "9223372036854775807",
                "9223372036854775808",
                "1e30",
                "1e999",
                "\"99999999999999999999999999\"",
                "\"1e99999\"",
                "100000000000000000000000000000000000000000000000000000000000000000000000000"
            })
    void lifetime_ofMoreThanAYear_isAYear(String expiresIn) {
        answer(",\"expires_in\":" + expiresIn);
        antispam.ipBlocks().list();
        emulator.clock().advance(Duration.ofMinutes(50));
        antispam.ipBlocks().list();
        assertThat(tokens()).isEqualTo(1);

        emulator.clock().advance(Duration.ofDays(365));
        emulator.faults().clear();
        antispam.ipBlocks().list();

        assertThat(tokens()).isEqualTo(2);
        assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(3); // renewed before it was refused
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|access_token is missing",
                "{\"access_token\":null,\"refresh_token\":\"eyJSECRETTOKEN0123456789\"}|access_token is missing",
                "{\"access_token\":[\"eyJSECRETTOKEN0123456789\"]}|access_token is not a string",
                "{\"access_token\":{\"eyJSECRETTOKEN0123456789\":1}}|access_token is not a string",
                "{\"access_token\":\"\",\"x\":\"eyJSECRETTOKEN0123456789\"}|access_token is empty",
                "{\"access_token\":\"eyJSECRETTOKEN 0123456789\"}|access_token has a character that is not safe",
                "{\"access_token\":\"eyJSECRETTOKEN0123456789\"|not quoted, since it may hold a secret",
                "[\"eyJSECRETTOKEN0123456789\"]|not quoted, since it may hold a secret",
                "\"eyJSECRETTOKEN0123456789\"|not quoted, since it may hold a secret",
                "eyJSECRETTOKEN0123456789|not quoted, since it may hold a secret"
            })
    void token_thatCannotBeRead_isNamedAndNotQuoted(String body, String problem) {
        emulator.faults().on(Operation.OAUTH2_TOKEN).raw(200, Map.of(), body);

        UnexpectedResponseException thrown = catchThrowableOfType(
                UnexpectedResponseException.class, () -> antispam.ipBlocks().list());

        assertThat(thrown)
                .hasMessageStartingWith("POST /auth/oauth2/token -> 200: ")
                .hasMessageContaining(problem);
        assertThat(thrown.excerpt()).isEmpty();
        assertThat(thrown.toString()).doesNotContain("SECRETTO", "TOKEN012");
        assertThat(thrown.getCause()).isNull();
        assertThat(tokens()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "302, '{\"access_token\":\"unheard-of-token\"}'",
        "500, '{\"access_token\":\"unheard-of-token\",\"exp'",
        "500, '{\"access_token\":\"unheard-of-token\",\"error\":\"x\",\"error\":\"x\"}'"
    })
    void refusal_whoseBodyHasAToken_doesNotQuoteIt(int status, String body) {
        emulator.faults().on(Operation.OAUTH2_TOKEN).raw(status, Map.of(), body);

        Throwable thrown = catchThrowable(() -> antispam.ipBlocks().list());

        assertThat(thrown).isInstanceOf(AntispamException.class);
        assertThat(thrown.toString()).doesNotContain("unheard");
        if (thrown instanceof UnexpectedResponseException unexpected) {
            assertThat(unexpected.excerpt()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request, check that it is the one of this endpoint",
        "400, invalid_client, the client id or its secret is wrong",
        "401, invalid_client, the client id or its secret is wrong",
        "400, invalid_client_credentials, the client id or its secret is wrong",
        "400, invalid_grant, check that it is the one of this endpoint",
        "400, unauthorized_client, CLIENT_CREDENTIALS",
        "403, unauthorized_client, CLIENT_CREDENTIALS",
        "400, unsupported_grant_type, CLIENT_CREDENTIALS",
        "400, invalid_scope, check that it is the one of this endpoint"
    })
    void refusal_ofTheRfc_isAMatterOfAuthenticationWithAHint(int status, String error, String hint) {
        emulator.faults()
                .on(Operation.OAUTH2_TOKEN)
                .raw(status, Map.of(), "{\"error\":\"" + error + "\",\"error_description\":\"no\"}");

        AuthenticationException thrown = catchThrowableOfType(
                AuthenticationException.class, () -> antispam.ipBlocks().list());

        assertThat(thrown).hasMessageContaining(error).hasMessageContaining(hint);
        assertThat(thrown.statusCode()).isEqualTo(status);
        assertThat(thrown.code()).contains(error);
        assertThat(tokens()).isEqualTo(1);
    }

    @Test
    void serviceAccount_forAUrlOfTheVendor_findsItsTokenUrl() {
        try (AntispamClient vendor = AntispamClient.builder()
                .endpoint(Endpoint.of("https://eu.api.ovh.com/v1/"))
                .credentials(Credentials.oauth2("id", "some-secret"))
                .build()) {
            assertThat(vendor).isNotNull();
        }
    }
}
