package io.github.ovhantispam.emulator.internal.server;

import io.github.ovhantispam.emulator.internal.http.BodyBudget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Accepts connections the way MockWebServer would not by itself: without Nagle's delay, and able to be reset. */
final class Connections extends ServerSocketFactory {

    private final Optional<SSLSocketFactory> tls;
    private final Map<Integer, Connection> open = new ConcurrentHashMap<>();

    private final Consumer<Throwable> onFatal;
    private final BodyBudget budget = new BodyBudget();
    private volatile boolean closing;

    Connections(Optional<SSLSocketFactory> tls, Consumer<Throwable> onFatal) {
        this.tls = tls;
        this.onFatal = onFatal;
    }

    /** Announces that the listener is closed on purpose. */
    void closing() {
        closing = true;
    }

    /** Returns the connection with this index, unless it was closed already. */
    Optional<Connection> open(int index) {
        return Optional.ofNullable(open.get(index));
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            private int next;

            @Override
            public Socket accept() throws IOException {
                Socket raw = super.accept();
                // Off by default, and then each request on a kept connection waits some 40 ms for an acknowledgement.
                raw.setTcpNoDelay(true);
                int index = next++; // MockWebServer counts connections in the order this method returns them
                Connection connection = new Connection(raw, tls, budget, () -> open.remove(index));
                open.put(index, connection);
                return connection;
            }

            @Override
            public void close() throws IOException {
                super.close();
                if (!closing) { // MockWebServer does so after a failure, and says no more of it than a line in a log
                    onFatal.accept(new IllegalStateException("the listener of the emulator has ended"));
                }
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        throw new IOException("MockWebServer makes its socket first and binds it later");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return createServerSocket(port);
    }
}
