package io.github.ovhantispam.mail.internal.command;

import io.github.ovhantispam.model.internal.PrintableText;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as a person types them into a POSIX shell. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./-]+");

    private ShellWord() {}

    /**
     * Returns whether a word can be printed in full, so that a terminal obeys nothing in it and the shell reads the
     * same word.
     *
     * @param word any text
     * @return whether it has only printable characters, and not too many
     */
    public static boolean isPrintable(String word) {
        return PrintableText.of(word).equals(word);
    }

    /**
     * Quotes a word.
     *
     * @param word any text
     * @return the word, in single quotes unless it needs none
     */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : '\'' + word.replace("'", "'\\''") + '\'';
    }

    /**
     * Joins the words of a command.
     *
     * @param words the program and its arguments
     * @return the command, quoted
     */
    public static String joined(Collection<String> words) {
        return words.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
    }
}
