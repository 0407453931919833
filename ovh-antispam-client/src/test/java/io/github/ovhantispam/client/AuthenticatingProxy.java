package io.github.ovhantispam.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that makes tunnels for whoever proves himself, and keeps every head that it was sent. */
final class AuthenticatingProxy implements AutoCloseable {

    final List<String> heads = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private final String admitted;
    private final String challenges;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /**
     * Starts a proxy.
     *
     * @param admitted the value of {@code Proxy-Authorization} that is let through
     * @param challenges the header lines of its refusals
     */
    AuthenticatingProxy(String admitted, String... challenges) {
        this.admitted = admitted;
        this.challenges = String.join("\r\n", challenges);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    ProxySelector selector() {
        return ProxySelector.of((InetSocketAddress) server.getLocalSocketAddress());
    }

    String name() {
        return "the proxy " + ((InetSocketAddress) server.getLocalSocketAddress()).getHostString() + ":"
                + server.getLocalPort();
    }

    long headsWith(String text) {
        return heads.stream().filter(head -> head.contains(text)).count();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "test-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            String head = head(in);
            while (!head.isEmpty()) {
                heads.add(head);
                if (head.contains("\r\nProxy-Authorization: " + admitted + "\r\n")) {
                    String[] words = head.split("[ :]", 4); // CONNECT host:port HTTP/1.1
                    tunnel(socket, words[1], Integer.parseInt(words[2]));
                    return;
                }
                send(
                        socket,
                        "HTTP/1.1 407 Proxy Authentication Required\r\n" + challenges
                                + "\r\nContent-Length: 2\r\n\r\nno");
                head = head(in);
            }
        } catch (IOException e) {
            return; // the client has gone
        }
    }

    private void tunnel(Socket client, String host, int port) throws IOException {
        try (Socket target = new Socket(host, port)) {
            sockets.add(target);
            send(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            daemon(() -> pipe(target, client));
            pipe(client, target);
        }
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            return; // either end has gone
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
