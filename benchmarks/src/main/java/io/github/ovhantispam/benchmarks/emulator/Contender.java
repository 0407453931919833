package io.github.ovhantispam.benchmarks.emulator;

/** A server that listens and has the answer to one request. */
interface Contender extends AutoCloseable {

    /** The request, with all that this server wants to see before it answers. */
    Request request();

    /** Empties its journal. */
    void forgetRequests();

    @Override
    void close();
}
