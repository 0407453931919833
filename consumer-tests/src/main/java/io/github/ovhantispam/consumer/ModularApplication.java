package io.github.ovhantispam.consumer;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.IpStillBlockedException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;

/** An application with a {@code module-info} of its own that does a little of everything with the client. */
final class ModularApplication {

    private ModularApplication() {}

    /** Prints what the API of the {@code OVH_*} variables answers. */
    public static void main(String[] args) {
        if (System.getenv("OVH_APPLICATION_KEY") != null) {
            boolean pending =
                    !AntispamClient.builder().requestConsumerKey().consumerKey().isEmpty();
            System.out.println("another consumer key: " + (pending ? "pending" : "none"));
        }
        try (AntispamClient antispam = AntispamClient.create()) {
            System.out.println("blocks: " + antispam.ipBlocks().list().size());
            System.out.println("blocked: "
                    + antispam.ipBlock("122.122.122.121/28")
                            .spamIps()
                            .state(SpamState.BLOCKED_FOR_SPAM)
                            .addresses()
                            .list());
            SpamIpResource ip = antispam.locate("122.122.122.122");
            Instant from = Instant.parse("2022-08-29T00:00:00Z");
            System.out.println("statistics: "
                    + ip.stats(from, from.plus(Duration.ofDays(1))).size());
            System.out.println("state: " + ip.get().state());
            try {
                ip.unblock(Precaution.mailStoppedAndQueueEmptied());
            } catch (IpStillBlockedException e) {
                System.out.println("still blocked for minutes, rounded up: "
                        + e.remaining().plusSeconds(59).toMinutes());
            }
        }
    }
}
