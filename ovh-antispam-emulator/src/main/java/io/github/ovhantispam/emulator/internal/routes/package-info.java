/** The routes of the API: the handler of each and the JSON of its response. */
package io.github.ovhantispam.emulator.internal.routes;
