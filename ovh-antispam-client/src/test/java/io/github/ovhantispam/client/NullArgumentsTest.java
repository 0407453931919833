package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every public method of the client names the argument that must not be null and is. */
class NullArgumentsTest {

    /** What an application implements, rather than calls. */
    private static final Set<Class<?>> CALLBACKS =
            Set.of(WatchStore.Lease.class, AntispamListener.class, Sleeper.class);

    private final AntispamEmulator emulator = AntispamEmulator.start();
    private final AntispamClient antispam =
            AntispamClient.builder().environment(emulator.environment()).build();
    private final Map<Class<?>, Object> instances = new HashMap<>();

    @AfterEach
    void nothingWasSent() {
        assertThat(emulator.journal().count()).isZero();
        antispam.close();
        emulator.close();
    }

    private void instances() throws Exception {
        SpamIpResource ip = antispam.ipBlock("192.0.2.0/24").spamIp("192.0.2.1");
        for (Object instance : List.of(
                antispam,
                antispam.ipBlocks(),
                antispam.ipBlock("192.0.2.0/24"),
                antispam.ipBlock("192.0.2.0/24").spamIps(),
                ip,
                ip.release(address -> {}),
                antispam.notifications(),
                antispam.supportTickets(),
                antispam.ipBlock("192.0.2.0/24").reverse(),
                antispam.ipBlock("192.0.2.0/24").reverse("192.0.2.1"),
                NewTicket.of("subject", "body"),
                AccessRule.NOTIFICATIONS,
                TicketCategory.INCIDENT,
                TicketSubcategory.ALERTS,
                TicketProduct.DEDICATED,
                TicketLevel.LOW,
                antispam.sweep(),
                antispam.sweep().watch(Duration.ofMinutes(1)),
                AntispamClient.builder(),
                CallOptions.standard(),
                RetryPolicy.standard(),
                Precaution.mailStoppedAndQueueEmptied(),
                Endpoint.OVH_EU,
                Credentials.accessToken("some-access-token"),
                WatchState.empty(),
                IpAddress.of("192.0.2.1"),
                SpamIp.of(IpAddress.of("192.0.2.1"), OffsetDateTime.MIN, Duration.ZERO, SpamState.UNBLOCKED),
                SpamState.UNBLOCKED,
                ReleaseProgress.Step.RELEASED,
                "some-text",
                Instant.EPOCH,
                Duration.ofSeconds(1),
                URI.create("https://example.com/"),
                List.of(),
                Map.of(),
                SSLContext.getDefault(),
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {X509TrustManager.class},
                        (proxy, method, given) -> null))) {
            instances.put(instance.getClass(), instance);
        }
        for (Class<?> type : List.of(ApiError.class, NotFoundException.class)) {
            Constructor<?> constructor = type.getConstructors()[0];
            instances.put(type, constructor.newInstance(samples(constructor.getParameters())));
        }
    }

    private Object[] samples(Parameter[] parameters) {
        return Arrays.stream(parameters)
                .map((Function<Parameter, Object>) parameter -> instance(parameter.getType()))
                .toArray();
    }

    private static List<Class<?>> publicTypes() throws IOException, URISyntaxException {
        Path classes = Path.of(AntispamClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("io/github/ovhantispam/client"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(name -> type("io.github.ovhantispam.client." + name.replace(".class", "")))
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && !CALLBACKS.contains(type))
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCalled(Method method) {
        boolean objects = method.getName().equals("equals");
        boolean callback = method.getDeclaringClass() == Precaution.class && Modifier.isAbstract(method.getModifiers());
        boolean enums = method.getDeclaringClass().isEnum() && Modifier.isStatic(method.getModifiers());
        return !objects && !callback && !enums && !method.isSynthetic();
    }

    @Test
    void nullArgument_isNamed() throws Exception {
        instances();
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Class<?> type : publicTypes()) {
            for (Method method : type.getMethods()) {
                if (method.getDeclaringClass() == type && isCalled(method)) {
                    calls += call(
                            method,
                            given -> method.invoke(
                                    Modifier.isStatic(method.getModifiers()) ? null : instance(type), given),
                            wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(calls).isGreaterThan(45);
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object with(Object... given) throws Exception;
    }

    private int call(Executable executable, Call call, List<String> wrong) {
        Parameter[] parameters = executable.getParameters();
        int calls = 0;
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].getType().isPrimitive()
                    || parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                continue;
            }
            Object[] given = samples(parameters);
            given[i] = null;
            calls++;
            Throwable thrown = catchThrowable(() -> call.with(given));
            Throwable cause = thrown == null ? null : thrown.getCause();
            boolean named = (cause instanceof NullPointerException || cause instanceof IllegalArgumentException)
                    && parameters[i].getName().equals(cause.getMessage());
            if (!named) {
                wrong.add(executable.toGenericString() + ", " + parameters[i].getName() + ": "
                        + (cause == null ? thrown : cause));
            }
        }
        return calls;
    }

    private Object instance(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return false;
        }
        return instances.values().stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> type.isInterface()
                        ? Proxy.newProxyInstance(
                                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> null)
                        : new Object());
    }
}
