package io.github.ovhantispam.benchmarks.emulator;

import java.util.List;
import java.util.Map;

/**
 * A response of a server.
 *
 * @param status its status
 * @param headers its headers
 * @param body its body
 */
record Answer(int status, List<Map.Entry<String, String>> headers, String body) {}
