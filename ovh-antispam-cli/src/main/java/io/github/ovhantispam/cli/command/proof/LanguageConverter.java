package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.mail.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The language of a ticket on the command line. */
final class LanguageConverter implements ITypeConverter<Language> {

    @Override
    public Language convert(String value) {
        return switch (value) {
            case "en" -> Language.ENGLISH;
            case "fr" -> Language.FRENCH;
            default -> throw new TypeConversionException("not one of en, fr: " + value);
        };
    }
}
