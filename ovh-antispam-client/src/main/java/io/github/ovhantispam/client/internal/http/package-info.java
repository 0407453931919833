/** The HTTP client beneath all calls: connections, proxies, limits, and bodies that are read whole. */
@NullMarked
package io.github.ovhantispam.client.internal.http;

import org.jspecify.annotations.NullMarked;
