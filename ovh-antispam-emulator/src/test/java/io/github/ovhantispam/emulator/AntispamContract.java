package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.model.IpBlock;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the API promises, asked of whatever serves it: of the emulator in every build, of a real account when there is
 * one. It reads only, but for the one test that says so.
 */
abstract class AntispamContract {

    private final VendorSchema schema = new VendorSchema();
    private final JsonText json = new JsonText();

    abstract Map<String, String> environment();

    abstract Instant now();

    /** A caller who signs with {@link #environment}, at the server's own time. */
    abstract TestCaller caller();

    /** Whether a fault of the caller may be tried that changes something if the server is wrong. */
    abstract boolean mayWrite();

    private List<String> violations(TestCaller.Reply reply, String type) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        // The vendor adds fields to its schema; a missing or ill-typed one is another matter.
        return schema.violations(reply.body(), type).stream()
                .filter(violation -> !violation.contains(": the fields of "))
                .toList();
    }

    private List<String> texts(TestCaller.Reply reply) throws IOException {
        return ((List<?>) json.read(reply.body().getBytes(StandardCharsets.UTF_8)))
                .stream().map(String::valueOf).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private IpBlock anIpv4Block() throws IOException {
        Optional<IpBlock> block = texts(caller().get("/ip")).stream()
                .map(IpBlock::of)
                .filter(IpBlock::isIpv4)
                .findFirst();
        assumeTrue(block.isPresent());
        return block.orElseThrow();
    }

    private String pathOf(IpBlock block) {
        return "/ip/" + encoded(block.toString()) + "/spam";
    }

    private Optional<String> anAddressWithSpam() throws IOException {
        for (String text : texts(caller().get("/ip"))) {
            IpBlock block = IpBlock.of(text);
            if (block.isIpv4()) {
                TestCaller.Reply reply = caller().get(pathOf(block));
                if (reply.status() == 200 && !reply.body().equals("[]")) {
                    return Optional.of(pathOf(block) + "/" + texts(reply).get(0));
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void authTime_withoutAuthentication_isSecondsSince1970() {
        TestCaller.Reply reply = caller().bare("GET", environment().get("OVH_ENDPOINT") + "/auth/time", null, Map.of());

        assertThat(violations(reply, "long")).isEmpty();
        assertThat(Long.parseLong(reply.body())).isBetween(now().getEpochSecond() - 300, now().getEpochSecond() + 300);
    }

    @Test
    void listBlocks_isAListOfBlocks() {
        assertThat(violations(caller().get("/ip"), "[ipBlock]")).isEmpty();
    }

    @Test
    void listBlocks_belowV1_isTheSameList() throws IOException {
        String v1 = environment().get("OVH_ENDPOINT").replaceFirst("/1\\.0$", "/v1");
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("OVH_ENDPOINT", v1);
        try (TestCaller other = new TestCaller(environment, this::now)) {
            assertThat(texts(other.get("/ip"))).containsExactlyInAnyOrderElementsOf(texts(caller().get("/ip")));
        }
    }

    @Test
    void listBlocks_byAddress_holdsTheBlock() throws IOException {
        IpBlock block = anIpv4Block();

        assertThat(texts(caller().get("/ip?ip=" + block.address()))).contains(block.toString());
    }

    @Test
    void getBlock_asListed_isOfTheSchemasType() throws IOException {
        TestCaller.Reply reply = caller().get("/ip/" + encoded(anIpv4Block().toString()));

        assertThat(violations(reply, "ip.IpWithIAM")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"blockedForSpam", "unblocked", "unblocking"})
    void listSpam_byState_isPartOfTheWholeList(String state) throws IOException {
        IpBlock block = anIpv4Block();

        List<String> all = texts(caller().get(pathOf(block)));
        assertThat(all).containsAll(texts(caller().get(pathOf(block) + "?state=" + state)));
    }

    @Test
    void getSpam_andStats_areOfTheSchemasTypes() throws IOException {
        Optional<String> address = anAddressWithSpam();
        assumeTrue(address.isPresent());
        String period =
                "?from=" + encoded(now().minus(Duration.ofDays(30)).toString()) + "&to=" + encoded(now().toString());

        assertThat(violations(caller().get(address.orElseThrow()), "ip.SpamIp")).isEmpty();
        assertThat(violations(caller().get(address.orElseThrow() + "/stats" + period), "[ip.SpamStats]"))
                .isEmpty();
    }

    @Test
    void call_unsigned_is401() {
        TestCaller.Reply reply = caller().bare("GET", environment().get("OVH_ENDPOINT") + "/ip", null, Map.of());

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void call_withAWrongSignature_isInvalid() {
        TestCaller.Reply reply =
                caller().with("X-Ovh-Signature", "$1$" + "0".repeat(40)).get("/ip");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("Invalid signature");
    }

    @Test
    void call_withAnUnknownApplication_isForbidden() {
        TestCaller.Reply reply =
                caller().with("X-Ovh-Application", "0000000000000000").get("/ip");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("This application key is invalid");
    }

    @Test
    void call_withAnUnknownConsumerKey_isForbidden() {
        TestCaller.Reply reply = caller().with("X-Ovh-Consumer", "0".repeat(32)).get("/ip");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("This credential does not exist");
    }

    @Test
    void path_whoseSlashIsNotEncoded_isAnotherPath() throws IOException {
        assertThat(caller().get("/ip/" + anIpv4Block() + "/spam").status()).isEqualTo(404);
    }

    @Test
    void answer_ofAnyKind_carriesAQueryId() {
        assertThat(caller().get("/ip").headers().get("x-ovh-queryid")).isNotBlank();
        assertThat(caller().get("/ip/0.0.0.0%2F32").headers().get("x-ovh-queryid"))
                .isNotBlank();
    }

    @Test
    void unblock_tooEarly_tellsTheSecondsLeft() throws IOException {
        Optional<String> address = anAddressWithSpam();
        assumeTrue(mayWrite() && address.isPresent());

        TestCaller.Reply reply = caller().post(address.orElseThrow() + "/unblock");
        assumeTrue(reply.status() != 200);
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.body()).containsPattern("This IP address is still blocked for [0-9]+ seconds");
    }
}
