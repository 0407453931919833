package io.github.ovhantispam.client.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Listed}: text is an id, anything else is the object. */
final class ListedDeserializer extends JsonDeserializer<Listed<?>> implements ContextualDeserializer {

    private final @Nullable JavaType wholeType;

    ListedDeserializer() {
        this(null);
    }

    private ListedDeserializer(@Nullable JavaType wholeType) {
        this.wholeType = wholeType;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new ListedDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public Listed<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? new Listed<>(null, parser.getText())
                : new Listed<Object>(context.readValue(parser, wholeType), null);
    }
}
