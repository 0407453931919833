/** Failures of attempts, decoded into exceptions that name the next step and quote no secret. */
@NullMarked
package io.github.ovhantispam.client.internal.error;

import org.jspecify.annotations.NullMarked;
