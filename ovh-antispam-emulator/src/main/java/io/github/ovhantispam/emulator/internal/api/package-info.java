/**
 * The pipeline that takes a request from its arrival to its response: routing, faults, authentication, processing,
 * journal.
 */
package io.github.ovhantispam.emulator.internal.api;
