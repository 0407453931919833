package io.github.ovhantispam.emulator.internal.auth;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consumer key: what one application may do for one account. Thread-safe. */
public final class Credential {

    private final long id;
    private final Application application;
    private final String consumerKey;
    private final Instant creation;
    private CredentialState state;
    private List<AccessRule> rules;
    private @Nullable Instant expiration;
    private @Nullable Instant lastUse;

    private @Nullable List<IpBlock> allowedIps;

    public Credential(
            long id,
            Application application,
            String consumerKey,
            Instant creation,
            List<AccessRule> rules,
            @Nullable List<IpBlock> allowedIps) {
        this.allowedIps = allowedIps == null ? null : List.copyOf(allowedIps);
        this.id = id;
        this.application = application;
        this.consumerKey = consumerKey;
        this.creation = creation;
        this.rules = List.copyOf(rules);
        this.state = CredentialState.PENDING_VALIDATION;
    }

    public long id() {
        return id;
    }

    /** Returns the application that it belongs to. */
    public Application application() {
        return application;
    }

    /** Returns the key itself. */
    public String consumerKey() {
        return consumerKey;
    }

    /** When it was asked for. */
    public Instant creation() {
        return creation;
    }

    public synchronized CredentialState state(Instant now) {
        if (state == CredentialState.VALIDATED && expiration != null && !now.isBefore(expiration)) {
            state = CredentialState.EXPIRED;
        }
        return state;
    }

    /** Changes what has become of it. */
    public synchronized void state(CredentialState state) {
        this.state = state;
    }

    /** Returns the calls it may make. */
    public synchronized List<AccessRule> rules() {
        return rules;
    }

    /** Changes what it may call. */
    public synchronized void rules(List<AccessRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** When it ends. */
    public synchronized @Nullable Instant expiration() {
        return expiration;
    }

    /** Sets the moment it ends; null for never. */
    public synchronized void expiration(@Nullable Instant expiration) {
        this.expiration = expiration;
    }

    /** When it was last used. */
    public synchronized @Nullable Instant lastUse() {
        return lastUse;
    }

    public synchronized void used(Instant now) {
        lastUse = now;
    }

    /** Returns the addresses it may be used from; null for every address. */
    public synchronized @Nullable List<IpBlock> allowedIps() {
        return allowedIps;
    }

    /** Limits the addresses it may be used from; null for every address. */
    public synchronized void allowedIps(@Nullable List<IpBlock> blocks) {
        this.allowedIps = blocks == null ? null : List.copyOf(blocks);
    }

    public boolean mayBeUsedFrom(InetAddress client) {
        List<IpBlock> blocks = allowedIps();
        if (blocks == null) {
            return true;
        }
        String literal = client.getHostAddress();
        int zone = literal.indexOf('%');
        IpAddress address = IpAddress.of(zone < 0 ? literal : literal.substring(0, zone));
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    public boolean mayCall(String method, String path) {
        for (AccessRule rule : rules()) {
            if (rule.covers(method, path)) {
                return true;
            }
        }
        return false;
    }
}
