package io.github.ovhantispam.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import io.github.ovhantispam.model.SpamIp;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of usual bodies, beside databind: it either reads the same, or nothing. */
class UsualBodyTest {

    private static final String SPAM_IP = "{\"ipSpamming\":\"122.122.122.122\",\"date\":\"2014-04-24T17:00:00+02:00\","
            + "\"time\":3600,\"state\":\"blockedForSpam\"}";
    private static final int ROUNDS = 30_000;
    private static final Type LIST = new TypeReference<List<IdOrObject<SpamIp>>>() {}.getType();

    private static final Type BLOCKS = new TypeReference<List<IpBlock>>() {}.getType();
    private static final Type ADDRESSES = new TypeReference<List<IpAddress>>() {}.getType();

    private final JsonMapper databind = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private static @Nullable Object usual(Type type, String body) {
        return UsualBody.of(type, new JsonFactory()).read(body.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Object byDatabind(Type type, String body) {
        JavaType java = databind.constructType(type);
        try {
            return databind.readValue(body.getBytes(StandardCharsets.UTF_8), java);
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SPAM_IP, "[]", "[" + SPAM_IP + "]", "[ " + SPAM_IP + ",\"1.2.3.4\" ]", "1457018875", " 7 "})
    void read_ofAUsualBody_isWhatDatabindReads(String body) {
        Type type = body.startsWith("[") ? LIST : body.startsWith("{") ? SpamIp.class : Long.class;

        assertThat(usual(type, body)).isNotNull().isEqualTo(byDatabind(type, body));
    }

    @Test
    void read_ofAnAddressWithAFieldThatIsNew_leavesItOut() {
        String body = SPAM_IP.replace("{", "{\"since\":{\"a\":[1,{}]},");

        assertThat(usual(SpamIp.class, body)).isNotNull().isEqualTo(byDatabind(SpamIp.class, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[null]",
                "[{}]",
                "[1]",
                "[[]]",
                "[\"1.2.3.4\"] 1",
                "\"7\"",
                "7.0",
                "7 7",
                "99999999999999999999",
                "true",
                "",
                "<html>",
                "{\"ipSpamming\":\"122.122.122.122\"}"
            })
    void read_ofAnythingElse_leavesItToDatabind(String body) {
        assertThat(usual(SpamIp.class, body)).isNull();
        assertThat(usual(LIST, body)).isNull();
        assertThat(usual(Long.class, body)).isNull();
    }

    @Test
    void read_ofAnotherType_leavesItToDatabind() {
        assertThat(usual(IpDetails.class, SPAM_IP)).isNull();
        assertThat(usual(new TypeReference<List<IdOrObject<IpDetails>>>() {}.getType(), "[]"))
                .isNull();
        assertThat(usual(new TypeReference<List<SpamIp>>() {}.getType(), "[]")).isNull();
    }

    @Test
    void read_ofABodyWithOtherCharacters_isNothingThatDatabindDoesNotReadToo() {
        Random random = new Random(1);
        String others = "0123456789-+:.,TZ\"{}[] \\ueblockdt";
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(SPAM_IP);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length());
                char other = others.charAt(random.nextInt(others.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, other);
                    case 1 -> text.insert(at, other);
                    default -> text.deleteCharAt(at);
                }
            }
            Object usual = usual(SpamIp.class, text.toString());
            if (usual != null) {
                read++;
                assertThat(usual).as("%s", text).isEqualTo(byDatabind(SpamIp.class, text.toString()));
            }
        }
        assertThat(read).as("bodies that can still be read").isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"1.2.3.4\"]", "[\"::1\", \"1.2.3.4\"]"})
    void read_ofATextList_isWhatDatabindReads(String body) {
        for (Type type : List.of(BLOCKS, ADDRESSES)) {
            assertThat(usual(type, body)).isNotNull().isEqualTo(byDatabind(type, body));
        }
        String block = body.replace("4\"", "4/28\"");
        assertThat(usual(BLOCKS, block)).isNotNull().isEqualTo(byDatabind(BLOCKS, block));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[null]", "[\"\"]", "[\"1.2.3\"]", "[1]", "{}", "[\"1.2.3.4\"", "[] 1", "\"1.2.3.4\"", "null"})
    void read_ofAnotherTextList_leavesItToDatabind(String body) {
        assertThat(usual(BLOCKS, body)).isNull();
        assertThat(usual(ADDRESSES, body)).isNull();
    }

    @Test
    void read_ofAFieldThatIsThereTwice_leavesItToDatabind() {
        for (String field : List.of("\"time\":1,", "\"state\":\"a\",", "\"date\":\"a\",", "\"ipSpamming\":\"a\",")) {
            assertThat(usual(SpamIp.class, SPAM_IP.replace("{", "{" + field))).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-04-24T17:00:00-11:30",
                "2014-04-24T17:00:00-00:00",
                "0000-01-01T00:00:00+18:00",
                "2016-02-29T23:59:59+00:00"
            })
    void read_ofAnyUsualDate_isWhatDatabindReads(String date) {
        String body = SPAM_IP.replace("2014-04-24T17:00:00+02:00", date);

        assertThat(usual(SpamIp.class, body)).isNotNull().isEqualTo(byDatabind(SpamIp.class, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-04-24T17:00:00Z",
                "2014-04-24T17:00:00.5+02:00",
                "2014-04-24T17:00+02:00",
                "2015-02-29T23:59:59+00:00",
                "2014-04-24T24:00:00+02:00",
                "2014-04-24T17:00:00+19:00",
                "2014-04-24T17:00:00+02:60",
                "2014-04-24t17:00:00+02:00",
                "2014-04-24T17:00:00 02:00"
            })
    void read_ofAnotherDate_leavesItToDatabind(String date) {
        assertThat(usual(SpamIp.class, SPAM_IP.replace("2014-04-24T17:00:00+02:00", date)))
                .isNull();
    }
}
