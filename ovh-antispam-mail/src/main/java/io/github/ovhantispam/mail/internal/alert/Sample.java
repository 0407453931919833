package io.github.ovhantispam.mail.internal.alert;

import io.github.ovhantispam.mail.SpamSample;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that begins as a sample does.
 *
 * @param start the index of its address
 * @param end the index after it, or after what could be read of it
 * @param sample the sample, or null when a part of it is damaged or in doubt
 */
record Sample(int start, int end, @Nullable SpamSample sample) {}
