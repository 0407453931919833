package io.github.ovhantispam.emulator.internal.routing;

import io.github.ovhantispam.emulator.ErrorFormat;
import java.util.OptionalInt;

/**
 * The behaviour of the API that can be chosen, because nobody knows it for certain or a test needs it otherwise.
 *
 * @param lenient whether requests that break the schema are served as far as they can be
 * @param tooEarlyStatus the status of an unblock that comes too early
 * @param repeatedUnblockStatus the status of an unblock of an address that is not blocked; empty for its state,
 *     unchanged
 * @param errorBody the shape of error bodies
 * @param pages whether lists come page by page when asked to
 * @param cursors whether lists come cursor by cursor when asked to
 * @param batch whether {@code X-Ovh-Batch} is honoured
 * @param largestPage the most elements on a page, however many are asked for
 */
public record ApiSettings(
        boolean lenient,
        int tooEarlyStatus,
        OptionalInt repeatedUnblockStatus,
        ErrorFormat errorBody,
        boolean pages,
        boolean cursors,
        boolean batch,
        int largestPage) {}
