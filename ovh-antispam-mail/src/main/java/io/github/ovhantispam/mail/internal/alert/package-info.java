/**
 * The reading of an alert: from a mail or a text to the blocked address and the samples, by the shape that all its
 * languages share.
 */
@NullMarked
package io.github.ovhantispam.mail.internal.alert;

import org.jspecify.annotations.NullMarked;
