package io.github.ovhantispam.cli.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that try to become markup, to run, to fetch, or to look like another text. */
final class HostileTexts {

    private static final String[] PIECES = {
        "<",
        ">",
        "\"",
        "'",
        "&",
        "/",
        "=",
        ";",
        "`",
        "\\",
        "--",
        "]]>",
        "<!--",
        "<![CDATA[",
        "<?",
        "&#x3c;",
        "&lt",
        "</title>",
        "</style>",
        "</table>",
        "<script>",
        "</script>",
        "<svg onload=",
        "javascript:",
        "data:",
        "\u0000",
        "\u001b[2J",
        "\u0007",
        "\r\n",
        "\u2028",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\uffff",
        "\ud800",
        "\udfff",
        "\u0085",
        "a\u0301\u0301\u0301\u0301",
        "\u05d0",
        "\ud83d\ude00",
        "x",
        " ",
        "%3Cscript%3E",
        "{}",
        "*/",
        "@import"
    };

    private HostileTexts() {}

    /** Returns the classics, all of which fetch something from a place that counts what it is asked for. */
    static List<String> fetching(String canary) {
        return List.of(
                "<script>window.hacked=1;document.title='hacked';fetch('" + canary + "/script')</script>@x",
                "\"><img src=\"" + canary + "/img\" onerror=\"window.hacked=1\">",
                "'><img src='" + canary + "/single'>",
                "</title></style></textarea></table><svg onload=\"window.hacked=1\"><image href=\"" + canary
                        + "/svg\"/></svg>",
                "<meta http-equiv=refresh content=\"0;url=" + canary + "/refresh\">",
                "<link rel=stylesheet href=\"" + canary + "/css\">",
                "<style>*{background:url(" + canary + "/background)}</style>",
                "<iframe src=\"" + canary + "/frame\"></iframe><base href=\"" + canary + "/base/\">",
                "<a href=\"javascript:window.hacked=1\">javascript:window.hacked=1</a>",
                "&lt;script&gt;window.hacked=1&lt;/script&gt;",
                "\u001b]0;hacked\u0007\u001b[31mred\u202egpj.exe\u2066",
                "w".repeat(5000),
                "Z\u0335\u0321".repeat(100) + "\u05d0\u05d1\u05d2@\u0627\u0644",
                "");
    }

    /** Returns random texts, made of pieces that matter to a parser. */
    static List<String> random(long seed, int count) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(12); left > 0; left--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
