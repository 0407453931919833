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

    private static final Pattern MACRO = Pattern.compile("%\\{[^}]*\\}");

    private static final int MOST_VOID = 2;
    private static final int MOST_EXCHANGERS = 10;

    private final DnsClient dns;
    /** Names that a record led to: their look-ups belong to the term that asked for the record. */
    private final Set<String> followed = new HashSet<>();

    /** Names of the last PTR answer, whose addresses come next: RFC 7208, section 5.5, skips those that fail. */
    private final Set<String> validated = new HashSet<>();

    private int voids;
    private @Nullable String excess;
    private @Nullable String trouble;
    private boolean broken;

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

    /** True when a failure of DNS is the result, whatever the library makes of it (RFC 7208, section 5). */
    boolean broken() {
        return broken;
    }

    @Override
    public @Nullable List<String> getRecords(DNSRequest request) throws TimeoutException {
        int type = type(request.getRecordType());
        String name = request.getHostname();
        if (type == Type.SPF || excess != null) {
            return null; // RFC 7208, section 3.1: records of that type are no longer read
        }
        if (broken) {
            throw new TimeoutException(trouble); // the result is settled, though the library goes on
        }
        boolean skippable = type == Type.PTR || (isAddress(type) && validated.remove(name));
        if (!isAddress(type)) {
            validated.clear();
        }
        DnsAnswer answer = dns.ask(name, type);
        if (answer.hasFailed() && skippable) {
            return null;
        }
        if (answer.hasFailed()) {
            trouble = answer.trouble();
            // The text of a record that fails may be an explanation, which changes no result: the library knows.
            broken = type != Type.TXT;
            throw new TimeoutException(answer.trouble());
        }
        return answer.records().isEmpty() ? nothing(name, type) : records(answer.records(), type);
    }

    private @Nullable List<String> nothing(String name, int type) {
        countVoid(name, type);
        return null;
    }

    private @Nullable List<String> records(List<String> found, int type) {
        if (type == Type.MX && found.size() > MOST_EXCHANGERS) {
            excess = "a domain has more than " + MOST_EXCHANGERS + " MX records";
            return null;
        }
        if (type == Type.MX || type == Type.PTR) {
            followed.addAll(found);
        }
        if (type == Type.PTR) {
            validated.addAll(found);
        }
        // the library takes elements out of the list
        return new ArrayList<>(
                type == Type.TXT ? found.stream().map(SpfRecords::folded).toList() : found);
    }

    private static boolean isAddress(int type) {
        return type == Type.A || type == Type.AAAA;
    }

    /**
     * Folds a record, since the library compares names by their letters and those of PTR records come in lower case.
     * The case of a macro has a meaning, and an explanation is for people.
     */
    private static String folded(String record) {
        if (!record.regionMatches(true, 0, "v=spf1", 0, 6)) {
            return record;
        }
        StringBuilder folded = new StringBuilder(record.length());
        Matcher macros = MACRO.matcher(record);
        int from = 0;
        while (macros.find()) {
            folded.append(record.substring(from, macros.start()).toLowerCase(Locale.ROOT))
                    .append(macros.group());
            from = macros.end();
        }
        return folded.append(record.substring(from).toLowerCase(Locale.ROOT)).toString();
    }

    private void countVoid(String name, int type) {
        if (type != Type.TXT && !followed.contains(name) && ++voids > MOST_VOID && excess == null) {
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
