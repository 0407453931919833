package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.error.UnexpectedContent;
import io.github.ovhantispam.client.internal.wire.Route;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which a list is believed to be whole. It sees each page and decides on the next request, if any; a list
 * that may be short fails here and never ends normally.
 *
 * <ul>
 *   <li>Where cursors are announced, the list ends with the first page that announces none. An empty page with a cursor
 *       is not an end.
 *   <li>Ids end with the page where no total and no size of a page speaks against it: a server without pages gives them
 *       all at once.
 *   <li>Else the list ends with the announced total or with an empty page, never with a short page: a server may cap
 *       the size without saying so.
 *   <li>A page that holds once more all that was listed before is the whole list of a server that ignores pages; unless
 *       it is exactly as long as was asked for, because such a server may go by the size alone.
 *   <li>A list that ends before its total is short. A total that is less than what was listed is disproved, and the
 *       list ends as if there were none.
 *   <li>A total that moves, or a page that repeats an element of an earlier one and is short for it, shows a list that
 *       changed between two pages: elements may have moved to where they were not seen. The list is read again from its
 *       start.
 * </ul>
 *
 * @param <K> what tells two elements apart
 */
final class Completeness<K> {

    private static final int MOST_EMPTY_PAGES = 100;
    private static final int MOST_READINGS = 3;

    private final Route route;
    private final Map<K, Integer> lastPages = new HashMap<>();

    // Of the page that is being read.
    private Integer page = 1;
    private int elements;
    private int news;
    private int twice;
    private final Set<K> repeated = new HashSet<>();

    // Of this reading of the list.
    private int readings = 1;
    private int firstPage = 1;
    private long distinct;
    private long alsoListed;
    private long overlaps;
    private boolean foundMore;
    private boolean byCursor;
    private final Set<String> cursors = new HashSet<>();
    private @Nullable Long total;
    private boolean moved;

    Completeness(Route route) {
        this.route = route;
    }

    /** The kind of elements on a page. */
    enum Content {
        /** Whole objects, or some of them. */
        OBJECTS,
        /** Nothing but ids, although a page of objects was requested. */
        IDS,
        /** Ids that were requested without pages. */
        PLAIN_IDS
    }

    /** The next request. */
    enum Next {
        PAGE,
        FIRST_PAGE,
        NOTHING
    }

    /** Notes an element of the page; returns false when it was listed before, be it in an earlier reading. */
    boolean add(K key) {
        elements++;
        Integer before = lastPages.put(key, page);
        if (before == null) {
            foundMore = true;
            news++;
        } else if (before.equals(page)) {
            twice += repeated.contains(key) ? 0 : 1;
        } else if (before < firstPage) {
            news++;
        } else {
            repeated.add(key);
        }
        return before == null;
    }

    /**
     * Ends the page.
     *
     * @param size the number of elements that were requested
     * @throws UnexpectedResponseException when the list may be short, and asking on would not help
     */
    Next endOfPage(Announced announced, Content content, int size) {
        distinct += news;
        alsoListed += news > 0 ? twice : 0;
        overlaps += repeated.size();
        moved |= total != null && announced.total() != null && !total.equals(announced.total());
        total = announced.total() == null ? total : announced.total();
        Next next = next(announced.cursor(), content, size);
        page++;
        elements = 0;
        news = 0;
        twice = 0;
        repeated.clear();
        return next;
    }

    private Next next(@Nullable String cursor, Content content, int size) {
        if (elements > 0 && news == 0) {
            return afterRepetition(cursor, content, size);
        }
        if (cursor != null) {
            return follow(cursor);
        }
        boolean allAtOnce = content == Content.PLAIN_IDS
                || (content == Content.IDS && elements > 0 && elements != size && total == null);
        return byCursor || elements == 0 || allAtOnce || isTotalReached() ? end() : Next.PAGE;
    }

    private boolean isTotalReached() {
        return total != null && distinct <= total && distinct + alsoListed >= total;
    }

    private boolean isShort(long listed) {
        return total != null && listed < total;
    }

    private Next afterRepetition(@Nullable String cursor, Content content, int size) {
        boolean allOfIt = elements - twice == distinct && cursor == null && !byCursor;
        if (allOfIt && !isShort(distinct + alsoListed) && (content != Content.OBJECTS || elements != size)) {
            return end();
        }
        if (moved) {
            return again("its total moved while it was read");
        }
        throw new UnexpectedContent(
                        route,
                        "page " + number() + " repeats earlier elements; the server appears to ignore pagination"
                                + (isShort(distinct + alsoListed)
                                        ? ", and its total says that there are " + total
                                        : ""))
                .exception();
    }

    private int number() {
        return page - firstPage + 1;
    }

    private Next follow(String cursor) {
        byCursor = true;
        if (elements > 0) {
            cursors.clear();
        }
        boolean isNew = cursors.add(cursor);
        if (isNew && cursors.size() <= MOST_EMPTY_PAGES) {
            return Next.PAGE;
        }
        if (isTotalReached()) {
            return end();
        }
        throw new UnexpectedContent(
                        route,
                        isNew
                                ? MOST_EMPTY_PAGES
                                        + " pages in a row are empty, and the last still announces a next one"
                                : "page " + number() + " is empty and announces a cursor that led to it")
                .exception();
    }

    /** Decides on a list of which there is nothing left to ask for. */
    private Next end() {
        if (moved) {
            return again("its total moved while it was read");
        }
        if (isShort(distinct + alsoListed)) {
            if (overlaps > 0 && (readings == 1 || foundMore)) {
                return again("an element was on two of its pages, and its total says more than was listed");
            }
            // Read twice alike, an element on two pages is one that the server lists twice.
            if (isShort(distinct + alsoListed + overlaps)) {
                throw new UnexpectedContent(
                                route, "the list ended after " + distinct + " elements, and its total says " + total)
                        .exception();
            }
        }
        lastPages.clear();
        return Next.NOTHING;
    }

    private Next again(String why) {
        if (readings == MOST_READINGS) {
            throw new UnexpectedContent(
                            route,
                            "the list was read " + readings + " times and may still lack elements: " + why
                                    + "; ask again later")
                    .exception();
        }
        readings++;
        firstPage = page + 1;
        distinct = 0;
        alsoListed = 0;
        overlaps = 0;
        foundMore = false;
        byCursor = false;
        cursors.clear();
        total = null;
        moved = false;
        return Next.FIRST_PAGE;
    }
}
