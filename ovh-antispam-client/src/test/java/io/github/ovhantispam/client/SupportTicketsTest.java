package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ovhantispam.emulator.EmulatedTicket;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.SupportTicket;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportTicketsTest {

    private static final NewTicket FULL = NewTicket.of(
                    "Adresse bloquée : 192.0.2.1", "Bonjour,\n\nce n’était pas du spam 😀 – «日本»")
            .category(TicketCategory.INCIDENT)
            .subcategory(TicketSubcategory.ALERTS)
            .product(TicketProduct.DEDICATED)
            .serviceName("ns1.example.net")
            .impact(TicketLevel.HIGH)
            .urgency(TicketLevel.MEDIUM)
            .watchers(List.of("ops@example.com", "été@example.com"));

    @Test
    void create_sendsEveryFieldAsItIs() {
        try (TestAccount account = TestAccount.open()) {
            SupportTicket created = account.antispam.supportTickets().create(FULL);

            EmulatedTicket ticket = account.emulator.tickets().get(0);
            assertThat(created.ticketId()).isEqualTo(ticket.ticketId());
            assertThat(ticket.subject()).isEqualTo("Adresse bloquée : 192.0.2.1");
            assertThat(ticket.body()).isEqualTo("Bonjour,\n\nce n’était pas du spam 😀 – «日本»");
            assertThat(ticket.watchers()).containsExactly("ops@example.com", "été@example.com");
            assertThat(ticket.fields())
                    .isEqualTo(Map.of(
                            "category", "incident",
                            "subcategory", "alerts",
                            "product", "dedicated",
                            "serviceName", "ns1.example.net",
                            "impact", "high",
                            "urgency", "medium"));
            assertThat(account.count(Operation.CREATE_TICKET)).isEqualTo(1);
        }
    }

    @Test
    void create_acceptsEveryValueOfTheSchema() {
        try (TestAccount account = TestAccount.open()) {
            SupportTickets tickets = account.antispam.supportTickets();
            NewTicket plain = NewTicket.of("s", "b");
            for (TicketCategory category : TicketCategory.values()) {
                tickets.create(plain.category(category));
            }
            for (TicketSubcategory subcategory : TicketSubcategory.values()) {
                tickets.create(plain.subcategory(subcategory));
            }
            for (TicketProduct product : TicketProduct.values()) {
                tickets.create(plain.product(product));
            }
            for (TicketLevel level : TicketLevel.values()) {
                tickets.create(plain.impact(level).urgency(level));
            }

            assertThat(account.emulator.tickets()).hasSize(3 + 10 + 25 + 3);
        }
    }

    @Test
    void create_oftenAndOfAnyText_isSignedOverTheBytesThatAreSent() {
        Random random = new Random(13);
        try (TestAccount account = TestAccount.open()) {
            for (int i = 0; i < 300; i++) {
                String text = "x"
                        + random.ints(1 + random.nextInt(60), 0, 0x30000)
                                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining());
                account.antispam.supportTickets().create(NewTicket.of("s", text));

                List<EmulatedTicket> tickets = account.emulator.tickets();
                assertThat(tickets.get(tickets.size() - 1).body()).isEqualTo(text);
            }
        }
    }

    @Test
    void requestText_isTheBodyOfTheRequest() throws IOException {
        JsonNode request = new ObjectMapper().readTree(FULL.requestText());

        assertThat(request.get("subject").textValue()).isEqualTo("Adresse bloquée : 192.0.2.1");
        assertThat(request.get("body").textValue()).isEqualTo("Bonjour,\n\nce n’était pas du spam 😀 – «日本»");
        assertThat(FULL.requestText()).startsWith("{\"subject\":\"Adresse bloquée : 192.0.2.1\",\"body\":\"Bonjour,");
        assertThat(request.size()).isEqualTo(9);
        assertThat(NewTicket.of("s", "b").requestText()).isEqualTo("{\"subject\":\"s\",\"body\":\"b\"}");
    }

    @Test
    void requestText_ofHostileText_movesNoCursor() throws IOException {
        String hostile = "\u001b[2J\u009b31m\u202e\u2028\u007f\ue000\ufeff\0\r";

        String text = NewTicket.of("s", "mail: " + hostile).requestText();

        assertThat(text)
                .isEqualTo("{\"subject\":\"s\",\"body\":\"mail: \\u001B[2J\\u009B31m\\u202E\\u2028\\u007F\\uE000"
                        + "\\uFEFF\\u0000\\r\"}");
        assertThat(new ObjectMapper().readTree(text).get("body").textValue()).isEqualTo("mail: " + hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\rb", "a\0", "half \ud83d"})
    void newTicket_withASubjectThatIsNotALine_isRefused(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewTicket.of(subject, "b"))
                .withMessageStartingWith("subject ");
    }

    @Test
    void newTicket_beyondTheSchema_isRefused() {
        NewTicket ticket = NewTicket.of("s", "b");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewTicket.of("s", "\ude00 half"))
                .withMessage("body is not valid Unicode: it has half of a surrogate pair");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ticket.watchers(Collections.nCopies(11, "a@example.com")))
                .withMessage("watchers are more than 10: 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ticket.watchers(List.of("a@example.com\nb@example.com")))
                .withMessage("watchers has a control character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ticket.serviceName(" "))
                .withMessage("serviceName is blank");
        assertThat(ticket.watchers(Collections.nCopies(10, "a@example.com")).requestText())
                .contains("\"watchers\":[");
    }

    @Test
    void newTicket_changed_leavesTheOriginal() {
        NewTicket ticket = NewTicket.of("s", "b");
        ticket.category(TicketCategory.BILLING).watchers(List.of("a@example.com"));

        assertThat(ticket.requestText()).isEqualTo("{\"subject\":\"s\",\"body\":\"b\"}");
    }

    @Test
    void newTicket_printed_hasNoPersonalData() {
        assertThat(FULL.toString())
                .isEqualTo("NewTicket[body of 42 characters, 2 watchers,"
                        + " [category, impact, product, serviceName, subcategory, urgency]]");
    }

    @Test
    void create_withTheUsualConsumerKey_namesTheRuleThatIsMissing() {
        try (TestAccount account = TestAccount.open()) {
            allowTheUsual(account);

            assertThatExceptionOfType(PermissionException.class)
                    .isThrownBy(() -> account.antispam.supportTickets().create(NewTicket.of("s", "b")))
                    .withMessageContaining(
                            "this call needs POST /support/tickets/create, an access rule that no consumer"
                                    + " key has unless it is asked for: get one with"
                                    + " requestConsumerKey(AccessRule.SUPPORT_TICKETS)");
            assertThat(account.emulator.tickets()).isEmpty();
        }
    }

    static void allowTheUsual(TestAccount account) {
        account.emulator.credential().allowNothing();
        for (String rule : List.of("GET /ip", "GET /ip/*", "POST /ip/*")) {
            List<String> parts = Arrays.asList(rule.split(" "));
            account.emulator.credential().allow(parts.get(0), parts.get(1));
        }
    }

    @Test
    void create_whileTheClientCloses_isOverForGood() {
        try (TestAccount account = TestAccount.open()) {
            account.antispam.close();

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> account.antispam.supportTickets().create(NewTicket.of("s", "b")));
            assertThat(account.emulator.tickets()).isEmpty();
        }
    }
}
