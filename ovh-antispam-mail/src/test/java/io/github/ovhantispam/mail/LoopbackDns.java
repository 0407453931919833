package io.github.ovhantispam.mail;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A DNS server on a loopback port, over UDP and TCP, with faults by name. */
final class LoopbackDns implements AutoCloseable {

    private static final int UDP_LIMIT = 512;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<Name, List<Record>> zone = new ConcurrentHashMap<>();
    private final Set<Name> silent = ConcurrentHashMap.newKeySet();
    private final Set<Name> failing = ConcurrentHashMap.newKeySet();
    private final List<String> queries = new CopyOnWriteArrayList<>();

    LoopbackDns() {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            tcp = new ServerSocket(0, 10, loopback);
            udp = new DatagramSocket(tcp.getLocalPort(), loopback);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::serveUdp);
        daemon(this::serveTcp);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "loopback DNS");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
    }

    /** Queries as "TYPE name", those over TCP marked so. */
    List<String> queries() {
        return queries;
    }

    LoopbackDns add(String name, String type, String value) {
        try {
            Name owner = Name.fromString(name, Name.root);
            put(Record.fromString(owner, Type.value(type), DClass.IN, 60, value, Name.root));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a text of any length, in strings of 255 bytes. */
    LoopbackDns text(String name, String text) {
        List<String> strings = new ArrayList<>();
        for (int at = 0; at < text.length(); at += 255) {
            strings.add(text.substring(at, Math.min(at + 255, text.length())));
        }
        put(new TXTRecord(name(name), DClass.IN, 60, strings));
        return this;
    }

    private void put(Record added) {
        zone.computeIfAbsent(added.getName(), key -> new CopyOnWriteArrayList<>())
                .add(added);
    }

    LoopbackDns silent(String name) {
        silent.add(name(name));
        return this;
    }

    LoopbackDns failing(String name) {
        failing.add(name(name));
        return this;
    }

    private static Name name(String name) {
        return Name.fromConstantString(name.endsWith(".") ? name : name + ".");
    }

    private Optional<Message> answer(Message query, String protocol) {
        Record question = query.getQuestion();
        queries.add(Type.string(question.getType()) + " " + question.getName().toString(true) + protocol);
        if (silent.contains(question.getName())) {
            return Optional.empty();
        }
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.getHeader().setOpcode(Opcode.QUERY);
        answer.addRecord(question, Section.QUESTION);
        if (failing.contains(question.getName())) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
            return Optional.of(answer);
        }
        Name at = question.getName();
        for (int step = 0; step < 8; step++) {
            List<Record> there = zone.getOrDefault(at, List.of());
            there.stream()
                    .filter(known -> known.getType() == question.getType())
                    .forEach(known -> answer.addRecord(known, Section.ANSWER));
            Optional<Record> alias = there.stream()
                    .filter(known -> known.getType() == Type.CNAME && question.getType() != Type.CNAME)
                    .findFirst();
            if (alias.isEmpty()) {
                break;
            }
            answer.addRecord(alias.get(), Section.ANSWER);
            at = ((CNAMERecord) alias.get()).getTarget();
        }
        if (zone.keySet().stream().noneMatch(known -> known.subdomain(question.getName()))) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return Optional.of(answer);
    }

    private void serveUdp() {
        byte[] buffer = new byte[4096];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                Message query = new Message(Arrays.copyOf(buffer, packet.getLength()));
                Optional<Message> answer = answer(query, "");
                if (answer.isPresent()) {
                    byte[] wire = answer.get().toWire(UDP_LIMIT);
                    udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // the server was closed, or the client is gone
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket client = tcp.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                byte[] query = in.readNBytes(in.readUnsignedShort());
                Optional<Message> answer = answer(new Message(query), " tcp");
                if (answer.isPresent()) {
                    byte[] wire = answer.get().toWire(65_535);
                    DataOutputStream out = new DataOutputStream(client.getOutputStream());
                    out.writeShort(wire.length);
                    out.write(wire);
                    out.flush();
                }
            } catch (IOException e) {
                // the server was closed, or the client is gone
            }
        }
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
