/** Lists of the API, read page by page, by cursor or in batches, and the rule by which one is complete. */
@NullMarked
package io.github.ovhantispam.client.internal.paging;

import org.jspecify.annotations.NullMarked;
