package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.model.SpamIp;
import java.time.Duration;

/** The first lines of README, as a program that finds its account in the environment. */
final class ReadmeProgram {

    private ReadmeProgram() {}

    public static void main(String... arguments) {
        try (AntispamClient antispam = AntispamClient.create()) { // OVH_* variables, then ovh.conf
            SpamIpResource ip = antispam.locate("122.122.122.122"); // finds the block of the address
            SpamIp spam = ip.get(); // NotFoundException: it has never been blocked
            System.out.println(spam.state() + ", can be released from " + spam.releasableAt());
            ip.stats().forEach(stats -> System.out.println(stats.detectedSpams())); // the mails, by Message-ID

            SpamIp free = ip.release(Precaution.mailStoppedAndQueueEmptied())
                    .timeout(Duration.ofHours(2))
                    .await(); // waits for the end of the block, asks, and waits for the effect
            System.out.println(free.state());
        }
    }
}
