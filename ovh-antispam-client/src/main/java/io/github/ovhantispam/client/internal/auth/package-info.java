/** Authentication by application keys, by an access token or as a service account. */
@NullMarked
package io.github.ovhantispam.client.internal.auth;

import org.jspecify.annotations.NullMarked;
