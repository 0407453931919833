/** The routes of the API, their requests and responses: all that Jackson may look into. */
@NullMarked
package io.github.ovhantispam.client.internal.wire;

import org.jspecify.annotations.NullMarked;
