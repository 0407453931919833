package io.github.ovhantispam.client;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list that the API gives, not asked for yet. Queries are immutable and cost nothing until one of these methods is
 * used; each use asks anew.
 *
 * <p>Where the API gives a list in pages, the account can change between two of them. What was added meanwhile may be
 * in the list or not; nothing is in it twice; and what moves to an earlier page, because something before it was
 * removed, can be missed: ask again where that matters.
 *
 * @param <T> what the list holds
 */
public interface Query<T> {

    /**
     * The whole list, held in memory.
     *
     * @return an immutable list, each element once, in the API's order
     * @throws AntispamException when a request fails
     */
    List<T> list();

    /**
     * The list, asked for as it is read: a page is requested when its first element is needed. Nothing has to be
     * closed.
     *
     * @return a sequential stream, each element once, in the API's order; it throws {@link AntispamException} from its
     *     terminal operation when a request fails, after the elements that came before
     */
    Stream<T> stream();

    /**
     * The list by pages, each requested when it is needed.
     *
     * @return a sequential stream of non-empty immutable lists; it throws as {@link #stream()} does
     */
    Stream<List<T>> pages();
}
