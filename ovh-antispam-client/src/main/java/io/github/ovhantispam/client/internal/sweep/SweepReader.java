package io.github.ovhantispam.client.internal.sweep;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.AuthenticationException;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.client.SweepItem;
import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.paging.BatchReader;
import io.github.ovhantispam.client.internal.paging.ElementReader;
import io.github.ovhantispam.client.internal.paging.ObjectPages;
import io.github.ovhantispam.client.internal.paging.SpamIpListEndpoint;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the lists of blocks for a sweep: one, or several at once in batches. */
final class SweepReader {

    private static final IpBlock SOME_BLOCK = IpBlock.of("192.0.2.0/28");

    private final Calls calls;
    private final BatchReader batches;
    private final SightingRank rank;
    private final @Nullable SpamState state;
    private final Map<String, String> filters;
    private final BiFunction<IpBlock, IpAddress, SpamIpResource> handles;

    SweepReader(Calls calls, @Nullable SpamState state, BiFunction<IpBlock, IpAddress, SpamIpResource> handles) {
        this.calls = calls;
        this.batches = new BatchReader(calls);
        this.rank = new SightingRank(calls.runtime().serverClock());
        this.state = state;
        this.filters = state == null ? Map.of() : Map.of("state", state.value());
        this.handles = handles;
    }

    /** A block in whose list a batch saw addresses. */
    record Suspect(IpBlock block, Set<IpAddress> seen) {}

    /**
     * The result of reading some blocks.
     *
     * @param items the findings and failures
     * @param done the number of blocks that need no more reading
     * @param suspects blocks that have addresses, of which more has to be read
     * @param unread blocks that have to be read by themselves
     */
    record Swept(List<SweepItem> items, int done, List<Suspect> suspects, List<IpBlock> unread) {}

    /** Gets ready what the first request for a list needs. It sends nothing. */
    void prepare() {
        new SpamIpListEndpoint(calls.requests(), SOME_BLOCK, filters)
                .page(ObjectPages.headers(1, calls.options().pageSize()))
                .prepare();
    }

    /** Reads the list of a block, or as much of it as can be read. */
    Swept read(IpBlock block) {
        SpamIpListEndpoint listing = new SpamIpListEndpoint(calls.requests(), block, filters);
        LatestPerAddress readings = new LatestPerAddress(block, rank);
        Optional<BlockFailure> failure = Optional.empty();
        try {
            ObjectPages<IpAddress, SpamIp> pages =
                    ObjectPages.asListed(calls, listing, ElementReader.here(calls, listing, batches));
            while (pages.hasNext()) {
                pages.next().forEach(readings::add);
            }
        } catch (AntispamException e) {
            failure = Optional.of(failure(block, e));
        }
        return new Swept(items(readings, failure), 1, List.of(), List.of());
    }

    /** Looks which blocks have addresses at all: ids, which come all at once and so are never cut short. */
    Swept glance(List<IpBlock> blocks) {
        Map<IpBlock, List<IdOrObject<SpamIp>>> lists = readBatch(blocks, Map.of());
        List<Suspect> suspects = new ArrayList<>();
        List<IpBlock> unread = new ArrayList<>();
        for (IpBlock block : blocks) {
            Optional<Set<IpAddress>> addresses =
                    Optional.ofNullable(lists.get(block)).flatMap(SweepReader::addresses);
            if (addresses.isEmpty()) {
                unread.add(block);
            } else if (!addresses.get().isEmpty()) {
                suspects.add(new Suspect(block, addresses.get()));
            }
        }
        return new Swept(List.of(), blocks.size() - suspects.size() - unread.size(), suspects, unread);
    }

    private static Optional<Set<IpAddress>> addresses(List<IdOrObject<SpamIp>> list) {
        if (list.stream().anyMatch(Objects::isNull)) {
            return Optional.empty();
        }
        try {
            return Optional.of(list.stream()
                    .map(listed -> listed.whole() == null
                            ? IpAddress.of(String.valueOf(listed.id()))
                            : listed.whole().ipSpamming())
                    .collect(Collectors.toSet()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // reading the block by itself will tell what is wrong
        }
    }

    /** Reads the lists of blocks that have addresses as whole objects, and by itself each object that they lack. */
    Swept read(List<Suspect> suspects) {
        List<IpBlock> blocks = suspects.stream().map(Suspect::block).toList();
        Map<IpBlock, List<IdOrObject<SpamIp>>> lists =
                readBatch(blocks, ObjectPages.headers(1, calls.options().pageSize()));
        List<SweepItem> items = new ArrayList<>();
        List<IpBlock> unread = new ArrayList<>();
        for (Suspect suspect : suspects) {
            List<SpamIp> wholes = wholes(lists.getOrDefault(suspect.block(), List.of()));
            if (wholes.isEmpty()) {
                unread.add(suspect.block());
            } else {
                items.addAll(complete(suspect, wholes));
            }
        }
        return new Swept(items, suspects.size() - unread.size(), List.of(), unread);
    }

    /** Returns the objects of a list; none when anything else is in it. */
    private static List<SpamIp> wholes(List<IdOrObject<SpamIp>> list) {
        List<SpamIp> wholes = new ArrayList<>();
        for (IdOrObject<SpamIp> listed : list) {
            if (listed == null || listed.whole() == null) {
                return List.of();
            }
            wholes.add(listed.whole());
        }
        return wholes;
    }

    private List<SweepItem> complete(Suspect suspect, List<SpamIp> wholes) {
        IpBlock block = suspect.block();
        Set<IpAddress> missing = new HashSet<>(suspect.seen());
        LatestPerAddress readings = new LatestPerAddress(block, rank);
        Optional<BlockFailure> failure = Optional.empty();
        try {
            for (SpamIp spam : wholes) {
                missing.remove(spam.ipSpamming());
                readings.add(spam);
            }
            SpamIpListEndpoint listing = new SpamIpListEndpoint(calls.requests(), block, filters);
            ElementReader.Fetched<SpamIp> fetched =
                    ElementReader.here(calls, listing, batches).read(List.copyOf(missing));
            fetched.elements().forEach(readings::add);
            if (fetched.failure() != null) {
                throw fetched.failure();
            }
        } catch (AntispamException e) {
            failure = Optional.of(failure(block, e));
        }
        return items(readings, failure);
    }

    private Map<IpBlock, List<IdOrObject<SpamIp>>> readBatch(List<IpBlock> blocks, Map<String, String> page) {
        return batches.read(
                blocks,
                IpBlock::of,
                keys -> calls.requests().spamIpLists(keys, filters, page),
                (block, list) -> addresses(list)
                        .filter(seen -> seen.stream().allMatch(block::contains))
                        .isPresent());
    }

    private List<SweepItem> items(LatestPerAddress readings, Optional<BlockFailure> failure) {
        List<SweepItem> items = new ArrayList<>();
        for (SpamIp spam : readings.latest()) {
            // The state may have changed between the list and the object, and a server may not know the filter.
            if (state == null || state.equals(spam.state())) {
                items.add(new Finding(handles.apply(readings.block(), spam.ipSpamming()), spam));
            }
        }
        failure.ifPresent(items::add);
        return items;
    }

    /** Returns a failure of the block alone; throws one that is a failure of the sweep. */
    private static BlockFailure failure(IpBlock block, AntispamException exception) {
        if (exception instanceof AuthenticationException || exception instanceof AntispamInterruptedException) {
            throw exception;
        }
        return new BlockFailure(block, exception);
    }
}
