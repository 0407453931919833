package com.example

import io.github.ovhantispam.client.AntispamClient
import io.github.ovhantispam.client.Precaution
import io.github.ovhantispam.emulator.AntispamEmulator
import io.github.ovhantispam.model.SpamState
import java.time.Duration

/** Releases an address of an emulator. What may be null has a type with "?", and is asked for. */
fun main() {
    AntispamEmulator.start().use { emulator ->
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1))
        AntispamClient.builder()
            .environment(emulator.environment())
            .clock(emulator.clock())
            .sleeper(emulator.clock()::sleep)
            .build()
            .use { antispam ->
                val address = antispam.locate("192.0.2.1")
                val score: Long? = address.stats().firstOrNull()?.averageSpamscore()
                val free = address.release(Precaution.mailStoppedAndQueueEmptied()).await()
                check(free.state() == SpamState.UNBLOCKED) { "not released: $free" }
                println("${free.ipSpamming()} is free; the mean score was ${score ?: "not said"}")
            }
    }
}
