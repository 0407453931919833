package io.github.ovhantispam.client;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list of the API that has not been requested yet. Queries are immutable and send no request until one of these
 * methods is used; each use requests the list anew.
 *
 * <p>A list ends normally only if nothing indicates that it is incomplete. A list that ends before the total announced
 * by the server, a page that repeats earlier ones, or empty pages that lead nowhere cause an
 * {@link UnexpectedResponseException}, thrown after the elements that were read.
 *
 * <p>If a list comes in pages, the account can change between two of them. A changed total reveals this; the list is
 * then read again from its start, up to twice, and elements that were not delivered before are delivered. A list that
 * still changes causes an {@link UnexpectedResponseException}. Elements that were added or removed meanwhile may or may
 * not be in the list; no element is in it twice. Without a total, or if as many elements were added as removed, a
 * change goes unnoticed, and an element that moved to an earlier page can be missed.
 *
 * @param <T> the elements of the list
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
     * Returns the elements lazily: a page is requested when its first element is needed. The stream need not be closed.
     *
     * @return a sequential stream, each element once, in the API's order; it throws {@link AntispamException} from its
     *     terminal operation when a request fails or the list may be short, after the elements that came before
     */
    Stream<T> stream();

    /**
     * Returns the pages lazily, each requested when it is needed.
     *
     * @return a sequential stream of non-empty immutable lists; it throws as {@link #stream()} does
     */
    Stream<List<T>> pages();
}
