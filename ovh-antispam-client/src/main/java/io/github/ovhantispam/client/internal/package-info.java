/** The client put together from its rooms, each of which uses only those below it: see docs/map.md. */
@NullMarked
package io.github.ovhantispam.client.internal;

import org.jspecify.annotations.NullMarked;
