package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "ovh-eu, https://eu.api.ovh.com/1.0",
        "ovh-ca, https://ca.api.ovh.com/1.0",
        "ovh-us, https://api.us.ovhcloud.com/1.0",
        "kimsufi-eu, https://eu.api.kimsufi.com/1.0",
        "kimsufi-ca, https://ca.api.kimsufi.com/1.0",
        "soyoustart-eu, https://eu.api.soyoustart.com/1.0",
        "soyoustart-ca, https://ca.api.soyoustart.com/1.0",
        "runabove-ca, https://api.runabove.com/1.0",
        "ks-eu, https://eu.api.kimsufi.com/1.0",
        "ks-ca, https://ca.api.kimsufi.com/1.0",
        "sys-eu, https://eu.api.soyoustart.com/1.0",
        "sys-ca, https://ca.api.soyoustart.com/1.0",
        "https://eu.api.ovh.com/v1, https://eu.api.ovh.com/v1",
        "https://eu.api.ovh.com/v1/, https://eu.api.ovh.com/v1",
        "HTTPS://eu.api.ovh.com/1.0, HTTPS://eu.api.ovh.com/1.0",
        "http://127.0.0.1:8080/1.0, http://127.0.0.1:8080/1.0",
        "http://[::1]:8080, http://[::1]:8080",
        "http://localhost/a/b, http://localhost/a/b",
    })
    void of_nameOrUrl_isItsBaseUrl(String nameOrUrl, String baseUrl) {
        assertThat(Endpoint.of(nameOrUrl).baseUrl()).hasToString(baseUrl);
    }

    @ParameterizedTest
    @CsvSource({
        "ovh-eu, https://www.ovh.com/auth/oauth2/token",
        "ovh-ca, https://ca.ovh.com/auth/oauth2/token",
        "ovh-us, https://us.ovhcloud.com/auth/oauth2/token",
        "http://127.0.0.1:8080/1.0, http://127.0.0.1:8080/auth/oauth2/token",
        "https://eu.api.ovh.com/1.0, https://www.ovh.com/auth/oauth2/token",
        "https://eu.api.ovh.com/1.0/, https://www.ovh.com/auth/oauth2/token",
        "https://eu.api.ovh.com/v1, https://www.ovh.com/auth/oauth2/token",
        "https://eu.api.ovh.com/v1/, https://www.ovh.com/auth/oauth2/token",
        "https://EU.API.OVH.COM:443/1.0, https://www.ovh.com/auth/oauth2/token",
        "https://ca.api.ovh.com/v1, https://ca.ovh.com/auth/oauth2/token",
        "https://ca.api.ovh.com/1.0/, https://ca.ovh.com/auth/oauth2/token",
        "https://api.us.ovhcloud.com/1.0, https://us.ovhcloud.com/auth/oauth2/token",
        "https://api.us.ovhcloud.com/v1/, https://us.ovhcloud.com/auth/oauth2/token"
    })
    void tokenUrl_whereThereIsOAuth2_isKnown(String nameOrUrl, String tokenUrl) {
        assertThat(Endpoint.of(nameOrUrl).tokenUrl()).get().hasToString(tokenUrl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kimsufi-eu",
                "soyoustart-ca",
                "runabove-ca",
                "https://api.example.net/1.0",
                "https://eu.api.kimsufi.com/1.0",
                "https://eu.api.ovh.com:8443/1.0",
                "https://eu.api.ovh.com.example.net/1.0",
                "https://api.ovh.com/1.0"
            })
    void tokenUrl_elsewhere_isNotGuessed(String nameOrUrl) {
        assertThat(Endpoint.of(nameOrUrl).tokenUrl()).isEmpty();
        assertThat(Endpoint.of(nameOrUrl)
                        .tokenUrl("https://auth.example.net/token")
                        .tokenUrl())
                .get()
                .hasToString("https://auth.example.net/token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ovh-mars",
                "OVH-EU",
                "ftp://eu.api.ovh.com/1.0",
                "//eu.api.ovh.com",
                "/1.0",
                "https:///1.0",
                "http://eu.api.ovh.com/1.0",
                "http://127.0.0.1.example.net/1.0",
                "http://localhost.example.net/",
                "http://[::2]/",
                "https://eu.api.ovh.com/1.0?a=b",
                "https://eu.api.ovh.com/1.0#a",
                "https://a b/"
            })
    void of_anythingElse_isRefused(String nameOrUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of(nameOrUrl))
                .withMessageContaining("endpoint");
    }

    @Test
    void of_urlWithAPassword_isRefusedWithoutQuotingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of("https://user:hunter2@eu.api.ovh.com/1.0"))
                .withMessage("endpoint URL has user info, a query or a fragment");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of("https://user:hunter2@eu api/1.0"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void equals_isByUrls() {
        assertThat(Endpoint.of("https://eu.api.ovh.com/1.0")).isEqualTo(Endpoint.OVH_EU);
        assertThat(Endpoint.of("https://eu.api.ovh.com/v1")).isNotEqualTo(Endpoint.OVH_EU);
        assertThat(Endpoint.of("https://eu.api.ovh.com/1.0"))
                .isEqualTo(Endpoint.of("https://eu.api.ovh.com/1.0/"))
                .hasSameHashCodeAs(Endpoint.of("https://eu.api.ovh.com/1.0/"));
        assertThat(Endpoint.of("ks-eu")).isSameAs(Endpoint.KIMSUFI_EU).hasToString("kimsufi-eu");
    }
}
