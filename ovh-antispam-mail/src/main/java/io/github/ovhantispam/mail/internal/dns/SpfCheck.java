package io.github.ovhantispam.mail.internal.dns;

import io.github.ovhantispam.mail.SpfResult;
import io.github.ovhantispam.model.IpAddress;
import java.util.Locale;
import org.apache.james.jspf.impl.SPF;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an SPF check.
 *
 * @param result the result
 * @param reason why it is an error, or empty
 */
public record SpfCheck(SpfResult result, String reason) {

    /**
     * Checks a sender.
     *
     * @param dns the client of this check
     * @param address the address that connects
     * @param helo its name in the HELO command, or empty
     * @param sender the envelope sender, empty for the null sender
     * @return the outcome
     */
    public static SpfCheck of(DnsClient dns, IpAddress address, String helo, String sender) {
        SpfRecords records = new SpfRecords(dns);
        String result;
        try {
            result = new SPF(records)
                    .checkSPF(address.toString(), folded(sender), helo.toLowerCase(Locale.ROOT))
                    .getResult();
        } catch (RuntimeException e) {
            // The library meets hostile records here. That it gives up proves nothing about them.
            return new SpfCheck(
                    SpfResult.TEMPERROR,
                    "the records could not be evaluated: " + e.getClass().getSimpleName());
        }
        if (records.excess() != null) {
            return new SpfCheck(SpfResult.PERMERROR, records.excess());
        }
        SpfResult known = records.broken() ? SpfResult.TEMPERROR : parse(result);
        String trouble = records.trouble();
        return new SpfCheck(known, known == SpfResult.TEMPERROR && trouble != null ? trouble : "");
    }

    /** The domain in lower case, in which the names of PTR records come. The local part may be a macro's text. */
    private static String folded(String sender) {
        int at = sender.lastIndexOf('@');
        return sender.substring(0, at + 1) + sender.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    private static SpfResult parse(@Nullable String result) {
        return result == null ? SpfResult.NONE : SpfResult.valueOf(result.toUpperCase(Locale.ROOT));
    }
}
