package io.github.ovhantispam.client.internal.wire;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The body of a POST that has none, and that OkHttp must never send a second time by itself. */
public final class OneShotEmptyBody extends RequestBody {

    public static final OneShotEmptyBody INSTANCE = new OneShotEmptyBody();

    private OneShotEmptyBody() {}

    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return 0;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) {
        // nothing to write
    }
}
