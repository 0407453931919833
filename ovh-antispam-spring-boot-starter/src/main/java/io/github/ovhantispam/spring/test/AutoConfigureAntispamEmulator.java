package io.github.ovhantispam.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the application context of a test an emulator, as a bean of type
 * {@link io.github.ovhantispam.emulator.AntispamEmulator}, to which the application's client is connected.
 *
 * <p>The emulator lives as long as the context, which Spring keeps for all test classes of the same configuration, and
 * is reset before each test method. The client goes by the emulator's clock: its waits take no time, and move the
 * clock. So that a watch does not move it by years, it does not start with the context:
 * {@code ovh.antispam.watch.auto-startup} is false, and {@link io.github.ovhantispam.spring.AntispamWatch#once()} makes
 * one sweep.
 *
 * <p>Needs {@code ovh-antispam-emulator} on the class path of the tests. Tests that share a context may not run in
 * parallel.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AutoConfigureAntispamEmulator {}
