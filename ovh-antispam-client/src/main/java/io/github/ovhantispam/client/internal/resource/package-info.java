/** The handles and queries of blocks and addresses that an application works with. */
@NullMarked
package io.github.ovhantispam.client.internal.resource;

import org.jspecify.annotations.NullMarked;
