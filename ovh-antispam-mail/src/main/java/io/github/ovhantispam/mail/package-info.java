/**
 * The mail side of an incident: the alert mail, the queue that must be empty, the culprit in the logs, and the proof of
 * a mistake. Start at {@code SpamAlert}.
 */
@NullMarked
package io.github.ovhantispam.mail;

import org.jspecify.annotations.NullMarked;
