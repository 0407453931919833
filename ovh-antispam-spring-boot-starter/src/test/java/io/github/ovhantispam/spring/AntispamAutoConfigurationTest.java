package io.github.ovhantispam.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.emulator.junit.AntispamEmulatorExtension;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The client of an application, made of its properties and beans. */
class AntispamAutoConfigurationTest {

    @RegisterExtension
    static final AntispamEmulatorExtension OVH = AntispamEmulatorExtension.create();

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AntispamAutoConfiguration.class));

    private String[] keys() {
        Map<String, String> environment = OVH.environment();
        return new String[] {
            "ovh.antispam.endpoint=" + environment.get("OVH_ENDPOINT"),
            "ovh.antispam.application-key=" + environment.get("OVH_APPLICATION_KEY"),
            "ovh.antispam.application-secret=" + environment.get("OVH_APPLICATION_SECRET"),
            "ovh.antispam.consumer-key=" + environment.get("OVH_CONSUMER_KEY")
        };
    }

    @Test
    void client_ofApplicationKeys_signs_andIsClosedWithTheContext() {
        OVH.seed(Seed.guide());
        List<AntispamClient> clients = new CopyOnWriteArrayList<>();

        runner.withPropertyValues(keys()).run(context -> {
            AntispamClient client = context.getBean(AntispamClient.class);
            clients.add(client);
            assertThat(client.ipBlocks().stream().count()).isPositive();
        });

        assertThat(clients)
                .singleElement()
                .satisfies(client -> assertThat(
                                catchThrowable(() -> client.ipBlocks().list()))
                        .isInstanceOf(IllegalStateException.class));
    }

    @Test
    void client_ofAServiceAccountOrAToken_isAccepted() {
        Map<String, String> account = OVH.emulator().oauth2Environment();
        Map<String, String> token = OVH.emulator().accessTokenEnvironment();

        runner.withPropertyValues(
                        "ovh.antispam.endpoint=" + account.get("OVH_ENDPOINT"),
                        "ovh.antispam.client-id=" + account.get("OVH_CLIENT_ID"),
                        "ovh.antispam.client-secret=" + account.get("OVH_CLIENT_SECRET"))
                .run(context -> assertThat(
                                context.getBean(AntispamClient.class).ipBlocks().list())
                        .isEmpty());
        runner.withPropertyValues(
                        "ovh.antispam.endpoint=" + token.get("OVH_ENDPOINT"),
                        "ovh.antispam.access-token=" + token.get("OVH_ACCESS_TOKEN"))
                .run(context -> assertThat(
                                context.getBean(AntispamClient.class).ipBlocks().list())
                        .isEmpty());
    }

    @Test
    void client_ofTheApplicationsOwn_takesThePlaceOfOurs() {
        AntispamClient own =
                AntispamClient.builder().environment(OVH.environment()).build();

        runner.withBean(AntispamClient.class, () -> own)
                .run(context ->
                        assertThat(context).getBean(AntispamClient.class).isSameAs(own));
    }

    @Test
    void connectionDetails_ofTheApplication_takeThePlaceOfTheProperties() {
        runner.withBean(AntispamConnectionDetails.class, () -> new AntispamConnectionDetails() {
                    @Override
                    public Endpoint endpoint() {
                        return Endpoint.of(OVH.endpoint().toString());
                    }

                    @Override
                    public Credentials credentials() {
                        return Credentials.accessToken(
                                OVH.emulator().accessTokenEnvironment().get("OVH_ACCESS_TOKEN"));
                    }
                })
                .run(context -> assertThat(
                                context.getBean(AntispamClient.class).ipBlocks().list())
                        .isEmpty());
    }

    @Test
    void enabled_whenFalse_needsNoCredentials() {
        runner.withPropertyValues("ovh.antispam.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AntispamClient.class));
    }

    @Test
    void listeners_ofTheApplication_areAllCalled_evenWhenOneThrows() {
        List<String> heard = new CopyOnWriteArrayList<>();
        AntispamListener broken = new AntispamListener() {
            @Override
            public void requestStarted(Request request) {
                throw new IllegalStateException("broken");
            }
        };
        AntispamListener listener = new AntispamListener() {
            @Override
            public void requestStarted(Request request) {
                heard.add(request.route());
            }
        };

        runner.withPropertyValues(keys())
                .withBean("broken", AntispamListener.class, () -> broken)
                .withBean("listener", AntispamListener.class, () -> listener)
                .run(context -> context.getBean(AntispamClient.class).ipBlocks().list());

        assertThat(heard).contains("/ip");
    }

    @Test
    void customizer_ofTheApplication_hasTheLastWord() {
        runner.withPropertyValues(keys())
                .withBean(AntispamClientBuilderCustomizer.class, () -> builder -> builder.userAgent("mail-guard/1.2"))
                .run(context -> context.getBean(AntispamClient.class).ipBlocks().list());

        assertThat(OVH.journal().entries())
                .anySatisfy(entry -> assertThat(entry.headers().toString()).contains("mail-guard/1.2 "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                                                                    | ovh.antispam.application-key is missing
                    application-key=k                                                               | ovh.antispam.application-secret is missing
                    application-key=k application-secret=s                                          | ovh.antispam.consumer-key is missing
                    application-key=k application-secret=s consumer-key=                            | ovh.antispam.consumer-key is missing
                    consumer-key=c                                                                  | ovh.antispam.application-key is missing
                    client-id=i                                                                     | ovh.antispam.client-secret is missing
                    client-secret=i                                                                 | ovh.antispam.client-id is missing
                    access-token=t client-id=i                                                      | ovh.antispam.access-token and client-id contradict each other
                    access-token=${NOT_SET}                                                         | ovh.antispam.access-token refers with ${..} to a property that is not set
                    access-token=t\u00e9                                                            | ovh.antispam.access-token is wrong
                    application-key=k application-secret=s\u0007sconsumer-key=c                     | ovh.antispam.application-secret is wrong
                    access-token=t endpoint=ovh-mars                                                | ovh.antispam.endpoint is wrong: unknown endpoint
                    access-token=t endpoint=http://example.com/1.0                                  | ovh.antispam.endpoint is wrong
                    client-id=i client-secret=s endpoint=kimsufi-eu                                 | ovh.antispam.client-id is set, but the endpoint kimsufi-eu has no service accounts
                    access-token=t timeout=0s                                                       | ovh.antispam.timeout is wrong
                    access-token=t retry.max-attempts=0                                             | ovh.antispam.retry.max-attempts is wrong
                    access-token=t retry.base-delay=0s                                              | ovh.antispam.retry.base-delay is wrong
                    access-token=t proxy.host=p                                                     | ovh.antispam.proxy.port is missing
                    access-token=t proxy.port=3128                                                  | ovh.antispam.proxy.host is missing
                    access-token=t proxy.host=p proxy.port=70000                                    | ovh.antispam.proxy.port is wrong
                    access-token=t proxy.host=p proxy.port=3128 proxy.username=u                    | ovh.antispam.proxy.password is missing
                    access-token=t trust[0]=no-such.pem                                             | ovh.antispam.trust[0] is wrong
                    access-token=t user-agent=\u00e9                                                | ovh.antispam.user-agent is wrong
                    """)
    void properties_wrongOrMissing_failTheStartWithOneLineThatNamesThem(String properties, String line) {
        String[] values = properties == null
                ? new String[0]
                : Arrays.stream(properties.split(" +"))
                        .map(p -> "ovh.antispam." + p)
                        .toArray(String[]::new);

        runner.withPropertyValues(values).run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis =
                    new InvalidAntispamPropertyFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).startsWith(line).doesNotContain("\n");
        });
    }

    @Test
    void secrets_inPropertiesAndFailures_areNotPrinted() {
        runner.withPropertyValues(
                        "ovh.antispam.application-key=k",
                        "ovh.antispam.application-secret=very-secret\u00e9",
                        "ovh.antispam.consumer-key=most-secret")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("application-secret is wrong")
                        .satisfies(failure -> assertThat(Throwables.getStackTrace(failure))
                                .doesNotContain("very-secret", "most-secret")));
        runner.withPropertyValues(
                        "ovh.antispam.access-token=very-secret",
                        "ovh.antispam.proxy.password=most-secret",
                        "ovh.antispam.proxy.username=u",
                        "ovh.antispam.proxy.host=h",
                        "ovh.antispam.proxy.port=1")
                .run(context -> assertThat(
                                context.getBean(AntispamProperties.class).toString())
                        .doesNotContain("secret"));
    }
}
