/** The logs and queues of mail servers. */
@NullMarked
package io.github.ovhantispam.benchmarks.mail;

import org.jspecify.annotations.NullMarked;
