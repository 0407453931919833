package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.Outcome.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of whole objects, page by page; or, from a server that answers ids all the same, the objects read by their
 * ids.
 *
 * <p>Where the server announces a cursor, the list ends with the first answer that announces none. Else it ends with an
 * empty page or with the announced total, never with a short page: a server may cap the size without saying so.
 */
final class Pages<K, T> implements Iterator<List<T>> {

    private static final Pattern CURSOR = Pattern.compile("[\\x20-\\x7e]{1,4096}");

    private final Calls calls;
    private final Listing<K, T> listing;
    private final Details<K, T> details;
    private final boolean repeats;
    private final Set<K> seen = new HashSet<>();

    private int number;
    private @Nullable String cursor;
    private boolean ended;
    private List<K> ids = List.of();
    private @Nullable List<T> next;
    private @Nullable RuntimeException failure;

    private Pages(Calls calls, Listing<K, T> listing, Details<K, T> details, boolean repeats) {
        this.calls = calls;
        this.listing = listing;
        this.details = details;
        this.repeats = repeats;
    }

    /** A list that begins with its first page, and has each element once: as it is listed first. */
    static <K, T> Pages<K, T> once(Calls calls, Listing<K, T> listing, Details<K, T> details) {
        return new Pages<>(calls, listing, details, false);
    }

    /** A list that has an element as often as the server lists it: it may have changed in between. */
    static <K, T> Pages<K, T> asListed(Calls calls, Listing<K, T> listing, Details<K, T> details) {
        return new Pages<>(calls, listing, details, true);
    }

    /** What asks for a page of whole objects. */
    static Map<String, String> headers(int number, int size) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Pagination-Mode", "CachedObjectList-Pages");
        headers.put("X-Pagination-Number", Integer.toString(number));
        headers.put("X-Pagination-Size", Integer.toString(size));
        if (number == 1) {
            headers.put("Pragma", "no-cache"); // the server keeps lists; the first page makes it look anew
        }
        return headers;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (ids.isEmpty() && failure != null) {
                throw failure; // also when asked again: to go on after a gap would be silently short
            }
            if (ids.isEmpty() && ended) {
                return false;
            }
            try {
                List<T> page = ids.isEmpty() ? nextPage() : nextOfIds();
                next = page.isEmpty() ? null : page;
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        return true;
    }

    @Override
    public List<T> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        List<T> page = next;
        next = null;
        return page;
    }

    private List<T> nextPage() {
        number++;
        Map<String, String> headers = headers(number, calls.options().pageSize());
        if (cursor != null) {
            headers.put("X-Pagination-Cursor", cursor);
        }
        Answer<List<Listed<T>>> answer = calls.read(listing.route(), attempt -> listing.page(headers, attempt));
        List<T> fresh = new ArrayList<>();
        List<K> freshIds = new ArrayList<>();
        int before = seen.size();
        for (Listed<T> element : answer.value()) {
            T whole = element.whole();
            K key = whole == null ? key(String.valueOf(element.id())) : listing.key(whole);
            boolean isNew = seen.add(key);
            if (whole != null && (isNew || repeats)) {
                fresh.add(whole);
            } else if (isNew) {
                freshIds.add(key);
            }
        }
        if (seen.size() == before && !answer.value().isEmpty()) {
            ended = isWholeListAgain(answer);
            failure = ended ? null : repeated(listing.route(), number); // thrown after what is on this page
            return List.copyOf(fresh);
        }
        ids = List.copyOf(freshIds);
        try {
            ended = isLast(answer);
        } catch (UnexpectedResponseException e) {
            failure = e; // thrown after what is on this page
        }
        return List.copyOf(fresh);
    }

    /** A list of ids that was asked for once more, only because it was as long as a page: it is no page then. */
    private boolean isWholeListAgain(Answer<List<Listed<T>>> answer) {
        return number == 2
                && cursor == null
                && onlyIds(answer)
                && answer.value().size() >= seen.size();
    }

    private static boolean onlyIds(Answer<? extends List<? extends Listed<?>>> answer) {
        return answer.value().stream().allMatch(element -> element.whole() == null);
    }

    private K key(String id) {
        try {
            return listing.key(id);
        } catch (IllegalArgumentException e) {
            throw unexpected(listing.route(), "the list has an id that is none: " + e.getMessage());
        }
    }

    /** A page that brings nothing new: to ask for the next one could go on for ever. */
    static UnexpectedResponseException repeated(Route route, int number) {
        return unexpected(
                route, "page " + number + " has nothing that earlier pages had not; the server does not page");
    }

    static UnexpectedResponseException unexpected(Route route, String what) {
        return new UnexpectedResponseException(route.method + ' ' + route.path + ": " + what, 200, "", null, false);
    }

    private boolean isLast(Answer<List<Listed<T>>> answer) {
        if (answer.value().isEmpty()) {
            return true;
        }
        String following = cursorNext(listing.route(), answer);
        boolean byCursor = cursor != null || following != null;
        cursor = following;
        if (byCursor) {
            return following == null;
        }
        // Ids come all at once, unless the total says that there are more, or they are just as many as a page has.
        boolean allAtOnce =
                onlyIds(answer) && answer.value().size() != calls.options().pageSize();
        return seen.size() >= total(answer, allAtOnce ? 0 : Long.MAX_VALUE);
    }

    /** The announced cursor, made sure that it can be sent back; null when there is none. */
    static @Nullable String cursorNext(Route route, Answer<?> answer) {
        String cursor = answer.headers().get("X-Pagination-Cursor-Next");
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        if (!CURSOR.matcher(cursor).matches()) {
            throw unexpected(
                    route, "the cursor of the next page is no printable ASCII text of at most 4096 characters");
        }
        return cursor;
    }

    private static long total(Answer<?> answer, long unless) {
        String total = answer.headers().get("X-Pagination-Elements");
        return total != null && total.matches("[1-9][0-9]{0,9}") ? Long.parseLong(total) : unless;
    }

    private List<T> nextOfIds() {
        int count = Math.min(details.together(), ids.size());
        Details.Fetched<T> fetched = details.read(ids.subList(0, count));
        ids = ids.subList(count, ids.size());
        if (fetched.failure() != null) {
            failure = fetched.failure(); // thrown after what was read before it
            ids = List.of();
        }
        return fetched.elements();
    }
}
