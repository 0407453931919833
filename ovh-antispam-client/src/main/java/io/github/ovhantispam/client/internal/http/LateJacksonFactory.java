package io.github.ovhantispam.client.internal.http;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/** Retrofit's converters by Jackson, each made when there is first something to convert. */
final class LateJacksonFactory extends Converter.Factory {

    private final Json json;

    LateJacksonFactory(Json json) {
        this.json = json;
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        return new Late(type, annotations, retrofit);
    }

    @Override
    public @Nullable Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        return jackson().requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
    }

    private JacksonConverterFactory jackson() {
        return JacksonConverterFactory.create(json.get());
    }

    /** A converter that makes the one it stands for at its first use; two threads may each make one. */
    private final class Late implements Converter<ResponseBody, Object> {

        private final Type type;
        private final Annotation[] annotations;
        private final Retrofit retrofit;
        private volatile @Nullable Converter<ResponseBody, ?> made;

        private Late(Type type, Annotation[] annotations, Retrofit retrofit) {
            this.type = type;
            this.annotations = annotations;
            this.retrofit = retrofit;
        }

        @Override
        public @Nullable Object convert(ResponseBody body) throws IOException {
            Converter<ResponseBody, ?> converter = made;
            if (converter == null) {
                converter = jackson().responseBodyConverter(type, annotations, retrofit);
                made = converter;
            }
            return converter.convert(body);
        }
    }
}
