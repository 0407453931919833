package io.github.ovhantispam.emulator.internal.fault;

import io.github.ovhantispam.emulator.ErrorFormat;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;

/** A request that a fault may have processed, or not. */
public interface Processing {

    /** Processes the request, effects and all. */
    HttpResponse process();

    /** Processes the request, effects and all. */
    HttpResponse process(ErrorFormat shape);

    /**
     * Writes an error the way the API would.
     *
     * @return the response; nothing was processed
     */
    HttpResponse error(ApiException error);
}
