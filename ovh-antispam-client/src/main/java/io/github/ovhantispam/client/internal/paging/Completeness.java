package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.call.ApiResponse;
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
    private @Nullable String cursor;

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
    Next endOfPage(ApiResponse<?> response, Content content, int size) {
        Announced announced = Announced.by(response);
        cursor = announced.cursor();
        distinct += news;
        alsoListed += news > 0 ? twice : 0;
        overlaps += repeated.size();
        moved |= total != null && announced.total() != null && !total.equals(announced.total());
        total = announced.total() == null ? total : announced.total();
        Next next = next(response, announced.cursor(), content, size);
        page++;
        elements = 0;
        news = 0;
        twice = 0;
        repeated.clear();
        return next;
    }

    /** Returns the cursor of the next page; null when none is announced. */
    @Nullable
    String cursor() {
        return cursor;
    }

    private Next next(ApiResponse<?> response, @Nullable String announcedCursor, Content content, int size) {
        if (elements > 0 && news == 0) {
            return afterRepetition(response, content, size);
        }
        if (announcedCursor != null) {
            return follow(response, announcedCursor);
        }
        boolean allAtOnce = content == Content.PLAIN_IDS
                || (content == Content.IDS && elements > 0 && elements != size && total == null);
        return byCursor || elements == 0 || allAtOnce || isTotalReached() ? end(response) : Next.PAGE;
    }

    private boolean isTotalReached() {
        return total != null && distinct <= total && distinct + alsoListed >= total;
    }

    private boolean isShort(long listed) {
        return total != null && listed < total;
    }

    private Next afterRepetition(ApiResponse<?> response, Content content, int size) {
        boolean allOfIt = elements - twice == distinct && cursor == null && !byCursor;
        if (allOfIt && !isShort(distinct + alsoListed) && (content != Content.OBJECTS || elements != size)) {
            return end(response);
        }
        if (moved) {
            return again(response, "its total moved while it was read");
        }
        throw response.unexpected(
                "page " + number() + " repeats earlier elements; the server appears to ignore pagination"
                        + (isShort(distinct + alsoListed) ? ", and its total says that there are " + total : ""));
    }

    private int number() {
        return page - firstPage + 1;
    }

    private Next follow(ApiResponse<?> response, String announcedCursor) {
        byCursor = true;
        if (elements > 0) {
            cursors.clear();
        }
        boolean isNew = cursors.add(announcedCursor);
        if (isNew && cursors.size() <= MOST_EMPTY_PAGES) {
            return Next.PAGE;
        }
        if (isTotalReached()) {
            return end(response);
        }
        throw response.unexpected(
                isNew
                        ? MOST_EMPTY_PAGES + " pages in a row are empty, and the last still announces a next one"
                        : "page " + number() + " is empty and announces a cursor that led to it");
    }

    /** Decides on a list of which there is nothing left to ask for. */
    private Next end(ApiResponse<?> response) {
        if (moved) {
            return again(response, "its total moved while it was read");
        }
        if (isShort(distinct + alsoListed)) {
            if (overlaps > 0 && (readings == 1 || foundMore)) {
                return again(response, "an element was on two of its pages, and its total says more than was listed");
            }
            // Read twice alike, an element on two pages is one that the server lists twice.
            if (isShort(distinct + alsoListed + overlaps)) {
                throw response.unexpected(
                        "the list ended after " + distinct + " elements, and its total says " + total);
            }
        }
        lastPages.clear();
        return Next.NOTHING;
    }

    private Next again(ApiResponse<?> response, String why) {
        if (readings == MOST_READINGS) {
            throw response.unexpected("the list was read " + readings + " times and may still lack elements: " + why
                    + "; ask again later");
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
