package io.github.ovhantispam.mail.internal.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Type;

/** The records that one SPF evaluation reads, and the limits of RFC 7208, section 4.6.4, that its library lacks. */
final class SpfRecords implements DNSService {

    private static final Pattern PTR_TERM =
            Pattern.compile("(?<= )[-+?~]?ptr:[^ %/]+(?= |$)", Pattern.CASE_INSENSITIVE);

    private static final int MOST_VOID = 2;
    private static final int MOST_EXCHANGERS = 10;

    private final DnsClient dns;
    /** Names that a record led to: their look-ups belong to the term that asked for the record. */
    private final Set<String> followed = new HashSet<>();

    private int voids;
    private @Nullable String excess;
    private @Nullable String trouble;

    SpfRecords(DnsClient dns) {
        this.dns = dns;
    }

    /** The limit that was passed, if any. */
    @Nullable
    String excess() {
        return excess;
    }

    /** The last failure of DNS, if any. */
    @Nullable
    String trouble() {
        return trouble;
    }

    @Override
    public @Nullable List<String> getRecords(DNSRequest request) throws TimeoutException {
        int type = type(request.getRecordType());
        DnsAnswer answer = excess == null ? dns.ask(request.getHostname(), type) : DnsAnswer.none();
        if (answer.hasFailed()) {
            trouble = answer.trouble();
            throw new TimeoutException(answer.trouble());
        }
        if (answer.records().isEmpty()) {
            countVoid(request.getHostname(), type);
            return null;
        }
        if (type == Type.MX && answer.records().size() > MOST_EXCHANGERS) {
            excess = "a domain has more than " + MOST_EXCHANGERS + " MX records";
            return null;
        }
        if (type == Type.MX || type == Type.PTR) {
            followed.addAll(answer.records());
        }
        if (type == Type.TXT) {
            return new ArrayList<>(
                    answer.records().stream().map(SpfRecords::foldPtr).toList());
        }
        return new ArrayList<>(answer.records()); // the library takes elements out of it
    }

    /** Names of PTR records come in lower case, and the library compares them by their letters. */
    private static String foldPtr(String record) {
        return PTR_TERM.matcher(record)
                .replaceAll(term -> Matcher.quoteReplacement(term.group().toLowerCase(Locale.ROOT)));
    }

    private void countVoid(String name, int type) {
        if (type != Type.TXT && type != Type.SPF && !followed.contains(name) && ++voids > MOST_VOID && excess == null) {
            excess = "more than " + MOST_VOID + " look-ups found nothing";
        }
    }

    private static int type(int requested) {
        return switch (requested) {
            case DNSRequest.A -> Type.A;
            case DNSRequest.AAAA -> Type.AAAA;
            case DNSRequest.MX -> Type.MX;
            case DNSRequest.PTR -> Type.PTR;
            case DNSRequest.SPF -> Type.SPF;
            default -> Type.TXT;
        };
    }

    @Override
    public CompletionStage<@Nullable List<String>> getRecordsAsync(DNSRequest request) {
        try {
            return CompletableFuture.completedFuture(getRecords(request));
        } catch (TimeoutException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public List<String> getLocalDomainNames() {
        return List.of("unknown"); // RFC 7208, section 7.3
    }

    @Override
    public void setTimeOut(int seconds) {
        // the limits of the check apply
    }

    @Override
    public int getRecordLimit() {
        return 0;
    }

    @Override
    public void setRecordLimit(int limit) {
        // the limits of the check apply
    }
}
