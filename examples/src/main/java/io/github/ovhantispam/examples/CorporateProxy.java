package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.emulator.AntispamEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Calls through the proxy of a company, which asks for a user and a password and whose certificates the JVM does not
 * know.
 *
 * <p>Without arguments it starts an emulator that speaks TLS and a small proxy before it. With {@code --live}, a host,
 * a port and a PEM file it goes to the account whose credentials are in the {@code OVH_*} variables; the user and the
 * password of the proxy are then in {@code PROXY_USER} and {@code PROXY_PASSWORD}, since arguments are visible to
 * everybody on a machine.
 */
public final class CorporateProxy {

    private CorporateProxy() {}

    /**
     * Lists the account's blocks through a proxy.
     *
     * @param arguments nothing, or {@code --live}, a host, a port and a PEM file
     */
    public static void main(String... arguments) {
        List<String> given = List.of(arguments);
        try {
            if (given.size() == 4 && given.get(0).equals("--live")) {
                InetSocketAddress proxy = new InetSocketAddress(given.get(1), Integer.parseInt(given.get(2)));
                list(System.getenv(), proxy, Path.of(given.get(3)), System.getenv());
            } else if (given.isEmpty()) {
                listEmulator();
            } else {
                throw new IllegalArgumentException("the only arguments are --live, a host, a port and a PEM file");
            }
        } catch (AntispamException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("no temporary file or no port: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void list(Map<String, String> account, InetSocketAddress proxy, Path pem, Map<String, String> user) {
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(account)
                .proxy(ProxySelector.of(proxy)) // unless set, the JVM's: -Dhttps.proxyHost=... -Dhttps.proxyPort=...
                .proxyCredentials(user.getOrDefault("PROXY_USER", ""), user.getOrDefault("PROXY_PASSWORD", ""))
                .trust(pem) // the authority of a proxy that inspects TLS, beside those of the JVM
                .build()) {
            antispam.ipBlocks().list().forEach(block -> System.out.println("   " + block));
        }
    }

    private static void listEmulator() throws IOException {
        Path pem = Files.createTempFile("authority", ".pem");
        try (AntispamEmulator emulator = AntispamEmulator.builder().tls().start();
                DemonstrationProxy proxy = new DemonstrationProxy("alice", "correct horse")) {
            emulator.seedGuide();
            Files.writeString(pem, emulator.tls().authorityPem());

            System.out.println("with the right password:");
            list(
                    emulator.environment(),
                    proxy.address(),
                    pem,
                    Map.of("PROXY_USER", "alice", "PROXY_PASSWORD", "correct horse"));

            System.out.println("with a wrong one:");
            try {
                list(
                        emulator.environment(),
                        proxy.address(),
                        pem,
                        Map.of("PROXY_USER", "alice", "PROXY_PASSWORD", "battery"));
            } catch (AntispamException e) {
                System.out.println("   " + e.getMessage());
            }
        } finally {
            Files.delete(pem);
        }
    }

    /** An HTTP proxy as small as can be: CONNECT with Basic authentication. */
    private static final class DemonstrationProxy implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final String authorization;

        DemonstrationProxy(String user, String password) throws IOException {
            byte[] pair = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
            authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
            inBackground(this::accept);
        }

        InetSocketAddress address() {
            return (InetSocketAddress) server.getLocalSocketAddress();
        }

        private void accept() throws IOException {
            while (true) {
                Socket client = server.accept();
                inBackground(() -> serve(client));
            }
        }

        private void serve(Socket client) throws IOException {
            try (client) {
                String request = head(client.getInputStream());
                while (!request.contains("Proxy-Authorization: " + authorization + "\r\n")) {
                    if (request.isEmpty()) {
                        return;
                    }
                    client.getOutputStream()
                            .write(
                                    ascii(
                                            "HTTP/1.1 407 Authenticate\r\nProxy-Authenticate: Basic realm=\"it\"\r\nContent-Length: 0\r\n\r\n"));
                    request = head(client.getInputStream());
                }
                String target = request.substring(request.indexOf(' ') + 1, request.indexOf(" HTTP/"));
                int colon = target.lastIndexOf(':');
                try (Socket origin =
                        new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
                    System.out.println("   (the proxy has let a connection through)");
                    client.getOutputStream().write(ascii("HTTP/1.1 200 Connection established\r\n\r\n"));
                    inBackground(() -> origin.getInputStream().transferTo(client.getOutputStream()));
                    client.getInputStream().transferTo(origin.getOutputStream());
                }
            }
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

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private static void inBackground(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (SocketException e) {
                    // One side has closed the connection, as it does when all is done.
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }

        private interface Work {
            void run() throws IOException;
        }
    }
}
