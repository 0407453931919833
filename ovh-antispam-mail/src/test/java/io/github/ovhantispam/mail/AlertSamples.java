package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The samples that alerts of tests list: identifiers in the shapes that were seen, with made-up names. */
final class AlertSamples {

    static final List<SpamSample> SIX = List.of(
            sample("192.0.2.33", "0f9a2c14-5f37-457f-9595-23ddc9e0f714@mail.example.local", 300),
            sample("192.0.2.33", "kx090jdhf934iu09bf084bfo92@example.com", 300),
            sample("198.51.100.35", "Q7hbfo93407684bfoqljrlqvpLatS3RRB9rZw7e8s@shop.example.online", 410),
            sample("8.8.4.4", "6ZUnls843bnf0934StxFasYGmhtDJRo@example.online", 1300),
            sample(
                    "192.0.2.33",
                    "abc.3z54da3kdfkl45802n0c0q98rqcc57e3b8aadfac63b2c408e3f5f9a27.1d44jk.166489320375@mx.example.net",
                    300),
            sample(
                    "192.0.2.33",
                    "abc.3z54da33hn98v9bcq-nrf3r67cc57e3b8aadfac63b2c408e3f5f9a27.1d44.1655508652095@mx.example.net",
                    300));

    static final List<SpamSample> ONE_WITHOUT_ID =
            List.of(new SpamSample(IpAddress.of("192.0.2.33"), Optional.empty(), 300));

    static final Map<String, List<SpamSample>> SETS =
            Map.of("six samples", SIX, "no sample", List.of(), "one without id", ONE_WITHOUT_ID);

    private AlertSamples() {}

    static SpamSample sample(String destination, String id, long score) {
        return new SpamSample(IpAddress.of(destination), Optional.of(MessageId.of(id)), score);
    }
}
