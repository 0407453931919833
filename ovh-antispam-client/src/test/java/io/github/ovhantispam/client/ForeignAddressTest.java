package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of a block with an address that lies outside of it. */
class ForeignAddressTest {

    private static final String IDS = "[\"192.0.2.1\",\"192.0.2.99\",\"192.0.2.2\"]";
    private static final String SPAM = "[" + spam(1) + "," + spam(99) + "," + spam(2) + "]";
    private static final String REVERSES = "[" + reverse(1) + "," + reverse(99) + "," + reverse(2) + "]";

    @RegisterExtension
    final EmulatedAccount account = new EmulatedAccount();

    enum Reading {
        OBJECTS(Operation.LIST_SPAM, SPAM, IpBlockResource::spamIps),
        IDS_ALONE(Operation.LIST_SPAM, IDS, block -> block.spamIps().addresses()),
        IDS_THEN_OBJECTS(Operation.LIST_SPAM, IDS, IpBlockResource::spamIps),
        REVERSE_OBJECTS(Operation.LIST_REVERSES, REVERSES, IpBlockResource::reverse),
        REVERSE_IDS_ALONE(Operation.LIST_REVERSES, IDS, block -> block.reverse().addresses()),
        REVERSE_IDS_THEN_OBJECTS(Operation.LIST_REVERSES, IDS, IpBlockResource::reverse);

        private final Operation operation;
        private final String list;
        private final Function<IpBlockResource, Query<?>> query;

        Reading(Operation operation, String list, Function<IpBlockResource, Query<?>> query) {
            this.operation = operation;
            this.list = list;
            this.query = query;
        }
    }

    @ParameterizedTest
    @EnumSource
    void foreignAddress_readByItself_endsTheList(Reading reading) {
        check(reading, 1);
    }

    @ParameterizedTest
    @EnumSource
    void foreignAddress_readInABatch_endsTheList(Reading reading) {
        check(reading, 10);
    }

    private void check(Reading reading, int batchSize) {
        for (String ip : List.of("192.0.2.1", "192.0.2.2")) {
            account.emulator.ipBlock("192.0.2.0/28").reverse(ip, "mail.example.com.");
            account.emulator.ipBlock("192.0.2.0/28").spamIp(ip).blockedFor(Duration.ofHours(1));
        }
        account.emulator.faults().on(reading.operation).raw(200, Map.of(), reading.list);
        IpBlockResource block =
                account.antispam.withOptions(o -> o.batchSize(batchSize)).ipBlock("192.0.2.0/28");
        List<Object> delivered = new ArrayList<>();

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> reading.query.apply(block).stream().forEach(delivered::add))
                .withMessageContaining("the list of 192.0.2.0/28 has an address outside of it: 192.0.2.99");
        assertThat(delivered).singleElement().asString().contains("192.0.2.1");
        assertThat(account.emulator.journal().entries())
                .noneMatch(entry -> entry.target().contains("192.0.2.99"));
    }

    private static String spam(int host) {
        return "{\"ipSpamming\":\"192.0.2." + host
                + "\",\"state\":\"blockedForSpam\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":3600}";
    }

    private static String reverse(int host) {
        return "{\"ipReverse\":\"192.0.2." + host + "\",\"reverse\":\"mail.example.com.\"}";
    }
}
