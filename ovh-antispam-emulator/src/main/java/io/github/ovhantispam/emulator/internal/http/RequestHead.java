package io.github.ovhantispam.emulator.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;

/** The request line and headers of a request, checked against RFC 9112 before anything is made of them. */
final class RequestHead {

    private static final int LONGEST_METHOD = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LENGTH = 18;
    private static final boolean[] TOKEN = new boolean[128];

    static {
        String token = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        for (int i = 0; i < token.length(); i++) {
            TOKEN[token.charAt(i)] = true;
        }
    }

    private final String method;
    private final String target;
    private final String version;
    private final List<Map.Entry<String, String>> headers;

    private RequestHead(String method, String target, String version, List<Map.Entry<String, String>> headers) {
        this.method = method;
        this.target = target;
        this.version = version;
        this.headers = headers;
    }

    static RequestHead of(List<String> lines, HostCheck hosts) throws MalformedRequestException {
        String line = lines.get(0);
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        if (first < 0 || second < 0 || line.indexOf(' ', second + 1) >= 0 || !isToken(line, first, LONGEST_METHOD)) {
            throw new MalformedRequestException(400, "The request line is malformed");
        }
        String version = line.substring(second + 1);
        if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0")) {
            throw new MalformedRequestException(505, "This version of HTTP is not supported");
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            headers.add(header(lines.get(i)));
        }
        RequestHead head =
                new RequestHead(line.substring(0, first), line.substring(first + 1, second), version, headers);
        head.requireUsable(hosts);
        return head;
    }

    private static Map.Entry<String, String> header(String line) throws MalformedRequestException {
        int colon = line.indexOf(':');
        if (!isToken(line, colon, LONGEST_NAME)) {
            throw new MalformedRequestException(400, "A header is malformed");
        }
        return Map.entry(line.substring(0, colon), line.substring(colon + 1).trim());
    }

    /** Returns true when the text before an index is a token of RFC 9110, and not too long. */
    private static boolean isToken(String text, int end, int longest) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= TOKEN.length || !TOKEN[c]) {
                return false;
            }
        }
        return end > 0 && end <= longest;
    }

    private void requireUsable(HostCheck check) throws MalformedRequestException {
        List<String> hosts = values("Host");
        if (hosts.size() > 1 || (hosts.isEmpty() && version.equals("HTTP/1.1"))) {
            throw new MalformedRequestException(400, "There has to be exactly one Host header");
        }
        if (!hosts.isEmpty() && !check.accepts(hosts.get(0))) {
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
        List<String> values = List.of();
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                values = values.isEmpty() ? new ArrayList<>(1) : values;
                values.add(header.getValue());
            }
        }
        return values;
    }

    private boolean bodyFollows() throws MalformedRequestException {
        return isChunked() || contentLength() > 0;
    }

    /** Returns the length of the body, 0 when the head does not speak of one. */
    long contentLength() throws MalformedRequestException {
        List<String> lengths = values("Content-Length");
        if (lengths.isEmpty()) {
            return 0;
        }
        String length = lengths.get(0);
        for (String other : lengths) {
            if (!other.equals(length)) {
                throw ambiguousLength();
            }
        }
        if (!isNumber(length) || isChunked()) {
            throw ambiguousLength();
        }
        return Long.parseLong(length);
    }

    private static MalformedRequestException ambiguousLength() {
        return new MalformedRequestException(400, "The length of the body is ambiguous");
    }

    /** Returns true for digits of ASCII only, which {@link Long#parseLong} does not insist on. */
    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_LENGTH;
    }

    /** Returns true when the body comes in chunks. */
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

    /** Returns true when the client waits for a word before it sends the body. */
    boolean expectsContinue() {
        return values("Expect").stream().anyMatch(value -> value.equalsIgnoreCase("100-continue"));
    }

    /** Refuses an expectation nobody has heard of, as RFC 9110 has it. */
    void requireKnownExpectation() throws MalformedRequestException {
        for (String value : values("Expect")) {
            if (!value.equalsIgnoreCase("100-continue")) {
                throw new MalformedRequestException(417, "This expectation cannot be met");
            }
        }
    }

    /** Returns true when the client expects no further response on its connection. */
    boolean endsConnection() {
        List<String> values = values("Connection");
        return version.equals("HTTP/1.0")
                || (!values.isEmpty()
                        && values.get(values.size() - 1)
                                .toLowerCase(Locale.ROOT)
                                .contains("close"));
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    /** Returns the headers as they were received, but with a length in place of chunks. */
    HttpHeaders headers(int length) {
        if (values("Transfer-Encoding").isEmpty() && values("Content-Length").isEmpty()) {
            return new HttpHeaders(headers);
        }
        boolean said = false;
        List<Map.Entry<String, String>> described = new ArrayList<>(headers.size());
        for (Map.Entry<String, String> header : headers) {
            boolean framing = header.getKey().equalsIgnoreCase("Transfer-Encoding")
                    || header.getKey().equalsIgnoreCase("Content-Length");
            if (!framing) {
                described.add(header);
            } else if (!said) {
                said = true;
                described.add(Map.entry("Content-Length", String.valueOf(length)));
            }
        }
        return new HttpHeaders(described);
    }
}
