package io.github.ovhantispam.client;

import io.github.ovhantispam.client.internal.wire.JsonBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A support ticket that is not created yet: a subject, a text, and what else the API takes. Immutable; each method
 * returns a changed copy.
 *
 * <p>The API takes no attachments, so include in the text what the support needs to see, or attach it in the control
 * panel later. Its deprecated field {@code type} is not sent. The maximum length of the texts is not documented.
 */
public final class NewTicket {

    private static final int MOST_WATCHERS = 10;

    private final String subject;
    private final String body;
    private final Map<String, String> choices;
    private final List<String> watchers;

    private NewTicket(String subject, String body, Map<String, String> choices, List<String> watchers) {
        this.subject = subject;
        this.body = body;
        this.choices = choices;
        this.watchers = watchers;
    }

    /**
     * Returns a ticket with the fields that every ticket needs.
     *
     * @param subject one line
     * @param body the text of its first message, with line feeds where lines end
     * @return the ticket
     * @throws IllegalArgumentException when one is blank, the subject has a control character such as a line feed, or
     *     one is not valid Unicode; the message does not quote them
     */
    public static NewTicket of(String subject, String body) {
        return new NewTicket(line("subject", subject), text("body", body), Map.of(), List.of());
    }

    private static String text(String name, String value) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException(name + " is not valid Unicode: it has half of a surrogate pair");
        }
        return value;
    }

    private static String line(String name, String value) {
        if (text(name, value).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " has a control character");
        }
        return value;
    }

    private NewTicket with(String name, String value) {
        Map<String, String> more = new TreeMap<>(choices);
        more.put(name, value);
        return new NewTicket(subject, body, more, watchers);
    }

    /**
     * Sets the kind of ticket.
     *
     * @param category the kind
     * @return a copy
     */
    public NewTicket category(TicketCategory category) {
        return with("category", Objects.requireNonNull(category, "category").value());
    }

    /**
     * Sets the kind of ticket in detail.
     *
     * @param subcategory the kind in detail
     * @return a copy
     */
    public NewTicket subcategory(TicketSubcategory subcategory) {
        return with(
                "subcategory",
                Objects.requireNonNull(subcategory, "subcategory").value());
    }

    /**
     * Sets the product that the ticket is about.
     *
     * @param product the product
     * @return a copy
     */
    public NewTicket product(TicketProduct product) {
        return with("product", Objects.requireNonNull(product, "product").value());
    }

    /**
     * Sets the service that the ticket is about.
     *
     * @param serviceName the service's name, such as the one that a block is routed to
     * @return a copy
     * @throws IllegalArgumentException when it is blank, has a control character or is not valid Unicode
     */
    public NewTicket serviceName(String serviceName) {
        return with("serviceName", line("serviceName", serviceName));
    }

    /**
     * Sets the impact. Only for accounts with Business or Enterprise support.
     *
     * @param impact the impact
     * @return a copy
     */
    public NewTicket impact(TicketLevel impact) {
        return with("impact", Objects.requireNonNull(impact, "impact").value());
    }

    /**
     * Sets the urgency. Only for accounts with Business or Enterprise support.
     *
     * @param urgency the urgency
     * @return a copy
     */
    public NewTicket urgency(TicketLevel urgency) {
        return with("urgency", Objects.requireNonNull(urgency, "urgency").value());
    }

    /**
     * Sets the watchers, who are notified of news about the ticket by mail.
     *
     * @param watchers at most 10 mail addresses, all of them
     * @return a copy
     * @throws IllegalArgumentException when there are more, or one is blank, has a control character or is not valid
     *     Unicode
     */
    public NewTicket watchers(List<String> watchers) {
        if (Objects.requireNonNull(watchers, "watchers").size() > MOST_WATCHERS) {
            throw new IllegalArgumentException("watchers are more than " + MOST_WATCHERS + ": " + watchers.size());
        }
        watchers.forEach(watcher -> line("watchers", watcher));
        return new NewTicket(subject, body, choices, List.copyOf(watchers));
    }

    /**
     * Returns the text that {@link SupportTickets#create} sends, for a dry run: JSON in one line, to the last character
     * what is signed and sent as UTF-8. Nothing in it moves a cursor or changes the direction of a terminal: characters
     * that are not printable are escaped. It contains whatever personal data the ticket contains.
     *
     * @return the body of the request
     */
    public String requestText() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", subject);
        fields.put("body", body);
        fields.putAll(choices);
        if (!watchers.isEmpty()) {
            fields.put("watchers", watchers);
        }
        return JsonBody.text(fields);
    }

    /** A line for a log, without texts and addresses, which are personal data. */
    @Override
    public String toString() {
        return "NewTicket[body of " + body.length() + " characters, " + watchers.size() + " watchers, "
                + choices.keySet() + ']';
    }
}
