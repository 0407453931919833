package io.github.ovhantispam.client.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body that arrived whole and is not what the API says. */
public final class MalformedBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String beginning;
    private final @Nullable String fieldProblem;

    public MalformedBodyException(String problem, String beginning) {
        this(problem, beginning, null);
    }

    /**
     * A body that is JSON, with a field that is not as it must be.
     *
     * @param fieldProblem names the field; from the class that reads it, and not from Jackson, whose messages quote
     */
    MalformedBodyException(String problem, String beginning, @Nullable String fieldProblem) {
        super(problem);
        this.beginning = beginning;
        this.fieldProblem = fieldProblem;
    }

    /** Returns the field and its problem, or null when the problem is another. */
    @Nullable
    public String fieldProblem() {
        return fieldProblem;
    }

    public String beginning() {
        return beginning;
    }
}
