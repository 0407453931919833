package io.github.ovhantispam.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The list of a block on a server whose ways with pages, totals and cursors are drawn by lot, and which may change
 * between two of its pages. Only such lists as leave a trace of what they lack: where no total is announced, nothing is
 * cut and nothing is removed.
 */
final class ModelledList {

    enum Total {
        NONE,
        TRUE,
        TOO_SMALL,
        TOO_LARGE
    }

    private final int block;
    private final int size;
    private final Random random;
    private final List<String> elements;
    private final Set<String> everThere = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private final boolean objects;
    private final boolean ignoresPages;
    private final boolean cursors;
    private final int cap;
    private final boolean gaps;
    private final boolean twice;
    private final Total total;
    private final int announced;
    private final int plainCut;
    private int changesAfter;
    private int served;
    private int serial;

    ModelledList(int block, int size, Random random) {
        this.block = block;
        this.size = size;
        this.random = random;
        int count = random.nextInt(4) == 0 ? size * random.nextInt(3) : random.nextInt(40);
        elements = new ArrayList<>(
                IntStream.range(0, count).mapToObj(this::address).toList());
        everThere.addAll(elements);
        objects = random.nextInt(3) > 0;
        boolean trueTotal = random.nextBoolean();
        ignoresPages = random.nextInt(5) == 0;
        cursors = !ignoresPages && random.nextInt(4) == 0;
        cap = trueTotal || (objects && !ignoresPages) ? 1 + random.nextInt(size) : size;
        gaps = trueTotal && random.nextInt(6) == 0;
        twice = count > 0 && cap > 1 && random.nextInt(6) == 0;
        if (twice) {
            elements.add(random.nextInt(count), elements.get(random.nextInt(count)));
        }
        int small = count > 1 ? 1 + random.nextInt(count - 1) : 0;
        if (trueTotal) {
            total = random.nextInt(8) == 0 ? Total.TOO_LARGE : Total.TRUE;
        } else {
            boolean isReachedByAPage = small == 0 || small % cap == 0 || twice || (!objects && count == size);
            total = isReachedByAPage || random.nextBoolean() ? Total.NONE : Total.TOO_SMALL;
        }
        announced = total == Total.TOO_SMALL ? small : count + 2 + random.nextInt(9);
        plainCut = total == Total.TRUE && random.nextInt(4) == 0 ? 1 + random.nextInt(size) : Integer.MAX_VALUE;
        changesAfter = total == Total.TRUE && random.nextInt(3) == 0 ? 1 + random.nextInt(3) : Integer.MAX_VALUE;
    }

    private String address(int number) {
        return "10." + block + ".0." + number;
    }

    /** What an answer holds, as JSON, and its headers. */
    record Page(
            String body, @Nullable String total, @Nullable String cursor) {}

    /** A page of objects, if the server gives such. */
    synchronized Page page(int number, @Nullable String cursor) {
        int length = Math.min(cap, size);
        int from = cursor == null ? (number - 1) * (gaps ? size : length) : offset(cursor);
        boolean empty = cursors && random.nextInt(4) == 0;
        List<String> page = ignoresPages ? elements : part(from, empty ? 0 : length);
        int to = from + (empty ? 0 : length);
        boolean more = cursors && to < elements.size();
        return served(new Page(
                json(page, objects), total(), more || (empty && from > 0) ? "at " + to + " of " + serial++ : null));
    }

    /** The ids, as they come where no pages are asked for: at once, or by cursors. */
    synchronized Page plain(@Nullable String cursor) {
        if (!cursors) {
            return served(new Page(json(part(0, plainCut), false), total(), null));
        }
        int from = cursor == null ? 0 : offset(cursor);
        int to = from + cap;
        return served(new Page(
                json(part(from, cap), false), total(), to < elements.size() ? "at " + to + " of " + serial++ : null));
    }

    /** All of it, as a batch has it; cut where pages of objects were asked for. */
    synchronized String inBatch(boolean paged) {
        return json(paged && objects ? part(0, cap) : elements, paged && objects);
    }

    synchronized boolean has(String address) {
        return elements.contains(address);
    }

    static String object(String address) {
        return "{\"ipSpamming\":\"" + address
                + "\",\"state\":\"blockedForSpam\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1}";
    }

    private static String json(List<String> addresses, boolean whole) {
        return addresses.stream()
                .map(address -> whole ? object(address) : '"' + address + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static int offset(String cursor) {
        return Integer.parseInt(cursor.split(" ", -1)[1]);
    }

    private List<String> part(int from, int length) {
        int begin = Math.min(from, elements.size());
        return elements.subList(begin, (int) Math.min(elements.size(), (long) begin + length));
    }

    private @Nullable String total() {
        return switch (total) {
            case NONE -> random.nextBoolean() ? null : "0";
            case TRUE -> String.valueOf(elements.size());
            case TOO_SMALL, TOO_LARGE -> String.valueOf(announced);
        };
    }

    /** Removes some and adds fewer or more, so that the total moves. */
    private Page served(Page page) {
        served++;
        if (served == changesAfter) {
            changesAfter = random.nextInt(4) == 0 ? served + 1 + random.nextInt(4) : Integer.MAX_VALUE;
            int before = elements.size();
            int removals = Math.min(before, random.nextInt(6));
            for (int i = 0; i < removals; i++) {
                String gone = elements.remove(random.nextInt(Math.min(elements.size(), cap + 1)));
                removed.add(gone);
            }
            int additions = random.nextInt(4);
            for (int i = 0; i < additions || elements.size() == before; i++) {
                String fresh = address(50 + everThere.size());
                everThere.add(fresh);
                elements.add(random.nextBoolean() ? 0 : elements.size(), fresh);
            }
        }
        return page;
    }

    /** Those that were there all the time. */
    synchronized Set<String> stayed() {
        return elements.stream()
                .filter(address -> !removed.contains(address))
                .filter(address -> Integer.parseInt(address.substring(address.lastIndexOf('.') + 1)) < 50)
                .collect(Collectors.toSet());
    }

    synchronized Set<String> everThere() {
        return Set.copyOf(everThere);
    }

    /** Whether nothing about the list, or the page size that it is asked with, gives reason to doubt it. */
    synchronized boolean isSound() {
        boolean repeatsAFullPage = ignoresPages && objects && elements.size() == size;
        return !gaps
                && !twice
                && total != Total.TOO_LARGE
                && plainCut == Integer.MAX_VALUE
                && changesAfter == Integer.MAX_VALUE
                && removed.isEmpty()
                && !repeatsAFullPage;
    }

    @Override
    public synchronized String toString() {
        return "ModelledList[" + elements.size() + " elements, pages of " + size + " and at most " + cap + ", total "
                + total + ' ' + announced + ", objects=" + objects + ", ignoresPages=" + ignoresPages + ", cursors="
                + cursors + ", gaps=" + gaps + ", twice=" + twice + ", plainCut=" + plainCut + ", served=" + served
                + ", changesAfter=" + changesAfter + ", removed=" + removed + ']';
    }
}
