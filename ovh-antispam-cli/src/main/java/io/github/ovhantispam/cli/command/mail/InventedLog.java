package io.github.ovhantispam.cli.command.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.ovhantispam.mail.MailLog;
import java.io.ByteArrayInputStream;

/** The log of a Postfix that never was, with mails that the invented account was blocked for. */
public final class InventedLog {

    private static final String ARRIVED = "2022-08-29T16:42:40+00:00 mx postfix/";
    private static final String LEFT = "2022-08-29T16:42:50+00:00 mx postfix/";

    private InventedLog() {}

    /** Returns the log, as if just opened. */
    public static MailLog open() {
        String text = ofAScript("4F1A000001", "d24aa492-5f37-457f-9595-23ddc9e0f714@xxxxxxxxxxxxx.xx.local")
                + ofAScript("4F1A000002", "fc090jdhf934iu09bf084bfo92@xxxxxxxxxxxxx.com")
                + ofALogin("4F1A000003", "P0hbfo93407684bfoqljrlqvpLatS3RRB9rZw7e8s@xxxxxxxxxxxx.online");
        return MailLog.stream(new ByteArrayInputStream(text.getBytes(US_ASCII)));
    }

    private static String ofAScript(String queueId, String messageId) {
        return ARRIVED + "pickup[1001]: " + queueId + ": uid=33 from=<www-data>\n"
                + ofAnybody(queueId, messageId, "www-data@example.org");
    }

    private static String ofALogin(String queueId, String messageId) {
        return ARRIVED + "smtpd[1002]: " + queueId
                + ": client=unknown[203.0.113.9], sasl_method=PLAIN, sasl_username=bob\n"
                + ofAnybody(queueId, messageId, "bob@example.org");
    }

    private static String ofAnybody(String queueId, String messageId, String sender) {
        return ARRIVED + "cleanup[1003]: " + queueId + ": message-id=<" + messageId + ">\n"
                + ARRIVED + "qmgr[1004]: " + queueId + ": from=<" + sender + ">, size=900, nrcpt=1 (queue active)\n"
                + LEFT + "smtp[1005]: " + queueId + ": to=<customer@example.net>,"
                + " relay=mx.example.net[188.95.235.33]:25, delay=10, delays=1/0/4/5, dsn=2.0.0, status=sent (250 ok)\n"
                + LEFT + "qmgr[1004]: " + queueId + ": removed\n";
    }
}
