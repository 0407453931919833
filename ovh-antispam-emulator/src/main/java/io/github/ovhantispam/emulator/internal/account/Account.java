package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.model.IpBlock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The blocks of the customer, in the order they were added. */
public final class Account {

    private final AccountRules rules;
    private final Map<IpBlock, BlockRecord> blocks = new LinkedHashMap<>();
    private final Notifications notifications;
    private final Tickets tickets = new Tickets();
    private @Nullable List<BlockRecord> listed;

    /** Makes an account without blocks. */
    public Account(AccountRules rules) {
        this.rules = rules;
        this.notifications = rules.notifications();
    }

    /** Returns the block with this address and prefix. */
    public synchronized Optional<BlockRecord> block(IpBlock block) {
        return Optional.ofNullable(blocks.get(block));
    }

    /** Returns the block with this address and prefix, added now if there is none. */
    public synchronized BlockRecord blockOrNew(IpBlock block) {
        return blocks.computeIfAbsent(block, key -> {
            listed = null;
            return new BlockRecord(key, rules);
        });
    }

    /** Takes a block away. */
    public synchronized void remove(IpBlock block) {
        listed = null;
        blocks.remove(block);
    }

    /** Returns what makes the account again what it is now: for a seed that is refused half-way. */
    public synchronized Runnable restorePoint() {
        Runnable history = notifications.restorePoint();
        Map<IpBlock, BlockRecord> oldBlocks = new LinkedHashMap<>(blocks);
        List<Runnable> records =
                oldBlocks.values().stream().map(BlockRecord::restorePoint).toList();
        return () -> {
            synchronized (this) {
                listed = null;
                blocks.clear();
                blocks.putAll(oldBlocks);
                records.forEach(Runnable::run);
                history.run();
            }
        };
    }

    /** Takes all blocks away. */
    public synchronized void clear() {
        listed = null;
        blocks.clear();
        notifications.clear();
        tickets.clear();
    }

    /** Returns the mails that the customer was sent. */
    public Notifications notifications() {
        return notifications;
    }

    /** Returns the customer's tickets. */
    public Tickets tickets() {
        return tickets;
    }

    /** Returns the number of reverse names of all blocks. */
    public long reverseCount() {
        return blocks().stream().mapToLong(block -> block.reverses().size()).sum();
    }

    public synchronized List<BlockRecord> blocks() {
        // Kept until the next change: a client that pages through 100,000 blocks asks for the list again and again.
        List<BlockRecord> list = listed;
        if (list == null) {
            list = List.copyOf(blocks.values());
            listed = list;
        }
        return list;
    }
}
