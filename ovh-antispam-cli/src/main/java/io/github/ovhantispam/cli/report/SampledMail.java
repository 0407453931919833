package io.github.ovhantispam.cli.report;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamTarget;

/**
 * A mail that was taken for spam.
 *
 * @param sender the address that sent it
 * @param mail the mail, whose Message-ID is hostile
 */
public record SampledMail(IpAddress sender, SpamTarget mail) {}
