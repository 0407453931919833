/** Pages, cursors, filters and sorting of lists. */
package io.github.ovhantispam.emulator.internal.lists;
