/** The emulator in the tests of a Spring application. */
@NullMarked
package io.github.ovhantispam.spring.test;

import org.jspecify.annotations.NullMarked;
