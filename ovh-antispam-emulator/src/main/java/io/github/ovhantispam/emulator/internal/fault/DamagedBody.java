package io.github.ovhantispam.emulator.internal.fault;

import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The ways in which a right response can be spoilt, with its status and headers left as they are. */
public enum DamagedBody {
    /** Nothing at all. */
    EMPTY {
        @Override
        public HttpResponse of(HttpResponse response) {
            return response.withBody(new byte[0]);
        }
    },
    /** JSON that ends too soon, with a length that fits what is there. */
    TRUNCATED {
        @Override
        public HttpResponse of(HttpResponse response) {
            byte[] body = response.body();
            return response.withBody(Arrays.copyOf(body, Math.max(0, body.length - Math.max(1, body.length / 3))));
        }
    },
    /** Something that is not JSON, though the headers say so. */
    NOT_JSON {
        @Override
        public HttpResponse of(HttpResponse response) {
            return response.withBody("upstream connect error or disconnect".getBytes(StandardCharsets.UTF_8));
        }
    },
    /** A field no schema knows, in every object. */
    UNKNOWN_FIELD {
        @Override
        public HttpResponse of(HttpResponse response) {
            String extended = text(response).replaceAll("\\{(?=\")", "{\"addedLater\":{\"nested\":[1,null,\"x\"]},");
            return response.withBody(extended.getBytes(StandardCharsets.UTF_8));
        }
    },
    /** A value no schema knows, in every field that holds one of a fixed set. */
    UNKNOWN_VALUE {
        @Override
        public HttpResponse of(HttpResponse response) {
            String changed = ENUM_FIELD.matcher(text(response)).replaceAll("\"$1\":\"addedLater\"");
            return response.withBody(changed.getBytes(StandardCharsets.UTF_8));
        }
    };

    private static final Pattern ENUM_FIELD = Pattern.compile("\"(state|type|status)\":\"[A-Za-z_]+\"");

    /** Spoils a response. */
    public abstract HttpResponse of(HttpResponse response);

    private static String text(HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
