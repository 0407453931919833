/** Where logs are: files and their rotated sets, archives, streams and the systemd journal. */
@NullMarked
package io.github.ovhantispam.mail.internal.log.source;

import org.jspecify.annotations.NullMarked;
