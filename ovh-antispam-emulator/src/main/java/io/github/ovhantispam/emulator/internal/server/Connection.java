package io.github.ovhantispam.emulator.internal.server;

import io.github.ovhantispam.emulator.internal.http.BodyBudget;
import io.github.ovhantispam.emulator.internal.http.ReceivedRequest;
import io.github.ovhantispam.emulator.internal.http.RequestReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One accepted connection, in TLS or not: what MockWebServer asks of a socket, passed on to the real one. */
final class Connection extends Socket {

    private static final Duration SILENCE = Duration.ofMillis(300);
    private static final Duration LONGEST_LINGERING = Duration.ofSeconds(5);

    private final Socket raw;
    private final Socket socket;
    private final Runnable onClose;
    private final PlaceholderRequestStream input;
    private final CoalescingOutputStream output;
    private volatile boolean reset;

    Connection(Socket raw, Optional<SSLSocketFactory> tls, BodyBudget budget, Runnable onClose) throws IOException {
        this.raw = raw;
        this.socket = tls.isPresent() ? overTls(raw, tls.get()) : raw;
        this.onClose = onClose;
        this.output = new CoalescingOutputStream(socket.getOutputStream());
        this.input = new PlaceholderRequestStream(
                new RequestReader(
                        socket.getInputStream(),
                        socket.getOutputStream(),
                        tls.isPresent(),
                        raw.getInetAddress(),
                        budget),
                this::closeQuietly);
    }

    private static Socket overTls(Socket raw, SSLSocketFactory tls) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }

    /** Takes the last request that was read, if there was any. */
    Optional<ReceivedRequest> take() {
        return input.take();
    }

    /** Forgets the body of the request that was taken. */
    void forgetBody() {
        input.release();
    }

    /** Sends the head of the next response together with the start of its body, which must not be empty. */
    void joinHeadAndBody() {
        output.holdNextWrite();
    }

    /** Makes {@link #close} send a reset, which discards what was not sent yet. */
    void resetOnClose() {
        reset = true;
    }

    /** Closes the connection after a failure, with a reset. */
    void abort() {
        reset = true;
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            reset = true; // it is of no use any more, and there is nobody left to tell
        }
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    @Override
    public void shutdownInput() throws IOException {
        raw.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        raw.shutdownOutput();
    }

    @Override
    public synchronized void close() throws IOException {
        onClose.run();
        input.release();
        if (input.isRefused() && !reset && !raw.isClosed()) {
            linger();
        }
        if (reset && !raw.isClosed()) {
            raw.setSoLinger(true, 0);
            raw.close();
        } else {
            socket.close();
        }
    }

    /**
     * Reads on for a while what a refused client is still sending: to close on it would be a reset, which takes the
     * answer away from a client that has not read it yet.
     */
    private void linger() {
        long end = System.nanoTime() + LONGEST_LINGERING.toNanos();
        try {
            socket.shutdownOutput();
            raw.setSoTimeout((int) SILENCE.toMillis());
            byte[] ignored = new byte[8192];
            while (socket.getInputStream().read(ignored) >= 0 && System.nanoTime() - end < 0) {
                // There is nothing to be done with it.
            }
        } catch (IOException e) {
            // It is gone, or silent: whatever was to arrive has arrived.
            return;
        }
    }

    @Override
    public boolean isClosed() {
        return raw.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        return raw.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return raw.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return raw.getLocalPort();
    }

    @Override
    public int getPort() {
        return raw.getPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return raw.getRemoteSocketAddress();
    }
}
