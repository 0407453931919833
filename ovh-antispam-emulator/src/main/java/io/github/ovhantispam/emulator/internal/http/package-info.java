/** Messages of HTTP/1.1 and the reader that checks each request before anything is made of it. */
package io.github.ovhantispam.emulator.internal.http;
