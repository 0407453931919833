package io.github.ovhantispam.client.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.github.ovhantispam.client.internal.wire.UsualBody;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Reads a body whole, within a bound, before Jackson's converter sees it: so a broken connection and broken JSON can
 * never be taken for each other, and an error can quote what came.
 */
final class WholeBodyConverterFactory extends Converter.Factory {

    /** Far beyond the largest page, 50,000 blocks with their details, and small enough to survive. */
    private static final long LONGEST = 64L * 1024 * 1024;

    /** Jackson's words for a place in a text that it was told not to quote. */
    private static final String NO_SOURCE =
            "Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); ";

    private static final int QUOTED = 4096;

    private final JsonFactory factory;

    WholeBodyConverterFactory(JsonFactory factory) {
        this.factory = factory;
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        Converter<ResponseBody, ?> json = retrofit.nextResponseBodyConverter(this, type, annotations);
        UsualBody usual = UsualBody.of(type, factory);
        return body -> convert(body, usual, json);
    }

    private static Object convert(ResponseBody body, UsualBody usual, Converter<ResponseBody, ?> json)
            throws IOException {
        byte[] bytes = read(body);
        if (bytes.length == 0) {
            throw new MalformedBodyException("the body is empty", "");
        }
        Object value = usual.read(bytes);
        if (value != null) {
            return value;
        }
        try {
            // Without the content type, which would be parsed anew: Jackson reads the encoding off the bytes.
            return checked(json.convert(ResponseBody.create(bytes, null)), bytes);
        } catch (JsonProcessingException e) {
            throw new MalformedBodyException(
                    e.getOriginalMessage().replace(NO_SOURCE, ""), beginning(bytes), fieldProblem(e));
        }
    }

    private static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, QUOTED), StandardCharsets.UTF_8);
    }

    /** Returns the message of a creator of ours. */
    private static @Nullable String fieldProblem(JsonProcessingException e) {
        return e instanceof ValueInstantiationException && e.getCause() instanceof IllegalArgumentException cause
                ? cause.getMessage()
                : null;
    }

    private static byte[] read(ResponseBody body) throws IOException {
        try (BufferedSource source = body.source()) {
            if (source.request(LONGEST + 1)) {
                throw new MalformedBodyException("the body is longer than " + LONGEST + " bytes", "");
            }
            return source.getBuffer().readByteArray();
        }
    }

    private static Object checked(@Nullable Object value, byte[] bytes) throws MalformedBodyException {
        if (value == null || (value instanceof List<?> list && list.contains(null))) {
            throw new MalformedBodyException("a null where a value is needed", beginning(bytes));
        }
        return value;
    }
}
