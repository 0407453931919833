package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.NotFoundException;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A list of whole objects, page by page; or, from a server that answers ids all the same, the objects one by one.
 *
 * <p>The list ends with an empty page or with the announced total, never with a short page: a server may cap the size
 * without saying so.
 */
final class Pages<T> implements Iterator<List<T>> {

    /** How many objects are fetched one by one for a page of them, where the server gives ids only. */
    private static final int FETCHED_TOGETHER = 8;

    private final Calls calls;
    private final Route route;
    private final PageRequest<T> request;
    private final Function<String, T> fetch;
    private final Function<T, ?> key;
    private final Set<Object> seen = new HashSet<>();
    private final Set<Object> listed = new HashSet<>();

    private int number;
    private boolean ended;
    private boolean lastPage;
    private List<String> ids = List.of();
    private @Nullable List<T> next;

    /**
     * A list that begins with its first page.
     *
     * @param request asks for a page, given its headers
     * @param fetch reads one object by its id
     * @param key what tells two objects apart
     */
    Pages(Calls calls, Route route, PageRequest<T> request, Function<String, T> fetch, Function<T, ?> key) {
        this.calls = calls;
        this.route = route;
        this.request = request;
        this.fetch = fetch;
        this.key = key;
    }

    /** Asks for a page. */
    @FunctionalInterface
    interface PageRequest<T> {
        Call<List<Listed<T>>> create(Map<String, String> headers, Attempt attempt);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            List<T> page = ids.isEmpty() ? nextPage() : nextOfIds();
            next = page.isEmpty() ? null : page;
        }
        return next != null;
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
        Map<String, String> headers = headers();
        Answer<List<Listed<T>>> answer = calls.read(route, attempt -> request.create(headers, attempt));
        List<T> fresh = new ArrayList<>();
        List<String> listedIds = new ArrayList<>();
        for (Listed<T> element : answer.value()) {
            T whole = element.whole();
            if (whole == null) {
                listedIds.add(String.valueOf(element.id()));
            } else if (seen.add(key.apply(whole))) {
                fresh.add(whole);
            }
        }
        listedIds.removeIf(id -> !listed.add(id));
        fresh.forEach(whole -> listed.add(key.apply(whole)));
        checkProgress(answer, fresh, listedIds);
        ids = List.copyOf(listedIds);
        // Ids come all at once, unless the announced total says that there are more of them.
        lastPage = answer.value().isEmpty() || listed.size() >= total(answer, ids.isEmpty() ? Long.MAX_VALUE : 0);
        ended = lastPage && ids.isEmpty();
        return List.copyOf(fresh);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Pagination-Mode", "CachedObjectList-Pages");
        headers.put("X-Pagination-Number", Integer.toString(number));
        headers.put("X-Pagination-Size", Integer.toString(calls.options().pageSize()));
        if (number == 1) {
            headers.put("Pragma", "no-cache"); // the server keeps lists; the first page makes it look anew
        }
        return headers;
    }

    private void checkProgress(Answer<List<Listed<T>>> answer, List<T> fresh, List<String> freshIds) {
        if (fresh.isEmpty() && freshIds.isEmpty() && !answer.value().isEmpty()) {
            throw new UnexpectedResponseException(
                    route.method + ' ' + route.path + ": page " + number
                            + " has nothing that earlier pages had not; the server does not page",
                    200,
                    "",
                    null,
                    false);
        }
    }

    private static long total(Answer<?> answer, long unless) {
        String total = answer.headers().get("X-Pagination-Elements");
        return total != null && total.matches("[1-9][0-9]{0,9}") ? Long.parseLong(total) : unless;
    }

    private List<T> nextOfIds() {
        List<String> left = ids;
        int count = Math.min(FETCHED_TOGETHER, left.size());
        List<T> fetched = new ArrayList<>();
        for (String id : left.subList(0, count)) {
            T whole = fetchIfThere(id);
            if (whole != null && seen.add(key.apply(whole))) {
                fetched.add(whole);
            }
        }
        ids = left.subList(count, left.size());
        ended = lastPage && ids.isEmpty();
        return List.copyOf(fetched);
    }

    private @Nullable T fetchIfThere(String id) {
        try {
            return fetch.apply(id);
        } catch (NotFoundException e) {
            if (e.apiMessage().filter(Pages::isTheApis).isEmpty()) {
                throw e; // some proxy's page: the element may well be there
            }
            return null; // it was listed and has vanished since, which is no error of a list
        } catch (IllegalArgumentException e) {
            throw new UnexpectedResponseException(
                    route.method + ' ' + route.path + ": the list has an id that is none: " + e.getMessage(),
                    200,
                    "",
                    null,
                    false);
        }
    }

    private static boolean isTheApis(String message) {
        return !message.startsWith(ErrorBody.NO_JSON) && !message.contains("invalid (or empty) URL");
    }
}
