package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.Query;
import java.util.Iterator;
import java.util.LinkedHashSet;
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

    /** A list that the API gives in one answer. */
    static <T> PagedQuery<T> ofOneAnswer(Supplier<List<T>> answer) {
        // Lazy, although it is one page only: a query costs nothing until it is used.
        return new PagedQuery<>(() -> Stream.of(answer)
                .map(Supplier::get)
                .map(list -> List.copyOf(new LinkedHashSet<>(list)))
                .filter(page -> !page.isEmpty())
                .iterator());
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
