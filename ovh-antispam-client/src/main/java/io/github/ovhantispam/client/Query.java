package io.github.ovhantispam.client;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list of the API that is not requested yet. Queries are immutable and cost nothing until one of these methods is
 * used; each use requests the list anew.
 *
 * <p>A list ends normally only if there is no sign that it is short. One that ends before the total that the server
 * announces, a page that repeats earlier ones, and empty pages that lead nowhere are an
 * {@link UnexpectedResponseException}, thrown after the elements that were read.
 *
 * <p>Where the API gives a list in pages, the account can change between two of them. A total that moves shows that;
 * the list is then read again from its start, up to twice, and each element that was not delivered before is. A list
 * that still changes by then is an {@link UnexpectedResponseException}. Elements that were added or removed meanwhile
 * may be in the list or not; nothing is in it twice. Without a total, and where as many elements were added as removed,
 * a change leaves no trace, and an element that moved to an earlier page can be missed.
 *
 * @param <T> what the list holds
 */
public interface Query<T> {

    /**
     * Returns the whole list, held in memory.
     *
     * @return an immutable list, each element once, in the API's order
     * @throws UnexpectedResponseException when the list may be short
     * @throws AntispamException when a request fails
     */
    List<T> list();

    /**
     * Returns the list, requested as it is read: a page is requested when its first element is needed. Nothing has to
     * be closed.
     *
     * @return a sequential stream, each element once, in the API's order; it throws {@link AntispamException} from its
     *     terminal operation when a request fails or the list may be short, after the elements that came before
     */
    Stream<T> stream();

    /**
     * Returns the list by pages, each requested when it is needed.
     *
     * @return a sequential stream of non-empty immutable lists; it throws as {@link #stream()} does
     */
    Stream<List<T>> pages();
}
