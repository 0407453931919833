package io.github.ovhantispam.client.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Jackson for the bodies of requests and responses. Its mapper is made when one is first needed, which takes long. */
public final class Json implements Supplier<JsonMapper> {

    private final JsonFactory factory = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // else the last of two values counts
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private @Nullable JsonMapper mapper;

    Json() {}

    JsonFactory factory() {
        return factory;
    }

    @Override
    public synchronized JsonMapper get() {
        if (mapper == null) {
            mapper = JsonMapper.builder(factory)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();
        }
        return mapper;
    }
}
