package io.github.ovhantispam.mail.internal.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailShapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a\n\nx",
                "X-Any: 1\r\n folded\r\nmessage-id: <a@b>\r\n\r\nx",
                "Subject: only headers",
                "Content-Type: text/html\n\n<p>"
            })
    void headersOf_aMail_isWhereItBegins(String mail) {
        assertThat(MailShape.headersOf(mail)).isZero();
        assertThat(MailShape.headersOf("\r\n\n " + mail)).isEqualTo(4);
        assertThat(MailShape.headersOf("From a@b Mon Sep 17 00:00:00 2001\n" + mail))
                .isEqualTo(34);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "hello world",
                "Destination IP: 192.0.2.1 - Message-ID: a@b - Spam score: 300",
                "Dear Customer,\n\nFrom: a",
                "Key: value\nOther: value\n\nx",
                "From: a\nno header\n\nx",
                "From the start"
            })
    void headersOf_anotherText_isNowhere(String text) {
        assertThat(MailShape.headersOf(text)).isEqualTo(-1);
    }
}
