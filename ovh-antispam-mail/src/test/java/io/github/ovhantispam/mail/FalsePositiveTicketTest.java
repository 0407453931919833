package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.BlockNotFoundException;
import io.github.ovhantispam.client.NewTicket;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.SupportTicket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ticket of a report, on the emulator. */
class FalsePositiveTicketTest {

    private static final String MAIL = String.join(
            "\r\n",
            "Received: from [198.51.100.7] by mail.sender.test; Tue, 24 Nov 2026 10:00:00 +0000",
            "From: News <news@sender.test>",
            "To: J\u00fcrgen <you@other.test>, you@other.test",
            "Date: Tue, 24 Nov 2026 10:00:00 +0000",
            "Message-ID: <1@sender.test>",
            "Subject: Une \u00e9tude",
            "",
            "Version 1.2.3.4.5 costs 12 \u20ac\u202e.",
            "");

    private final AntispamEmulator emulator = AntispamEmulator.start();
    private final AntispamClient antispam = AntispamClient.builder()
            .environment(emulator.environment())
            .clock(emulator.clock())
            .sleeper(emulator.clock()::sleep)
            .build();

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    @Test
    void draft_addressOfTheAccount_isWhatOpenWouldSendAndCreatesNothing() {
        emulator.ipBlock("192.0.2.0/28").type(IpType.VPS).routedTo("vps-1.example");

        NewTicket draft = report().draft(antispam, Language.FRENCH);

        assertThat(draft.requestText())
                .contains("\"category\":\"incident\"", "\"subcategory\":\"alerts\"", "\"product\":\"vps\"")
                .contains("\"serviceName\":\"vps-1.example\"", "Faux positif", "192.0.2.1", "Une \u00e9tude");
        assertThat(emulator.tickets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dedicated, dedicated", "pci, publiccloud", "pcc, dedicatedcloud", "failover, ", "new-type, "})
    void draft_typeOfBlock_givesTheProductOnlyWhereItIsSure(String type, String product) {
        emulator.ipBlock("192.0.2.0/28").type(IpType.of(type));

        String text = report().draft(antispam, Language.ENGLISH).requestText();

        assertThat(text.contains("\"product\"")).isEqualTo(product != null);
        assertThat(text.contains("\"product\":\"" + product + "\"")).isEqualTo(product != null);
    }

    @Test
    void open_completeCase_createsOneTicketWithTheTextOfTheReport() {
        emulator.ipBlock("192.0.2.0/28");
        FalsePositiveReport report = report();

        SupportTicket ticket = report.open(antispam, Language.ENGLISH);

        assertThat(emulator.tickets()).singleElement().satisfies(created -> {
            assertThat(created.ticketId()).isEqualTo(ticket.ticketId());
            assertThat(created.subject())
                    .isEqualTo(report.ticket(Language.ENGLISH).subject());
            assertThat(created.body()).isEqualTo(report.ticket(Language.ENGLISH).body());
        });
    }

    @Test
    void open_responseThatIsLost_isNotSentAgainAndSaysThatThereMayBeATicket() {
        emulator.ipBlock("192.0.2.0/28");
        emulator.faults().on(Operation.CREATE_TICKET).times(1).resetAfterProcessing();

        assertThatExceptionOfType(AntispamException.class)
                .isThrownBy(() -> report().open(antispam, Language.ENGLISH))
                .satisfies(e -> assertThat(e.mayHaveBeenProcessed()).isTrue());
        assertThat(emulator.journal().count(Operation.CREATE_TICKET)).isEqualTo(1);
        assertThat(emulator.tickets()).hasSize(1);
    }

    @Test
    void open_addressOfNobody_sendsNoTicket() {
        assertThatExceptionOfType(BlockNotFoundException.class)
                .isThrownBy(() -> report().open(antispam, Language.ENGLISH));
        assertThat(emulator.journal().count(Operation.CREATE_TICKET)).isZero();
    }

    @Test
    void open_reportWithoutMail_sendsNothingAtAll() {
        FalsePositiveReport empty =
                FalsePositiveReport.of(IpAddress.of("192.0.2.1"), List.of()).build();

        assertThatIllegalStateException()
                .isThrownBy(() -> empty.open(antispam, Language.ENGLISH))
                .withMessageContaining("no original mail");
        assertThat(emulator.journal().count()).isZero();
    }

    @Test
    void personalData_mail_namesPeopleAndNotTheCase() {
        assertThat(report().personalData()).containsExactly("news@sender.test", "you@other.test", "198.51.100.7");
    }

    @Test
    void ticket_mailInUtf8_isReadableAndTurnsNoText() {
        assertThat(report().ticket(Language.FRENCH).body())
                .contains("J\u00fcrgen", "12 \u20ac?.")
                .doesNotContain("\u202e", "\u00c3");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3"})
    void ticket_mailCutWithinACharacter_staysReadable(int shift) {
        String start = MAIL + "x".repeat(shift);
        FalsePositiveReport report = FalsePositiveReport.of(IpAddress.of("192.0.2.1"), List.of())
                .message((start + "\ud83d\ude00".repeat(6_000)).getBytes(UTF_8))
                .build();

        assertThat(report.ticket(Language.FRENCH).body())
                .contains("J\u00fcrgen", "\ud83d\ude00\n[...]")
                .doesNotContain("\u00c3");
    }

    private static FalsePositiveReport report() {
        return FalsePositiveReport.of(new SpamAlert(
                        IpAddress.of("192.0.2.1"),
                        List.of(new SpamSample(
                                IpAddress.of("192.0.2.9"), Optional.of(MessageId.of("1@sender.test")), 300))))
                .message(MAIL.getBytes(UTF_8))
                .build();
    }
}
