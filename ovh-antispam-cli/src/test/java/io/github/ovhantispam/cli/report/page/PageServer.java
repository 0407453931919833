package io.github.ovhantispam.cli.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Serves a page, another one that measures it in a frame, and takes down whatever else is asked for. */
final class PageServer implements AutoCloseable {

    private static final String MEASURE = """
            <!DOCTYPE html><meta charset="utf-8"><title>measure</title>
            <iframe src="/report.html" width="WIDTH" height="900" style="border:0"></iframe><pre id="result"></pre>
            <script>
            onload = () => {
              const frame = document.querySelector('iframe');
              const page = frame.contentDocument, root = page.documentElement, view = frame.contentWindow;
              const wide = [...page.querySelectorAll('body *')].filter(e => {
                const box = e.getBoundingClientRect();
                return box.width > 1 && box.right > root.clientWidth + 0.5 && !e.closest('thead');
              });
              document.getElementById('result').textContent = [
                'title=' + page.title,
                'hacked=' + view.hacked,
                'scripts=' + page.querySelectorAll('script').length,
                'overflow=' + (root.scrollWidth - root.clientWidth),
                'wide=' + wide.slice(0, 3).map(e => e.outerHTML.slice(0, 80)).join(' | '),
                'header=' + view.getComputedStyle(page.querySelector('header') || root).backgroundColor,
                'bar=' + view.getComputedStyle(page.querySelector('rect') || root).fill,
              ].join('\\n');
            };
            </script>
            """;

    private final HttpServer server;
    private final ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();
    private volatile String page = "";

    private PageServer(HttpServer server) {
        this.server = server;
    }

    static PageServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PageServer pages = new PageServer(server);
        server.createContext("/", pages::handle);
        server.start();
        return pages;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void serve(String newPage) {
        page = newPage;
    }

    /** Returns the address of the page that measures in a frame of a width. */
    String measure(int width) {
        return url() + "/measure?" + width;
    }

    /** Returns the paths that were asked for besides the page itself. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/report.html" -> send(exchange, 200, page);
            case "/measure" ->
                send(
                        exchange,
                        200,
                        MEASURE.replace("WIDTH", exchange.getRequestURI().getQuery()));
            case "/favicon.ico" -> send(exchange, 404, ""); // for the page that measures
            default -> {
                unexpected.add(path);
                send(exchange, 404, "");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
