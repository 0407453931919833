package io.github.ovhantispam.mail.internal.alert;

import io.github.ovhantispam.mail.SpamAlert;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert, none, or a doubt between several. */
final class Verdict {

    static final Verdict NONE = new Verdict(null, false);
    static final Verdict DOUBT = new Verdict(null, true);

    private final @Nullable SpamAlert alert;
    private final boolean doubt;

    private Verdict(@Nullable SpamAlert alert, boolean doubt) {
        this.alert = alert;
        this.doubt = doubt;
    }

    static Verdict of(SpamAlert alert) {
        return new Verdict(alert, false);
    }

    Optional<SpamAlert> alert() {
        return Optional.ofNullable(alert);
    }

    /** Joins what two places of a mail say: of the same alert, the one with more samples. */
    Verdict and(Verdict other) {
        if (doubt || other.doubt) {
            return DOUBT;
        }
        if (alert == null || other.alert == null) {
            return alert == null ? other : this;
        }
        if (!alert.address().equals(other.alert.address())) {
            return DOUBT;
        }
        return other.alert.samples().size() > alert.samples().size() ? other : this;
    }

    /** Joins two ways to read one place: an alert in one of them settles the doubt of the other. */
    Verdict or(Verdict other) {
        if (alert != null && other.alert != null) {
            return and(other);
        }
        if (alert != null || other.alert != null) {
            return alert == null ? other : this;
        }
        return doubt ? this : other;
    }
}
