package io.github.ovhantispam.mail;

import static io.github.ovhantispam.mail.LogText.at;
import static io.github.ovhantispam.mail.LogText.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.model.IpAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTraceTest {

    private static final IpAddress IP = IpAddress.of("192.0.2.1");
    private static final List<String> LINES = at(
            "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7], sasl_method=PLAIN, sasl_username=bob",
            "postfix/cleanup[2]: A1A2A3A4A5: message-id=<a@b>",
            "postfix/qmgr[3]: A1A2A3A4A5: removed",
            "postfix/smtpd[1]: B1B2B3B4B5: client=y[192.0.2.8], sasl_method=PLAIN, sasl_username=eve",
            "postfix/cleanup[2]: B1B2B3B4B5: message-id=<b@b>",
            "postfix/smtpd[1]: C1C2C3C4C5: client=z[192.0.2.9], sasl_method=PLAIN, sasl_username=eve",
            "postfix/cleanup[2]: C1C2C3C4C5: message-id=<c@b>",
            "postfix/cleanup[2]: D1D2D3D4D5: message-id=<d@b>");

    @Test
    void culprits_ofSeveralMails_areRanked() {
        List<Culprit> culprits = trace(LINES, "a@b", "b@b", "c@b", "d@b").culprits();

        Instant time = Instant.parse("2026-11-04T16:46:01Z");
        assertThat(culprits)
                .containsExactly(
                        new Culprit(new Origin.SaslUser("eve"), 2, time, time, 2),
                        new Culprit(new Origin.SaslUser("bob"), 1, time, time, 0));
        assertThat(culprits.get(0))
                .hasToString("SASL user eve: 2 mails from 2026-11-04T16:46:01Z to 2026-11-04T16:46:01Z, 2 still in the"
                        + " queue when the log ended");
    }

    @Test
    void contained_culpritThatWasNotHandled_refusesAndNamesIt() {
        MailTrace trace = trace(LINES, "a@b", "b@b");
        MailTrace half = trace.handled(trace.culprits().get(0), "password changed");

        assertRefused(trace, "handled(..)");
        assertRefused(half, trace.culprits().get(1).origin().toString());
    }

    @Test
    void contained_allHandled_holds() {
        MailTrace trace = trace(LINES, "a@b", "b@b");
        for (Culprit culprit : trace.culprits()) {
            trace = trace.handled(culprit, "password changed");
        }

        MailTrace handled = trace;
        assertThatCode(() -> handled.contained().check(IP)).doesNotThrowAnyException();
    }

    @Test
    void contained_missingMail_refusesUntilItIsAccepted() {
        MailTrace trace = trace(LINES, "a@b", "z@b");
        MailTrace handled = trace.handled(trace.culprits().get(0), "password changed");

        assertRefused(handled, "z@b");
        assertThatCode(() -> handled.accepting("was another server").contained().check(IP))
                .doesNotThrowAnyException();
        assertRefused(trace.accepting("was another server"), "SASL user bob");
    }

    @Test
    void contained_unknownOrigin_refusesUntilItIsAccepted() {
        MailTrace trace = trace(LINES, "d@b");

        assertRefused(trace, "origin not in reach");
        assertThatCode(() -> trace.accepting("that log is gone").contained().check(IP))
                .doesNotThrowAnyException();
    }

    @Test
    void contained_nothingTraced_refuses() {
        assertRefused(trace(LINES), "no mail was traced");
    }

    @Test
    void handled_culpritOfAnotherTraceOrNothingDone_isRefused() {
        MailTrace trace = trace(LINES, "a@b");
        Culprit other = trace(LINES, "b@b").culprits().get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> trace.handled(other, "password changed"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trace.handled(trace.culprits().get(0), " "));
        assertThatIllegalArgumentException().isThrownBy(() -> trace.accepting(""));
    }

    @Test
    void toString_hostileNames_areOnePrintableLine() {
        List<String> lines = at(
                "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7], sasl_method=PLAIN, sasl_username=b\u001b[31m\u202eob",
                "postfix/cleanup[2]: A1A2A3A4A5: message-id=<a@b>",
                "postfix/qmgr[3]: A1A2A3A4A5: from=<\u001b]0;x@y>, size=1, nrcpt=1 (queue active)",
                "postfix/smtp[3]: A1A2A3A4A5: to=<\u001b]0;x@y>, relay=x[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (\u001b[2J)");
        MailTrace trace = trace(lines, "a@b");

        assertThat(List.of(
                        trace.toString(),
                        trace.mails().get(0).toString(),
                        trace.mails().get(0).recipients().get(0).toString(),
                        trace.culprits().get(0).toString()))
                .allMatch(text -> text.matches("[\\P{Cntrl}&&[^\u202e]]+"));
    }

    private static void assertRefused(MailTrace trace, String reason) {
        assertThatExceptionOfType(PrecautionException.class)
                .isThrownBy(() -> trace.contained().check(IP))
                .withMessageContaining(reason)
                .withMessageStartingWith("not contained: ");
    }
}
