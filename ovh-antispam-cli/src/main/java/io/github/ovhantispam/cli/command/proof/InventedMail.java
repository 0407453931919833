package io.github.ovhantispam.cli.command.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A newsletter that nobody sent, with a Message-ID that the invented account was blocked for. */
final class InventedMail {

    private static final String TEXT = """
            Return-Path: <news@example.org>
            From: The invented shop <news@example.org>
            To: customer@example.net
            Subject: Your order has been sent
            Date: Mon, 29 Aug 2022 16:42:50 +0000
            Message-ID: <fc090jdhf934iu09bf084bfo92@xxxxxxxxxxxxx.com>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Hello,

            the parcel with your order has left our warehouse today.
            """;

    private InventedMail() {}

    static byte[] bytes() {
        return TEXT.replace("\n", "\r\n").getBytes(US_ASCII);
    }
}
