package io.github.ovhantispam.mail.internal.dkim;

import java.util.List;

/**
 * The outcome for one signature.
 *
 * @param domain the signing domain ({@code d=}) in lower case, hostile; empty when there is none
 * @param status pass, fail or unknown
 * @param reason one line on a failure, or empty
 * @param weaknesses properties that a receiver may refuse although the signature verifies
 * @param signedFields the names in {@code h=}, in lower case
 */
public record SignatureCheck(
        String domain, Status status, String reason, List<String> weaknesses, List<String> signedFields) {

    /** Copies the lists. */
    public SignatureCheck {
        weaknesses = List.copyOf(weaknesses);
        signedFields = List.copyOf(signedFields);
    }

    /** The kind of an outcome. */
    public enum Status {
        /** The signature verifies. */
        PASS,
        /** The signature does not verify, or receivers must refuse it. */
        FAIL,
        /** DNS failed, or the algorithm is not known here. */
        UNKNOWN
    }
}
