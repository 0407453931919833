package io.github.ovhantispam.client.internal.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps plain http, which is for this machine only, from a proxy, which may be on another and could read it all. */
final class NoProxyForPlainHttp extends ProxySelector {

    private final @Nullable Proxy always;
    private final @Nullable ProxySelector others;

    /**
     * Wraps the proxies that would be used otherwise.
     *
     * @param always a proxy for everything, or null
     * @param others unless there is one, what chooses a proxy; null for none
     */
    NoProxyForPlainHttp(@Nullable Proxy always, @Nullable ProxySelector others) {
        this.always = always;
        this.others = others;
    }

    static boolean isPlain(URI uri) {
        return uri.getScheme().equalsIgnoreCase("http");
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (isPlain(uri)) {
            return List.of(Proxy.NO_PROXY);
        }
        if (always != null) {
            return List.of(always);
        }
        return others == null ? List.of(Proxy.NO_PROXY) : others.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        if (others != null) {
            others.connectFailed(uri, address, failure);
        }
    }
}
