package io.github.ovhantispam.benchmarks.call;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.model.SpamIp;
import java.util.Map;

/** The client of this project, with every setting at its default. */
final class AntispamClientCall implements SignedCall {

    private final AntispamClient antispam;

    AntispamClientCall(Map<String, String> environment) {
        antispam = AntispamClient.builder().environment(environment).build();
    }

    @Override
    public SpamIp get(String block, String ipSpamming) {
        return antispam.ipBlock(block).spamIp(ipSpamming).get();
    }

    @Override
    public void close() {
        antispam.close();
    }
}
