package io.github.ovhantispam.benchmarks.emulator;

import io.github.ovhantispam.emulator.AntispamEmulator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/** The emulator with every setting at its default and one address that is blocked. */
final class EmulatorContender implements Contender {

    static final String PATH = "/ip/122.122.122.121%2F28/spam/122.122.122.122";

    private final AntispamEmulator emulator = AntispamEmulator.start();

    EmulatorContender() {
        emulator.ipBlock("122.122.122.121/28").spamIp("122.122.122.122").blockedFor(Duration.ofHours(1));
    }

    /** Signed here once and for all: the clock of the emulator stands still, so the signature does not age. */
    @Override
    public Request request() {
        Map<String, String> environment = emulator.environment();
        String applicationKey = environment.getOrDefault("OVH_APPLICATION_KEY", "");
        String secret = environment.getOrDefault("OVH_APPLICATION_SECRET", "");
        String consumerKey = environment.getOrDefault("OVH_CONSUMER_KEY", "");
        String timestamp = String.valueOf(emulator.clock().instant().getEpochSecond());
        String url = emulator.endpoint() + PATH;
        return new Request(
                URI.create(url),
                Map.of(
                        "X-Ovh-Application", applicationKey,
                        "X-Ovh-Consumer", consumerKey,
                        "X-Ovh-Timestamp", timestamp,
                        "X-Ovh-Signature", signature(secret, consumerKey, "GET", url, "", timestamp)));
    }

    private static String signature(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("+", parts).getBytes(StandardCharsets.UTF_8));
            return "$1$" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    @Override
    public void forgetRequests() {
        emulator.journal().clear();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
