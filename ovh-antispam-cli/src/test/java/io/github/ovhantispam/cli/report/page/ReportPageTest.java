package io.github.ovhantispam.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportedAddress;
import io.github.ovhantispam.cli.report.UnreadBlock;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class ReportPageTest {

    private static final String CANARY = "http://127.0.0.1:9";

    @Test
    void of_blockedAddress_saysSinceWhenUntilWhenAndTheNextCommands() {
        ParsedPage page = ParsedPage.of(ReportPage.of(Reports.typical()));

        assertThat(page.texts("h1")).containsExactly("Spam report for the account");
        assertThat(page.texts("h2"))
                .containsExactly(
                        "192.0.2.10 is blocked",
                        "What to do next",
                        "Addresses",
                        "Spam per day",
                        "Scores",
                        "Top destinations",
                        "Who handed the mails in",
                        "Sampled mails");
        assertThat(page.texts("time")).contains("2026-03-17 07:52:30 +01:00", "2026-03-17 09:52:30 +01:00");
        assertThat(page.texts("pre"))
                .contains("ovh-antispam queue", "ovh-antispam release 192.0.2.10 --queue postfix --stopped");
        assertThat(page.texts("li")).anyMatch(step -> step.contains("SASL user shop@example.net"));
        assertThat(page.texts("bdi")).contains("client 192.0.2.77");
        assertThat(page.text()).contains("All times are in Europe/Paris");
    }

    @Test
    void of_noSpamAtAll_saysSoWithoutEmptyChartsOrTables() {
        ParsedPage page = ParsedPage.of(ReportPage.of(Reports.none()));

        assertThat(page.texts("h2")).containsExactly("Nothing is blocked", "What to do next");
        assertThat(page.all("table")).isEmpty();
        assertThat(page.all("svg")).isEmpty();
        assertThat(page.text()).contains("The API has no record of spam from this address.");
    }

    @Test
    void of_nothingSeenButABlockUnread_neverSaysThatNothingIsBlocked() {
        Report report = new Report(
                false,
                Optional.empty(),
                Reports.period(),
                List.of(),
                List.of(new UnreadBlock(Reports.BLOCK, "460: This service is expired")),
                Optional.empty());

        ParsedPage page = ParsedPage.of(ReportPage.of(report));

        assertThat(page.texts("h2")).doesNotContain("Nothing is blocked").contains("Not read");
        assertThat(page.text()).doesNotContain("Nothing has to be done").contains("460: This service is expired");
    }

    @Test
    void of_stateOfTheFuture_neverSaysThatNothingIsBlocked() {
        Report report = Reports.of(ReportedAddress.of(
                Reports.BLOCK,
                Reports.spamIp(Reports.ADDRESS, Reports.NOW, Duration.ofHours(1), SpamState.of("quarantined")),
                List.of()));

        ParsedPage page = ParsedPage.of(ReportPage.of(report));

        assertThat(page.texts("h2")).doesNotContain("Nothing is blocked");
        assertThat(page.text()).doesNotContain("Nothing has to be done").contains("quarantined");
    }

    @Test
    void of_tenThousandSamples_showsAHundredAndCountsAll() {
        String html = ReportPage.of(Reports.withSamples(10_000));
        ParsedPage page = ParsedPage.of(html);

        assertThat(page.texts("bdi")).hasSize(100).first().isEqualTo("id-499@example.net");
        assertThat(page.text()).contains("9,900 more are left out of this table");
        assertThat(page.texts("dd")).contains("10,000");
        assertThat(html.length()).isLessThan(200_000);
    }

    @Test
    void of_classicAttacks_keepsThemText() {
        List<String> texts = HostileTexts.fetching(CANARY);

        ParsedPage page = ParsedPage.of(ReportPage.of(Reports.hostile(texts)));

        assertThat(page.vocabulary()).isSubsetOf(allowedVocabulary());
        assertThat(page.texts("bdi")).contains(texts.get(1), texts.get(9));
        assertThat(page.text()).doesNotContain("\u001b", "\u202e", "\u2066");
        assertThat(page.values("href"))
                .containsOnly(
                        "https://github.com/ovh/docs/blob/develop/pages/bare_metal_cloud/dedicated_servers/antispam_best_practices/guide.en-gb.md");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void of_aHundredRandomTextsInEveryPlace_addsNoElementAndNoAttribute(long seed) {
        ParsedPage page = ParsedPage.of(ReportPage.of(Reports.hostile(HostileTexts.random(seed, 100))));

        assertThat(page.vocabulary()).isSubsetOf(allowedVocabulary());
        assertThat(page.all("script")).isEmpty();
        assertThat(page.values("style")).isEmpty();
    }

    private static Set<String> allowedVocabulary() {
        List<String> plain = List.of("a", "plain text", "b", "another");
        Set<String> allowed =
                ParsedPage.of(ReportPage.of(Reports.hostile(plain))).vocabulary();
        allowed.addAll(ParsedPage.of(ReportPage.of(Reports.typical())).vocabulary());
        return allowed;
    }

    @Test
    void of_anyReport_allowsItsOwnStyleByHashAndNothingElse() throws Exception {
        String html = ReportPage.of(Reports.typical());
        String css = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));

        assertThat(ParsedPage.of(html).values("content"))
                .contains("default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
        assertThat(html.indexOf("Content-Security-Policy")).isLessThan(html.indexOf("<title>"));
    }

    @Test
    void of_sameReportElsewhere_isTheSamePage() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String expected = ReportPage.of(Reports.typical());
        try {
            for (String other : List.of("ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(other));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

                assertThat(ReportPage.of(Reports.typical())).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void of_timesBeyondAnyCalendar_areNeverOrLongAgo() {
        Instant longAgo = Instant.ofEpochSecond(-400_000_000_000L);
        Report report = Reports.of(ReportedAddress.of(
                Reports.BLOCK,
                Reports.spamIp(
                        Reports.ADDRESS, Reports.NOW, Duration.ofSeconds(Long.MAX_VALUE), SpamState.BLOCKED_FOR_SPAM),
                List.of(SpamStats.of(
                        longAgo,
                        Long.MAX_VALUE,
                        1,
                        null,
                        List.of(SpamTarget.of(longAgo, Reports.ADDRESS, "id@x", Long.MIN_VALUE))))));

        ParsedPage page = ParsedPage.of(ReportPage.of(report));

        assertThat(page.texts("td")).anyMatch(cell -> cell.startsWith("never")).contains("long ago");
        assertThat(page.text()).contains("1 entry of the statistics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"typical", "none", "many", "hostile"})
    void of_anyReport_canBeFollowedByAScreenReader(String kind) {
        ParsedPage page = ParsedPage.of(ReportPage.of(
                switch (kind) {
                    case "typical" -> Reports.typical();
                    case "none" -> Reports.none();
                    case "many" -> Reports.withSamples(10_000);
                    default -> Reports.hostile(HostileTexts.fetching(CANARY));
                }));

        assertThat(page.all("html").get(0).getAttribute("lang")).isEqualTo("en");
        assertThat(page.all("header")).hasSize(1);
        assertThat(page.all("main")).hasSize(1);
        assertThat(page.all("footer")).hasSize(1);
        assertThat(page.all("h1")).hasSize(1);
        assertThat(page.values("id")).doesNotHaveDuplicates();
        assertThat(page.values("aria-labelledby"))
                .allSatisfy(ids -> assertThat(page.values("id")).contains(ids.split(" ")));
        assertThat(page.all("section")).allMatch(section -> section.hasAttribute("aria-labelledby"));
        assertThat(page.all("table"))
                .allMatch(table -> table.getElementsByTagName("caption").getLength() == 1);
        assertThat(page.all("th")).allMatch(heading -> heading.hasAttribute("scope"));
        assertThat(page.all("th"))
                .filteredOn(heading -> heading.getAttribute("scope").equals("col"))
                .noneMatch(heading -> heading.getTextContent().isBlank());
        assertThat(page.all("svg")).allMatch(ReportPageTest::isNamedOrHidden);
    }

    private static boolean isNamedOrHidden(Element svg) {
        return svg.getAttribute("aria-hidden").equals("true")
                || (svg.getElementsByTagName("title").getLength() > 0
                        && svg.getElementsByTagName("desc").getLength() == 1);
    }

    @Test
    void of_thousandsOfAddresses_saysHowManyAreLeftOut() {
        ReportedAddress[] many = new ReportedAddress[3000];
        for (int i = 0; i < many.length; i++) {
            many[i] = ReportedAddress.of(
                    Reports.BLOCK,
                    Reports.spamIp(
                            IpAddress.of("10.0." + i / 250 + '.' + i % 250),
                            Reports.NOW,
                            Duration.ofHours(1),
                            SpamState.BLOCKED_FOR_SPAM),
                    List.of());
        }

        ParsedPage page = ParsedPage.of(ReportPage.of(Reports.of(many)));

        assertThat(page.texts("h2")).contains("3,000 addresses are blocked");
        assertThat(page.text()).contains("2,800 more addresses are left out of this table");
    }
}
