package io.github.ovhantispam.mail.internal.audit;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words of advertisement that the guide warns of, and the words of an unsubscribe link, in seven languages. */
final class ListWords {

    private static final int MOST = 10;

    private static final Pattern SPAM = words(
            "acheter|achetez|derni\u00e8re chance|offre sp\u00e9ciale|cliquez ici|gagnez|gratuit|sans engagement",
            "buy now|last chance|act now|limited offer|special offer|click here|risk[- ]free|winner|100% free",
            "jetzt kaufen|letzte chance|sonderangebot|klicken sie hier|gewinnen sie|kostenlos",
            "comprar|compre|\u00faltima oportunidad|oferta especial|haga clic aqu\u00ed|gratis",
            "acquista|ultima occasione|offerta speciale|clicca qui|gratuito",
            "kup teraz|ostatnia szansa|oferta specjalna|kliknij tutaj|za darmo",
            "compre j\u00e1|\u00faltima hip\u00f3tese|\u00faltima chance|clique aqui|gr\u00e1tis");

    private static final Pattern UNSUBSCRIBE = words(
            "d\u00e9sinscription|d\u00e9sinscrire|d\u00e9sabonner|d\u00e9sabonnement",
            "unsubscribe|opt[- ]out|manage (?:your )?(?:email )?preferences",
            "abmelden|abbestellen|austragen",
            "darse de baja|cancelar (?:la )?suscripci\u00f3n|anular (?:la )?suscripci\u00f3n",
            "disiscriviti|annulla (?:l')?iscrizione|cancellati",
            "wypisz|anuluj subskrypcj\u0119|zrezygnuj",
            "cancelar (?:a )?subscri\u00e7\u00e3o|anular (?:a )?subscri\u00e7\u00e3o|descadastrar|remover inscri\u00e7\u00e3o");

    private ListWords() {}

    private static Pattern words(String... lists) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + String.join("|", lists) + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Returns the words of advertisement in a text, each once, at most ten. */
    static List<String> in(String text) {
        return SPAM.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST)
                .toList();
    }

    static boolean speaksOfUnsubscribing(String text) {
        return UNSUBSCRIBE.matcher(text).find();
    }
}
