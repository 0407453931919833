package io.github.ovhantispam.emulator;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Input that looks right to some extent, from a seed. */
final class Nonsense {

    private static final String[] NAMES = {
        "clock",
        "blocks",
        "ip",
        "type",
        "description",
        "spam",
        "ipSpamming",
        "state",
        "date",
        "time",
        "stats",
        "timestamp",
        "total",
        "numberOfSpams",
        "averageSpamscore",
        "detectedSpams",
        "messageId",
        "destinationIp",
        "spamscore",
        "tags",
        "regions",
        "expired",
        "advance",
        "kind",
        "operation",
        "times",
        "afterCalls",
        "probability",
        "seed",
        "status",
        "seconds",
        "milliseconds",
        "bytes",
        "message",
        "location",
        "body",
        "accessRules",
        "method",
        "path",
        "allowedIPs",
        "redirection",
        "",
        "x"
    };
    private static final String[] VALUES = {
        "0",
        "1",
        "-1",
        "200",
        "503",
        "9223372036854775807",
        "-9223372036854775808",
        "1e999",
        "99999999999999999999999",
        "0.5",
        "2",
        "true",
        "false",
        "null",
        "\"\"",
        "\"10.0.0.0/28\"",
        "\"10.0.0.1\"",
        "\"::/0\"",
        "\"GET\"",
        "\"/*\"",
        "\"2022-08-29T17:42:50+01:00\"",
        "\"+999999999-12-31T23:59:59Z\"",
        "\"9999-12-31T23:59:59-18:00\"",
        "\"PT1H\"",
        "\"PT9223372036854775807S\"",
        "\"-PT1S\"",
        "\"P999999999D\"",
        "\"chunked\"",
        "\"status\"",
        "\"hugeBody\"",
        "\"retryAfter\"",
        "\"retryAfterDate\"",
        "\"raw\"",
        "\"redirect\"",
        "\"takes\"",
        "\"truncatedJson\"",
        "\"\\ud800\"",
        "\"\\u0000\\r\\n\"",
        "\"http://[\"",
        "\"UNBLOCK\"",
        "\"blockedForSpam\"",
        "\"unblocking\"",
        "\"vps\"",
        "[",
        "{",
        ""
    };
    private static final String[] QUERIES = {
        "/ip?type=",
        "/ip?version=",
        "/ip?ip=",
        "/ip?isAdditionalIp=",
        "/ip?iamTags=",
        "/ip?description=",
        "/ip/10.0.0.0%2F28/spam?state=",
        "/ip/10.0.0.0%2F28/spam/10.0.0.1/stats?from=2022-08-29T00:00:00Z&to=",
        "/ip/"
    };
    private static final String[] TEXTS = {
        "",
        "%25",
        "%25%25%25",
        "x",
        "4",
        "true",
        "0.0.0.0%2F0",
        "::%2F0",
        "%7B%7D",
        "%7B%22a%22%3Anull%7D",
        "%7B%22a%22%3A%5Bnull%5D%7D",
        "%7B%22a%22%3A%5B%7B%22operator%22%3A%7B%7D%7D%5D%7D",
        "%5B%5D",
        "%ED%A0%80",
        "%2B999999999-12-31T23:59:59%2B18:00",
        "-999999999-01-01T00:00:00-18:00",
        "%F0%9F%92%A9",
        "%00",
        "a,b,,"
    };
    private static final String[] HEADERS = {
        "X-Pagination-Number",
        "X-Pagination-Size",
        "X-Pagination-Cursor",
        "X-Pagination-Filter",
        "X-Pagination-Sort",
        "X-Pagination-Sort-Order",
        "X-Ovh-Batch"
    };
    private static final String[] HEADER_VALUES = {
        "",
        "0",
        "1",
        "-1",
        "999999999",
        "1000000000",
        "YWZ0ZXI6OTk5OTk5OTk5",
        "ip:in=%2C",
        "ip:like=%25",
        "time:gt=",
        "time:lt=99999999999999999999999",
        "description:eq=%",
        "a:b=c",
        "ip",
        "time",
        "description",
        "version",
        "DESC",
        ",",
        ".",
        "%",
        "\u00e9"
    };

    private Nonsense() {}

    static String json(Random random) {
        StringBuilder text = new StringBuilder();
        value(random, text, 0);
        return text.toString();
    }

    private static void value(Random random, StringBuilder text, int depth) {
        int kind = depth == 0 ? random.nextInt(9) : random.nextInt(4 + depth);
        if (depth > 6 || (depth > 0 && kind > 3) || kind == 8) {
            text.append(VALUES[random.nextInt(VALUES.length)]);
            return;
        }
        boolean array = kind == 1 || (depth > 0 && kind == 2);
        text.append(array ? '[' : '{');
        for (int i = random.nextInt(5); i > 0; i--) {
            if (!array) {
                text.append('"').append(NAMES[random.nextInt(NAMES.length)]).append("\":");
            }
            value(random, text, depth + 1);
            text.append(i > 1 ? "," : "");
        }
        text.append(array ? ']' : '}');
    }

    static String query(Random random) {
        return QUERIES[random.nextInt(QUERIES.length)] + TEXTS[random.nextInt(TEXTS.length)];
    }

    static Map<String, String> headers(Random random) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("X-Pagination-Mode", "CachedObjectList-" + (random.nextBoolean() ? "Pages" : "Cursor"));
        for (int i = random.nextInt(4); i > 0; i--) {
            String value = HEADER_VALUES[random.nextInt(HEADER_VALUES.length - 1)];
            headers.put(HEADERS[random.nextInt(HEADERS.length)], value);
        }
        return headers;
    }
}
