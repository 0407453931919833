package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running opendkim, and the part of the milter protocol that hands it one mail at a time. */
final class OpendkimMilter implements AutoCloseable {

    /** Header values keep the space after the colon, which the simple form needs. */
    private static final int LEADING_SPACE = 0x100000;

    private static final int VERSION = 6;
    private static final int ALL_ACTIONS = 0x1FF;
    private static final int MOST_ATTEMPTS = 100;

    private final Process process;
    private final UnixDomainSocketAddress door;

    private OpendkimMilter(Process process, UnixDomainSocketAddress door) {
        this.process = process;
        this.door = door;
    }

    static OpendkimMilter start(Path folder, String name, String settings) throws Exception {
        // TCP would cost 40 ms per mail, for opendkim writes its answers in two pieces.
        Path door = folder.resolve(name + ".sock");
        Path configuration = Files.writeString(
                folder.resolve(name + ".conf"),
                settings + "Syslog no\nRequireSafeKeys no\nSocket local:" + door + "\n");
        Process process = new ProcessBuilder("/usr/sbin/opendkim", "-f", "-x", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        OpendkimMilter milter = new OpendkimMilter(process, UnixDomainSocketAddress.of(door));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (!process.isAlive()) {
                break;
            }
            try (SocketChannel ready = milter.connect()) {
                if (ready.isConnected()) {
                    return milter;
                }
            } catch (IOException e) {
                process.waitFor(100, TimeUnit.MILLISECONDS); // not listening yet
            }
        }
        milter.close();
        throw new IllegalStateException("opendkim did not start: " + Files.readString(folder.resolve(name + ".log")));
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(door);
    }

    /** Hands in a mail with CRLF and returns the header field that opendkim puts on top of it. */
    Optional<String> fieldFor(String mail) throws IOException {
        try (SocketChannel socket = connect()) {
            DataInputStream in = new DataInputStream(Channels.newInputStream(socket));
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(socket));
            send(
                    out,
                    'O',
                    ByteBuffer.allocate(12)
                            .putInt(VERSION)
                            .putInt(ALL_ACTIONS)
                            .putInt(LEADING_SPACE)
                            .array());
            receive(in);
            step(in, out, 'C', text("client.test\u00004\u0000\u0019127.0.0.1\0"));
            step(in, out, 'H', text("client.test\0"));
            step(in, out, 'M', text("<a@sender.test>\0"));
            step(in, out, 'R', text("<b@other.test>\0"));
            int end = mail.indexOf("\r\n\r\n");
            for (String field : mail.substring(0, end).split("\r\n(?![ \t])", -1)) {
                int colon = field.indexOf(':');
                String value = field.substring(colon + 1).replace("\r\n", "\n");
                step(in, out, 'L', text(field.substring(0, colon) + '\0' + value + '\0'));
            }
            step(in, out, 'N', new byte[0]);
            if (mail.length() > end + 4) {
                step(in, out, 'B', text(mail.substring(end + 4)));
            }
            send(out, 'E', new byte[0]);
            return inserted(in);
        }
    }

    private static Optional<String> inserted(DataInputStream in) throws IOException {
        Optional<String> field = Optional.empty();
        while (true) {
            byte[] answer = receive(in);
            if (answer[0] == 'i') {
                String[] parts = new String(answer, 5, answer.length - 5, ISO_8859_1).split("\0", -1);
                field = Optional.of(parts[0] + ":" + parts[1].replace("\n", "\r\n"));
            } else if ("carty".indexOf(answer[0]) >= 0) {
                return field;
            }
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static void step(DataInputStream in, DataOutputStream out, char command, byte[] data) throws IOException {
        send(out, command, data);
        byte[] answer = receive(in);
        if (answer[0] != 'c') {
            throw new IOException("opendkim answered " + command + " with " + Arrays.toString(answer));
        }
    }

    private static void send(DataOutputStream out, char command, byte[] data) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(ByteBuffer.allocate(4).putInt(data.length + 1).array());
        packet.write(command);
        packet.write(data);
        out.write(packet.toByteArray());
        out.flush();
    }

    private static byte[] receive(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
