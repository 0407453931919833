package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.Query;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The three ways to use a list, made from its pages. */
final class PagedQuery<T> implements Query<T> {

    private final Supplier<Iterator<List<T>>> begin;

    PagedQuery(Supplier<Iterator<List<T>>> begin) {
        this.begin = begin;
    }

    @Override
    public List<T> list() {
        return stream().toList();
    }

    @Override
    public Stream<T> stream() {
        return pages().flatMap(List::stream);
    }

    @Override
    public Stream<List<T>> pages() {
        int what = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(() -> Spliterators.spliteratorUnknownSize(begin.get(), what), what, false);
    }
}
