package io.github.ovhantispam.client.internal.wire;

/** A route of the API: its method, and its path as the schema writes it. */
public enum Route {
    TIME("GET", "/auth/time"),
    CREDENTIAL("POST", "/auth/credential"),
    TOKEN("POST", "/auth/oauth2/token"),
    BLOCKS("GET", "/ip"),
    BLOCK("GET", "/ip/{ip}"),
    SPAM_IPS("GET", "/ip/{ip}/spam"),
    SPAM_IP("GET", "/ip/{ip}/spam/{ipSpamming}"),
    STATS("GET", "/ip/{ip}/spam/{ipSpamming}/stats"),
    UNBLOCK("POST", "/ip/{ip}/spam/{ipSpamming}/unblock");

    public final String method;
    public final String path;

    Route(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Returns true when it is about one of the account's blocks. */
    public boolean isOfABlock() {
        return path.startsWith("/ip/");
    }

    /** Returns true when it is about one address of a block. */
    public boolean isOfAnAddress() {
        return path.startsWith("/ip/{ip}/spam/");
    }

    /** Returns true when it needs no proof of a right, and is about no object that could be missing. */
    public boolean isPlain() {
        return path.startsWith("/auth/");
    }

    /** Returns true when the response is a credential, of which nothing may be quoted. */
    public boolean answersSecrets() {
        return this == TOKEN || this == CREDENTIAL;
    }

    /** Returns true when a request that was sent may have changed something. */
    public boolean changes() {
        return this == UNBLOCK;
    }
}
