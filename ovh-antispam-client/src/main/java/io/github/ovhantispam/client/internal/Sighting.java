package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;

/** What a watch last saw of an address, and in which block. */
record Sighting(IpBlock block, SpamIp spamIp) {}
