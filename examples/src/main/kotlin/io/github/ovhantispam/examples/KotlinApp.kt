package io.github.ovhantispam.examples

import io.github.ovhantispam.client.AntispamClient
import io.github.ovhantispam.client.AntispamException
import io.github.ovhantispam.client.NotFoundException
import io.github.ovhantispam.emulator.AntispamEmulator
import io.github.ovhantispam.model.SpamState
import java.time.Duration

/**
 * The library from Kotlin: `use` closes a client, types that are never null need no `!!`, and a Kotlin lambda is a
 * precaution.
 *
 * It runs on an emulator only, on a clock that jumps over the waits.
 */
object KotlinApp {

    /** Finds what is blocked in an emulated account, and releases it. */
    @JvmStatic
    fun main(arguments: Array<String>) {
        try {
            AntispamEmulator.start().use { emulator ->
                emulator.seedGuide()
                AntispamClient.builder()
                    .environment(emulator.environment())
                    .clock(emulator.clock())
                    .sleeper(emulator.clock()::sleep)
                    .build()
                    .use(::releaseAll)
            }
        } catch (e: AntispamException) {
            System.err.println(e.message)
            kotlin.system.exitProcess(1)
        }
    }

    private fun releaseAll(antispam: AntispamClient) {
        val sweep = antispam.sweep().state(SpamState.BLOCKED_FOR_SPAM).run()
        for (finding in sweep.findings()) {
            val mails = finding.resource().stats().sumOf { it.numberOfSpams() }
            println("${finding.spamIp().ipSpamming()} in ${finding.block()} sent $mails spams")
            val free = finding.resource()
                .release { address -> println("the mail of $address is stopped and its queue is empty") }
                .timeout(Duration.ofHours(2))
                .await()
            println("${free.ipSpamming()} is ${free.state()}")
        }
        sweep.failures().forEach { println("could not be read: $it") }
        println("122.122.122.125 ${stateOf(antispam, "122.122.122.125") ?: "has never been blocked"}")
    }

    private fun stateOf(antispam: AntispamClient, address: String): SpamState? =
        try {
            antispam.locate(address).get().state()
        } catch (e: NotFoundException) {
            if (e.isSaidByApi) null else throw e
        }
}
