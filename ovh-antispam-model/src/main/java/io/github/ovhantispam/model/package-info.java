/** Blocks, addresses, spam states and statistics, as the OVHcloud AntiSpam API gives them. */
package io.github.ovhantispam.model;
