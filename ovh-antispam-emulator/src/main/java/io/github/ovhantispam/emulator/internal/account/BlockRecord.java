package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** One block of the account and the addresses in it that have sent spam. */
public final class BlockRecord {

    private final IpBlock block;
    private final AccountRules rules;
    private volatile BlockDetails details = BlockDetails.ofNewBlock();
    private final ConcurrentNavigableMap<IpAddress, SpamRecord> spam = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<IpAddress, String> reverses = new ConcurrentSkipListMap<>();
    private volatile boolean expired;

    public BlockRecord(IpBlock block, AccountRules rules) {
        this.block = block;
        this.rules = rules;
    }

    public IpBlock block() {
        return block;
    }

    /** Returns the properties of the block. */
    public BlockDetails details() {
        return details;
    }

    /** Changes what the API says of the block. */
    public synchronized void change(UnaryOperator<BlockDetails> change) {
        details = change.apply(details);
    }

    /** Returns true when the service behind the block has expired. */
    public boolean isExpired() {
        return expired;
    }

    /** Lets the service behind the block expire, or not. */
    public void expired(boolean expired) {
        this.expired = expired;
    }

    /** Returns the addresses that have sent spam. */
    public Collection<SpamRecord> spam() {
        return spam.values();
    }

    public Optional<SpamRecord> spam(IpAddress address) {
        return Optional.ofNullable(spam.get(address));
    }

    /** Returns the reverse names of its addresses, to be read and changed. */
    public ConcurrentNavigableMap<IpAddress, String> reverses() {
        return reverses;
    }

    /** Returns what makes the block again what it is now. */
    public Runnable restorePoint() {
        BlockDetails oldDetails = details;
        boolean oldExpired = expired;
        Map<IpAddress, String> oldReverses = Map.copyOf(reverses);
        Map<IpAddress, SpamRecord> oldSpam = Map.copyOf(spam);
        List<Runnable> records =
                oldSpam.values().stream().map(SpamRecord::restorePoint).toList();
        return () -> {
            details = oldDetails;
            expired = oldExpired;
            reverses.clear();
            reverses.putAll(oldReverses);
            spam.keySet().retainAll(oldSpam.keySet());
            records.forEach(Runnable::run);
        };
    }

    /** Returns the record of an address, made now if there is none. */
    public SpamRecord spamOrNew(IpAddress address) {
        return spam.computeIfAbsent(address, key -> new SpamRecord(key, rules));
    }
}
