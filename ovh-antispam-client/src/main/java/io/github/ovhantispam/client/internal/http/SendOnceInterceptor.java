package io.github.ovhantispam.client.internal.http;

import io.github.ovhantispam.client.internal.wire.Attempt;
import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Network interceptor: one attempt is one request on the wire. OkHttp would send a request again by itself after a
 * {@code 503} with {@code Retry-After: 0}, whatever its settings; here that header is taken out of its sight, and a
 * second send is refused. The call loop alone resends.
 *
 * <p>It runs last, on the connection that the request goes out on, and so it also adds the headers: the proof among
 * them is of the URL and the body that are sent, and all are added to one copy of the request.
 */
final class SendOnceInterceptor implements Interceptor {

    private final ProxyAuthentication proxies;
    private final ClientHeaders headers;
    private final ProofHeaders proof;

    SendOnceInterceptor(ProxyAuthentication proxies, ClientHeaders headers, ProofHeaders proof) {
        this.proxies = proxies;
        this.headers = headers;
        this.proof = proof;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Attempt attempt = request.tag(Attempt.class);
        if (attempt == null) {
            throw new IOException("an interceptor made a new request of this one instead of changing it, so that the"
                    + " client cannot tell whether it was sent; use request.newBuilder()");
        }
        if (attempt.sent()) {
            throw new IOException("the HTTP client tried to send this request again by itself");
        }
        Connection connection = chain.connection();
        if (connection != null && connection.route().requiresTunnel()) {
            proxies.tunnelMade();
        }
        Request complete = complete(request);
        attempt.sending();
        Response response = chain.proceed(complete);
        if (response.code() == 407) { // before OkHttp reacts to it, or calls it a breach of the protocol
            response.close();
            throw ProxyAuthentication.fromBeyond();
        }
        attempt.received(response.code(), response.headers());
        return response.header("Retry-After") == null
                ? response
                : response.newBuilder().removeHeader("Retry-After").build();
    }

    private Request complete(Request request) throws IOException {
        Request.Builder complete = request.newBuilder();
        headers.add(complete);
        proof.add(request, complete);
        return complete.build();
    }
}
