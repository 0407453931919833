package io.github.ovhantispam.client.internal.wire;

import io.github.ovhantispam.client.AccessRule;
import org.jspecify.annotations.Nullable;

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
    UNBLOCK("POST", "/ip/{ip}/spam/{ipSpamming}/unblock"),
    REVERSES("GET", "/ip/{ip}/reverse"),
    REVERSE("GET", "/ip/{ip}/reverse/{ipReverse}"),
    SET_REVERSE("POST", "/ip/{ip}/reverse"),
    DELETE_REVERSE("DELETE", "/ip/{ip}/reverse/{ipReverse}"),
    NOTIFICATIONS("GET", "/me/notification/email/history"),
    NOTIFICATION("GET", "/me/notification/email/history/{id}"),
    CREATE_TICKET("POST", "/support/tickets/create");

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
    public boolean responseHasSecrets() {
        return this == TOKEN || this == CREDENTIAL;
    }

    /** Returns true when a request that was sent may have changed something. */
    public boolean changes() {
        return switch (this) {
            case UNBLOCK, SET_REVERSE, DELETE_REVERSE, CREATE_TICKET -> true;
            default -> false;
        };
    }

    /** Returns false when a success says no more than that it is one. */
    public boolean hasResult() {
        return this != DELETE_REVERSE;
    }

    /** Returns the access rule that a consumer key has only when it was asked for, or null when each key has it. */
    public @Nullable AccessRule specialRule() {
        return switch (this) {
            case NOTIFICATIONS, NOTIFICATION -> AccessRule.NOTIFICATIONS;
            case CREATE_TICKET -> AccessRule.SUPPORT_TICKETS;
            case DELETE_REVERSE -> AccessRule.REVERSE;
            default -> null;
        };
    }

    /** Returns the way to find out what became of a request whose response left it open; empty where there is none. */
    public String waysToTell() {
        return switch (this) {
            case UNBLOCK, SPAM_IP -> "while the address is unblocking, release(..) only polls";
            case SET_REVERSE, DELETE_REVERSE, REVERSE -> "the reverse's get() tells, and to ask again does no harm";
            case CREATE_TICKET -> "only the control panel tells if there is a ticket";
            default -> "";
        };
    }
}
