package io.github.ovhantispam.client;

import io.github.ovhantispam.client.internal.watch.SavedState;

/**
 * The knowledge of a {@link Watch}: the last known state of each address of the account. Save its {@link #text()}; a
 * watch that continues {@linkplain Watch#from from} it notifies of everything that has changed since. Immutable, and
 * cheap until its text is requested.
 */
public interface WatchState {

    /**
     * Returns the state of a watch that has read nothing yet.
     *
     * @return a state
     */
    static WatchState empty() {
        return SavedState.EMPTY;
    }

    /**
     * Reads a state that was saved.
     *
     * @param text a result of {@link #text()}
     * @return the state
     * @throws IllegalArgumentException when the text is not a saved state, is incomplete, was changed after it was
     *     saved (there is a checksum), or has another version; the message names the line and the problem
     */
    static WatchState parse(String text) {
        return SavedState.parse(text);
    }

    /**
     * Returns this state as text, to be saved: lines of ASCII, the first of which names the version of the form. The
     * same state has the same text. Line ends may be converted to CRLF, all of them together. Takes time and memory in
     * proportion to the number of addresses, about 80 characters for each.
     *
     * @return the text, for {@link #parse}
     */
    String text();
}
