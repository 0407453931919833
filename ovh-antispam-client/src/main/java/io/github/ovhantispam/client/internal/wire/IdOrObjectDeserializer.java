package io.github.ovhantispam.client.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a {@link IdOrObject}: text is an id, anything else is the object. */
final class IdOrObjectDeserializer extends JsonDeserializer<IdOrObject<?>> implements ContextualDeserializer {

    private final @Nullable JavaType wholeType;

    IdOrObjectDeserializer() {
        this(null);
    }

    private IdOrObjectDeserializer(@Nullable JavaType wholeType) {
        this.wholeType = wholeType;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new IdOrObjectDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public IdOrObject<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? new IdOrObject<>(null, parser.getText())
                : new IdOrObject<Object>(context.readValue(parser, wholeType), null);
    }
}
