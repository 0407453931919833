package io.github.ovhantispam.cli.report.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. */
@Tag("browser")
class BrowserTest {

    private static final int PHONE = 320;

    @TempDir
    private Path directory;

    private PageServer server;
    private Chromium chromium;

    @BeforeEach
    void start() throws IOException {
        var found = Chromium.find(directory);
        assumeTrue(
                found.isPresent(), "no chromium on the PATH: apt-get install chromium, and the page is tested in it");
        chromium = found.orElseThrow();
        server = PageServer.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void page_hostileTextsEverywhere_runsNothingAndFetchesNothing() {
        server.serve(ReportPage.of(Reports.hostile(HostileTexts.fetching(server.url()))));

        Map<String, String> measured = measured(PHONE);

        assertThat(measured)
                .containsEntry("title", "Spam report for the account")
                .containsEntry("hacked", "undefined")
                .containsEntry("scripts", "0")
                .containsEntry("overflow", "0")
                .containsEntry("wide", "");
        assertThat(server.unexpected()).isEmpty();
    }

    @Test
    void page_ifTheTextsWereMarkup_wouldBeCaught() {
        server.serve("<!DOCTYPE html><title>x</title>" + String.join("\n", HostileTexts.fetching(server.url())));

        Map<String, String> measured = measured(PHONE);

        assertThat(measured.get("hacked")).isEqualTo("1");
        assertThat(server.unexpected()).contains("/script", "/img");
    }

    @Test
    void page_markupInSpiteOfAll_isStoppedByItsPolicy() {
        String page = ReportPage.of(Reports.none());
        String attacks = String.join("\n", HostileTexts.fetching(server.url()).subList(0, 4))
                + "<link rel=stylesheet href=\"" + server.url() + "/css\">"
                + "<style>*{background:url(" + server.url() + "/background)}</style>"
                + "<iframe src=\"" + server.url() + "/frame\"></iframe>";
        server.serve(page.replace("<main>", "<main>" + attacks));

        Map<String, String> measured = measured(PHONE);

        assertThat(measured).containsEntry("hacked", "undefined").containsEntry("title", "Spam report for 192.0.2.10");
        assertThat(server.unexpected()).isEmpty();
    }

    @Test
    void page_tenThousandSamples_fitsAPhone() {
        server.serve(ReportPage.of(Reports.withSamples(10_000)));

        assertThat(measured(PHONE)).containsEntry("overflow", "0").containsEntry("wide", "");
    }

    @Test
    void page_typical_isStyledAndFitsAPhone() {
        server.serve(ReportPage.of(Reports.typical()));

        assertThat(measured(PHONE))
                .containsEntry("overflow", "0")
                .containsEntry("wide", "")
                .containsEntry("header", "rgb(11, 42, 91)")
                .containsEntry("bar", "rgb(185, 198, 222)");
        assertThat(server.unexpected()).isEmpty();
    }

    @Test
    void page_none_fitsAPhone() {
        server.serve(ReportPage.of(Reports.none()));

        assertThat(measured(PHONE)).containsEntry("overflow", "0").containsEntry("wide", "");
    }

    @Test
    void page_betweenPhoneAndDesk_fitsEachWidth() {
        server.serve(ReportPage.of(Reports.hostile(HostileTexts.fetching(server.url()))));

        for (int width : List.of(360, 705, 1100)) {
            assertThat(measured(width)).as("%d px", width).containsEntry("overflow", "0");
        }
    }

    @Test
    void page_printed_isADocument() throws IOException {
        server.serve(ReportPage.of(Reports.typical()));
        Path pdf = directory.resolve("report.pdf");

        chromium.print(server.url() + "/report.html", pdf);

        assertThat(Files.readAllBytes(pdf))
                .startsWith("%PDF-".getBytes(US_ASCII))
                .hasSizeGreaterThan(10_000);
    }

    /** Takes README's picture: with {@code -Dreport.picture=FILE} it is left there. */
    @Test
    void page_typical_makesThePictureOfTheReadme() throws IOException {
        server.serve(ReportPage.of(Reports.typical()));
        String wanted = System.getProperty("report.picture", "");
        Path picture = wanted.isEmpty() ? directory.resolve("report.png") : Path.of(wanted);

        chromium.screenshot(server.url() + "/report.html", picture, 1000, 2015, "--force-device-scale-factor=0.75");

        assertThat(Files.size(picture)).isBetween(20_000L, 200_000L);
    }

    private Map<String, String> measured(int width) {
        String document = chromium.dumpDom(server.measure(width));
        int begin = document.indexOf("<pre id=\"result\">") + "<pre id=\"result\">".length();
        Map<String, String> measured = new TreeMap<>();
        document.substring(begin, document.indexOf("</pre>", begin)).lines().forEach(line -> {
            int equals = line.indexOf('=');
            measured.put(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
        });
        return measured;
    }
}
