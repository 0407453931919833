/** An application that uses the client from the module path. */
module io.github.ovhantispam.consumer {
    requires io.github.ovhantispam.client;
}
