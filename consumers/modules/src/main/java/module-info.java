module com.example.mailguard {
    requires io.github.ovhantispam.client;

    exports com.example.mailguard;
}
