/** The server itself: connections, TLS, and the parts that MockWebServer needs. */
package io.github.ovhantispam.emulator.internal.server;
