package io.github.ovhantispam.consumer;

import io.github.ovhantispam.model.IpBlock;

/** What an application with a {@code module-info} of its own does with the client. */
final class ModularApplication {

    private ModularApplication() {}

    /** Prints what it found. */
    public static void main(String[] args) {
        System.out.println("module: " + ModularApplication.class.getModule().getName());
        System.out.println("network: " + IpBlock.of("122.122.122.121/28").network());
    }
}
