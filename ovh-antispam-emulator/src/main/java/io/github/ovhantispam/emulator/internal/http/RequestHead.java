package io.github.ovhantispam.emulator.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The request line and headers of a request, checked against RFC 9112 before anything is made of them. */
final class RequestHead {

    private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127\\.0\\.0\\.1)(:([1-9][0-9]{0,3}|[1-5][0-9]{4}))?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final String line;
    private final List<Map.Entry<String, String>> headers;

    private RequestHead(String line, List<Map.Entry<String, String>> headers) {
        this.line = line;
        this.headers = headers;
    }

    /** Checks a head. */
    static RequestHead of(List<String> lines) throws MalformedRequestException {
        String[] parts = lines.get(0).split(" ", -1);
        if (parts.length != 3 || !METHOD.matcher(parts[0]).matches()) {
            throw new MalformedRequestException(400, "The request line is malformed");
        }
        if (!parts[2].equals("HTTP/1.1") && !parts[2].equals("HTTP/1.0")) {
            throw new MalformedRequestException(505, "This version of HTTP is not supported");
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 1 || !NAME.matcher(line.substring(0, colon)).matches()) {
                throw new MalformedRequestException(400, "A header is malformed");
            }
            headers.add(Map.entry(
                    line.substring(0, colon), line.substring(colon + 1).trim()));
        }
        RequestHead head = new RequestHead(lines.get(0), headers);
        head.requireUsable(parts[0], parts[1], parts[2]);
        return head;
    }

    private void requireUsable(String method, String target, String version) throws MalformedRequestException {
        List<String> hosts = values("Host");
        if (hosts.size() > 1 || (hosts.isEmpty() && version.equals("HTTP/1.1"))) {
            throw new MalformedRequestException(400, "There has to be exactly one Host header");
        }
        if (!hosts.isEmpty() && !isHost(hosts.get(0))) {
            throw new MalformedRequestException(400, "The Host header is malformed");
        }
        boolean pathOrUrl = target.startsWith("/") || HttpUrl.parse(target) != null;
        if (method.equals("CONNECT") || (!pathOrUrl && !target.equals("*"))) {
            throw new MalformedRequestException(400, "The request target is malformed");
        }
        if (target.equals("*") && !method.equals("OPTIONS")) {
            throw new MalformedRequestException(400, "The request target is malformed");
        }
        if (bodyFollows() && (method.equals("GET") || method.equals("HEAD"))) {
            throw new MalformedRequestException(400, "A " + method + " request cannot have a body");
        }
    }

    private List<String> values(String name) {
        List<String> values = new ArrayList<>(1);
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                values.add(header.getValue());
            }
        }
        return values;
    }

    private boolean bodyFollows() throws MalformedRequestException {
        return isChunked() || contentLength() > 0;
    }

    /** The length of the body, 0 when the head does not speak of one. */
    long contentLength() throws MalformedRequestException {
        List<String> lengths = values("Content-Length").stream().distinct().toList();
        if (lengths.isEmpty()) {
            return 0;
        }
        if (lengths.size() > 1 || !LENGTH.matcher(lengths.get(0)).matches() || isChunked()) {
            throw new MalformedRequestException(400, "The length of the body is ambiguous");
        }
        return Long.parseLong(lengths.get(0));
    }

    /** Whether the body comes in chunks. */
    boolean isChunked() throws MalformedRequestException {
        List<String> encodings = values("Transfer-Encoding");
        if (encodings.isEmpty()) {
            return false;
        }
        if (encodings.size() > 1 || !encodings.get(0).toLowerCase(Locale.ROOT).equals("chunked")) {
            throw new MalformedRequestException(501, "This transfer encoding is not supported");
        }
        return true;
    }

    /** Whether the client waits for a word before it sends the body. */
    boolean expectsContinue() {
        return values("Expect").stream().anyMatch(value -> value.equalsIgnoreCase("100-continue"));
    }

    /** The head as it was received, but with a length in place of chunks. */
    byte[] withLength(int length) {
        StringBuilder text = new StringBuilder(line).append("\r\n");
        boolean said = false;
        for (Map.Entry<String, String> header : headers) {
            boolean framing = header.getKey().equalsIgnoreCase("Transfer-Encoding")
                    || header.getKey().equalsIgnoreCase("Content-Length");
            if (!framing) {
                text.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n");
            } else if (!said) {
                said = true;
                text.append("Content-Length: ").append(length).append("\r\n");
            }
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether a Host header can be parsed; the addresses of tests can be told at a glance, which is most of the cost
     * saved.
     */
    private static boolean isHost(String host) {
        return LOOPBACK.matcher(host).matches() || HttpUrl.parse("http://" + host + "/") != null;
    }
}
