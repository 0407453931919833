package io.github.ovhantispam.emulator;

import io.github.ovhantispam.model.IpType;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A large account: /28 blocks from 10.0.0.0 on, some of whose addresses are blocked. */
final class GeneratedSeed implements Seed {

    private static final int ADDRESSES = 16;
    private static final int MOST_BLOCKS = 1 << 20; // as many /28 as 10.0.0.0/8 has
    private static final List<IpType> TYPES =
            List.of(IpType.DEDICATED, IpType.VPS, IpType.PCC, IpType.FAILOVER, IpType.CLOUD);

    private final int blocks;
    private final int blocked;
    private final long seed;

    GeneratedSeed(int blocks, int blocked, long seed) {
        if (blocks < 0 || blocks > MOST_BLOCKS) {
            throw new IllegalArgumentException("blocks: not from 0 to " + MOST_BLOCKS + ": " + blocks);
        }
        if (blocked < 0 || blocked > (long) blocks * ADDRESSES) {
            throw new IllegalArgumentException("blocked: not from 0 to 16 for each block: " + blocked);
        }
        this.blocks = blocks;
        this.blocked = blocked;
        this.seed = seed;
    }

    @Override
    public void sow(AntispamEmulator emulator) {
        Random random = new Random(seed);
        for (int i = 0; i < blocks; i++) {
            emulator.ipBlock(address(i * ADDRESSES) + "/28").type(TYPES.get(random.nextInt(TYPES.size())));
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        while (chosen.size() < blocked) {
            chosen.add(random.nextInt(blocks * ADDRESSES));
        }
        for (int number : chosen) {
            String block = address(number / ADDRESSES * ADDRESSES) + "/28";
            emulator.ipBlock(block).spamIp(address(number)).blockedFor(Duration.ofHours(1 + random.nextInt(24)));
        }
    }

    private static String address(int number) {
        return "10." + (number >> 16) + "." + (number >> 8 & 0xff) + "." + (number & 0xff);
    }
}
