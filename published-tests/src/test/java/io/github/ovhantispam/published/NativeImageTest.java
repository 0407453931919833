package io.github.ovhantispam.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.AuthApi;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.Body;

/** What a native image must be told, compared with what Retrofit and Jackson look up by name. */
class NativeImageTest {

    private static final Pattern OURS = Pattern.compile("io\\.github\\.ovhantispam\\.[\\w.$]+");

    static List<Artifact> jars() {
        return Artifact.jars();
    }

    @ParameterizedTest
    @ValueSource(classes = {AntispamApi.class, AuthApi.class})
    void metadata_knowsTheProxyAndTheMethods_ofEachInterfaceOfRetrofit(Class<?> routes) throws Exception {
        assertThat(proxies(metadata("ovh-antispam-client"))).contains(routes.getName());
        assertThat(withAll(metadata("ovh-antispam-client"), "allDeclaredMethods"))
                .contains(routes.getName());
    }

    @Test
    void metadata_knowsEachTypeThatJacksonReadsOrWrites() throws Exception {
        Set<String> known = new TreeSet<>();
        for (String name : List.of("ovh-antispam-model", "ovh-antispam-client")) {
            for (String what : List.of("allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields")) {
                Set<String> types = withAll(metadata(name), what);
                assertThat(types).isNotEmpty();
                known.addAll(types);
            }
        }

        assertThat(known).containsAll(typesOnTheWire());
    }

    @Test
    void metadata_namesOnlyClassesThatExist() throws Exception {
        for (String name : List.of("ovh-antispam-model", "ovh-antispam-client")) {
            for (String type : withAll(metadata(name), "allDeclaredMethods")) {
                assertThat(Class.forName(type).getName()).isEqualTo(type);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void metadata_coversEachResource_thatALibraryReads(Artifact artifact) throws Exception {
        List<String> resources = artifact.entries("").keySet().stream()
                .filter(name -> name.startsWith("io/github/ovhantispam/") && !name.endsWith(".class"))
                .filter(name -> !artifact.name().endsWith("-cli")) // runs on a JVM
                .toList();

        assertThat(resources)
                .isSubsetOf(
                        resources.isEmpty()
                                ? List.of()
                                : StreamSupport.stream(
                                                metadata(artifact.name())
                                                        .path("resources")
                                                        .spliterator(),
                                                false)
                                        .map(resource -> resource.path("glob").textValue())
                                        .toList());
    }

    /** Returns what the signatures of the routes lead to, and what is written by an application's own Jackson. */
    private static Set<String> typesOnTheWire() throws Exception {
        Set<String> types = new TreeSet<>();
        Stream.of(AntispamApi.class, AuthApi.class)
                .flatMap(routes -> Arrays.stream(routes.getDeclaredMethods()))
                .flatMap(method -> Stream.concat(
                        Stream.of(method.getGenericReturnType()),
                        Arrays.stream(method.getParameters())
                                .filter(parameter -> parameter.isAnnotationPresent(Body.class))
                                .map(parameter -> parameter.getParameterizedType())))
                .forEach(type -> follow(type, types));
        for (String name : new Artifact("ovh-antispam-client").entries("").keySet()) {
            if (name.startsWith("io/github/ovhantispam/client/") && name.endsWith(".class")) {
                Class<?> type = Class.forName(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                if (Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class))) {
                    types.add(type.getName());
                }
            }
        }
        assertThat(types).hasSizeGreaterThan(10);
        return types;
    }

    private static void follow(Type type, Set<String> types) {
        OURS.matcher(type.getTypeName()).results().forEach(result -> {
            try {
                Class<?> found = Class.forName(result.group());
                if (!RequestBody.class.isAssignableFrom(found) && types.add(found.getName())) {
                    followMembers(found, types);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void followMembers(Class<?> found, Set<String> types) {
        JsonDeserialize deserialize = found.getAnnotation(JsonDeserialize.class);
        if (deserialize != null) {
            types.add(deserialize.using().getName());
        }
        Stream.<Executable>concat(Arrays.stream(found.getDeclaredConstructors()), creators(found))
                .flatMap(member -> Arrays.stream(member.getGenericParameterTypes()))
                .forEach(type -> follow(type, types));
    }

    private static Stream<Method> creators(Class<?> found) {
        return Arrays.stream(found.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class));
    }

    private static JsonNode metadata(String name) throws Exception {
        Map<String, byte[]> entries = new Artifact(name).entries("");
        String path = "META-INF/native-image/io.github.ovhantispam/" + name + "/reachability-metadata.json";
        assertThat(entries).containsKey(path);
        return new ObjectMapper().readTree(new String(entries.get(path), UTF_8));
    }

    private static Set<String> withAll(JsonNode metadata, String what) {
        return reflection(metadata)
                .filter(entry -> entry.path(what).booleanValue())
                .map(entry -> entry.path("type").textValue())
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static List<String> proxies(JsonNode metadata) {
        return reflection(metadata)
                .map(entry -> entry.at("/type/proxy/0").asText())
                .toList();
    }

    private static Stream<JsonNode> reflection(JsonNode metadata) {
        return StreamSupport.stream(metadata.path("reflection").spliterator(), false);
    }
}
