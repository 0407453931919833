/** The commands that read the account at OVHcloud, or watch it. */
@NullMarked
package io.github.ovhantispam.cli.command.account;

import org.jspecify.annotations.NullMarked;
