package io.github.ovhantispam.benchmarks.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The keys of a client, and the signature made of it, as somebody writes it who follows the vendor's guide.
 *
 * @param endpoint the base of the API
 * @param applicationKey the application's key
 * @param applicationSecret the application's secret
 * @param consumerKey the consumer key
 */
record Keys(String endpoint, String applicationKey, String applicationSecret, String consumerKey) {

    static Keys of(Map<String, String> environment) {
        return new Keys(
                required(environment, "OVH_ENDPOINT"),
                required(environment, "OVH_APPLICATION_KEY"),
                required(environment, "OVH_APPLICATION_SECRET"),
                required(environment, "OVH_CONSUMER_KEY"));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    /** The signature of a GET. */
    String signature(String url, String timestamp) {
        String text = String.join("+", applicationSecret, consumerKey, "GET", url, "", timestamp);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return "$1$" + HexFormat.of().formatHex(sha1.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Keys[" + endpoint + ']';
    }
}
