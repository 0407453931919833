package io.github.ovhantispam.benchmarks.call;

import io.github.ovhantispam.model.SpamIp;

/** One way to read the state of an address. Each asks for the server's time before its first call, and signs. */
public interface SignedCall extends AutoCloseable {

    /**
     * Makes the call.
     *
     * @param block the block, such as {@code 122.122.122.121/28}
     * @param ipSpamming the address in it
     * @return the answer, decoded
     */
    SpamIp get(String block, String ipSpamming) throws Exception;

    @Override
    void close();
}
