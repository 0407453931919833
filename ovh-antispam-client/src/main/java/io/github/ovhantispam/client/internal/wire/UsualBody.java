package io.github.ovhantispam.client.internal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the bodies that nearly all responses have: the server's time, an address, and the lists of blocks and
 * addresses. It reads them as Jackson's databind does, which takes a fifth of the start of a program to get ready.
 * Whatever is not as usual, it leaves to databind, which then also says what is wrong.
 */
public final class UsualBody {

    private enum Kind {
        NUMBER,
        SPAM_IP,
        SPAM_IPS,
        BLOCKS,
        ADDRESSES,
        ANOTHER
    }

    private final JsonFactory json;
    private final Kind kind;

    private UsualBody(JsonFactory json, Kind kind) {
        this.json = json;
        this.kind = kind;
    }

    /** A reader of the bodies of one type, which leaves those of most types to databind. */
    public static UsualBody of(Type type, JsonFactory json) {
        if (type == Long.class) {
            return new UsualBody(json, Kind.NUMBER);
        }
        if (type == SpamIp.class) {
            return new UsualBody(json, Kind.SPAM_IP);
        }
        Type element = argument(type, List.class);
        if (element == IpBlock.class) {
            return new UsualBody(json, Kind.BLOCKS);
        }
        if (element == IpAddress.class) {
            return new UsualBody(json, Kind.ADDRESSES);
        }
        boolean list = argument(element, IdOrObject.class) == SpamIp.class;
        return new UsualBody(json, list ? Kind.SPAM_IPS : Kind.ANOTHER);
    }

    private static @Nullable Type argument(@Nullable Type type, Class<?> raw) {
        return type instanceof ParameterizedType generic && generic.getRawType() == raw
                ? generic.getActualTypeArguments()[0]
                : null;
    }

    /** Returns the value of a body, or null when databind has to read it. */
    public @Nullable Object read(byte[] body) {
        if (kind == Kind.ANOTHER) {
            return null;
        }
        if (kind == Kind.SPAM_IPS && body.length == 2 && body[0] == '[' && body[1] == ']') {
            return new ArrayList<>(); // nearly all blocks have no address that was blocked
        }
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            Object value = value(parser);
            return value != null && parser.nextToken() == null ? value : null;
        } catch (IOException | IllegalArgumentException e) {
            return null; // databind finds the same, and its exception has the message that the caller expects
        }
    }

    private @Nullable Object value(JsonParser parser) throws IOException {
        return switch (kind) {
            case NUMBER -> number(parser);
            case SPAM_IP -> spamIp(parser);
            case SPAM_IPS -> list(parser);
            case BLOCKS -> texts(parser, IpBlock::of);
            case ADDRESSES -> texts(parser, IpAddress::of);
            case ANOTHER -> null;
        };
    }

    private static <T> @Nullable List<T> texts(JsonParser parser, Function<String, T> reader) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return null;
        }
        List<T> list = new ArrayList<>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            list.add(reader.apply(parser.getText()));
        }
        return parser.currentToken() == JsonToken.END_ARRAY ? list : null;
    }

    private static @Nullable Long number(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : null;
    }

    private static @Nullable List<IdOrObject<SpamIp>> list(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return null;
        }
        List<IdOrObject<SpamIp>> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean id = parser.currentToken() == JsonToken.VALUE_STRING;
            SpamIp whole = id ? null : spamIp(parser);
            if (!id && whole == null) {
                return null;
            }
            list.add(new IdOrObject<>(whole, id ? parser.getText() : null));
        }
        return list;
    }

    private static @Nullable SpamIp spamIp(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        String ip = null;
        String date = null;
        String state = null;
        Long time = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("time")) {
                if (time != null || value != JsonToken.VALUE_NUMBER_INT) {
                    return null;
                }
                time = parser.getLongValue();
            } else if (name.equals("ipSpamming") || name.equals("date") || name.equals("state")) {
                String known = name.equals("ipSpamming") ? ip : name.equals("date") ? date : state;
                if (known != null || value != JsonToken.VALUE_STRING) {
                    return null;
                }
                ip = name.equals("ipSpamming") ? parser.getText() : ip;
                date = name.equals("date") ? parser.getText() : date;
                state = name.equals("state") ? parser.getText() : state;
            } else {
                parser.skipChildren();
            }
        }
        OffsetDateTime usual = date == null ? null : UsualDate.of(date);
        return ip == null || usual == null || time == null || state == null
                ? null
                : SpamIp.of(IpAddress.of(ip), usual, Duration.ofSeconds(time), SpamState.of(state));
    }
}
