package io.github.ovhantispam.client.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpBlock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverlappingBlocksTest {

    @Test
    void blocksWithinOthers_andThoseAroundThem_areFound() {
        List<IpBlock> blocks = Stream.of(
                        "192.0.2.0/24", "192.0.2.9/28", "192.0.2.7/32", "192.0.3.0/24", "2001:db8::/32", "0.0.0.0/32")
                .map(IpBlock::of)
                .toList();

        OverlappingBlocks shared = new OverlappingBlocks(blocks);

        assertThat(blocks.stream().filter(shared::contains)).isEqualTo(blocks.subList(0, 3));
    }

    @Test
    void manyBlocks_areJudgedAsOneByOne() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            Set<IpBlock> blocks = new HashSet<>();
            for (int i = 0; i < 30; i++) {
                blocks.add(IpBlock.of(
                        "10.0." + random.nextInt(4) + '.' + random.nextInt(256) + '/' + (22 + random.nextInt(11))));
            }

            OverlappingBlocks shared = new OverlappingBlocks(blocks);

            assertThat(blocks)
                    .allSatisfy(block -> assertThat(shared.contains(block))
                            .isEqualTo(blocks.stream()
                                    .anyMatch(other ->
                                            !other.equals(block) && (other.contains(block) || block.contains(other)))));
        }
    }
}
