package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.cli.account.AccountOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A DNS server on the loopback address that knows the sender of {@link InventedMail} and nobody else, so that
 * {@code --emulator} asks nobody outside. Over UDP alone: its records are short.
 */
final class InventedDns implements AutoCloseable {

    private static final int MOST_BYTES = 4096;
    private static final int TIME_TO_LIVE = 60;

    private final DatagramSocket socket;
    private final Map<Name, List<Record>> zone = new HashMap<>();

    InventedDns() {
        try {
            add(AccountOptions.EXAMPLE + ".in-addr.arpa.", Type.PTR, "mail.example.org.");
            add("mail.example.org.", Type.A, AccountOptions.EXAMPLE);
            add("example.org.", Type.MX, "10 mail.example.org.");
            add("example.org.", Type.TXT, "\"v=spf1 ip4:" + AccountOptions.EXAMPLE + " -all\"");
            add("_dmarc.example.org.", Type.TXT, "\"v=DMARC1; p=none\"");
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread server = new Thread(this::serve, "ovh-antispam-invented-dns");
        server.setDaemon(true);
        server.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    private void add(String name, int type, String value) throws IOException {
        Name owner = Name.fromString(name);
        Record added = Record.fromString(owner, type, DClass.IN, TIME_TO_LIVE, value, Name.root);
        zone.merge(owner, List.of(added), (known, more) -> List.of(known.get(0), more.get(0)));
    }

    private void serve() {
        byte[] buffer = new byte[MOST_BYTES];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] response = response(new Message(Arrays.copyOf(buffer, packet.getLength())));
                socket.send(new DatagramPacket(response, response.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // It was closed, or what came is not DNS: whoever asked waits for its time limit.
            }
        }
    }

    private byte[] response(Message query) {
        Record question = query.getQuestion();
        Message response = new Message(query.getHeader().getID());
        response.getHeader().setFlag(Flags.QR);
        response.getHeader().setFlag(Flags.RA);
        response.addRecord(question, Section.QUESTION);
        for (Record known : zone.getOrDefault(question.getName(), List.of())) {
            if (known.getType() == question.getType()) {
                response.addRecord(known, Section.ANSWER);
            }
        }
        if (zone.keySet().stream().noneMatch(known -> known.subdomain(question.getName()))) {
            response.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return response.toWire(MOST_BYTES);
    }

    @Override
    public void close() {
        socket.close();
    }
}
