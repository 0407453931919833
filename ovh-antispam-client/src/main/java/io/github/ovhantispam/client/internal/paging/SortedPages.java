package io.github.ovhantispam.client.internal.paging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a list of ids, in an order of the ids: first all ids are read, then the objects, a few at a time and
 * as they are needed. What was read before a failure is delivered before it.
 */
final class SortedPages<K, T> implements Iterator<List<T>> {

    private final IdPages<K> idPages;
    private final Comparator<K> order;
    private final ElementReader<K, T> details;

    private @Nullable List<K> ids;
    private List<T> next = List.of();
    private @Nullable RuntimeException failure;

    SortedPages(IdPages<K> idPages, Comparator<K> order, ElementReader<K, T> details) {
        this.idPages = idPages;
        this.order = order;
        this.details = details;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty()) {
            if (failure != null) {
                throw failure; // also when asked again: to go on after a gap would be silently short
            }
            List<K> left = ids == null ? sorted() : ids;
            if (left.isEmpty()) {
                return false;
            }
            int count = Math.min(details.together(), left.size());
            ElementReader.Fetched<T> fetched = details.read(left.subList(0, count));
            ids = left.subList(count, left.size());
            next = fetched.elements();
            failure = fetched.failure();
        }
        return true;
    }

    private List<K> sorted() {
        List<K> all = new ArrayList<>();
        idPages.forEachRemaining(all::addAll);
        all.sort(order);
        return all;
    }

    @Override
    public List<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<T> page = next;
        next = List.of();
        return page;
    }
}
