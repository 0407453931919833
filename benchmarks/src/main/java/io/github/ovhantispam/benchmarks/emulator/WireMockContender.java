package io.github.ovhantispam.benchmarks.emulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** WireMock with one stub: the path of the emulator's request, and the emulator's answer to it. */
final class WireMockContender implements Contender {

    private static final String TARGET = "/1.0" + EmulatorContender.PATH;

    private final WireMockServer server;

    private WireMockContender(WireMockConfiguration options, Answer answer) {
        server = new WireMockServer(options.bindAddress("127.0.0.1").dynamicPort());
        server.start();
        server.stubFor(get(urlEqualTo(TARGET))
                .willReturn(aResponse()
                        .withStatus(answer.status())
                        .withHeaders(headers(answer))
                        .withBody(answer.body())));
    }

    /** As it comes. */
    static WireMockContender asItComes(Answer answer) {
        return new WireMockContender(options(), answer);
    }

    /** Without a journal, which is the fastest it can be made. */
    static WireMockContender withoutJournal(Answer answer) {
        return new WireMockContender(options().disableRequestJournal(), answer);
    }

    private static HttpHeaders headers(Answer answer) {
        List<HttpHeader> headers = new ArrayList<>();
        answer.headers().forEach(header -> headers.add(new HttpHeader(header.getKey(), header.getValue())));
        return new HttpHeaders(headers);
    }

    @Override
    public Request request() {
        return new Request(URI.create(server.baseUrl() + TARGET), Map.of());
    }

    /** Its journal has no limit, and one that has is searched from end to end at each request. */
    @Override
    public void forgetRequests() {
        server.resetRequests();
    }

    @Override
    public void close() {
        server.stop();
    }
}
