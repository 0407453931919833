package com.example

import io.github.ovhantispam.client.AntispamClient
import io.github.ovhantispam.model.SpamStats

/** Must not compile: a null where none is taken, and a value that may be null where none is expected. */
fun nothingGiven(antispam: AntispamClient) = antispam.locate(null as String?)

fun nothingExpected(stats: SpamStats): Long = stats.averageSpamscore()
