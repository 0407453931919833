/** Applications, consumer keys, access tokens, and the check of signatures. */
package io.github.ovhantispam.emulator.internal.auth;
