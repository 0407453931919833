package io.github.ovhantispam.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the line that names the property, instead of a stack trace. */
final class InvalidAntispamPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidAntispamPropertyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidAntispamPropertyException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set it in the application's environment; an AntispamConnectionDetails or AntispamClient bean takes the"
                        + " place of the properties, and ovh.antispam.enabled=false goes without a client.",
                cause);
    }
}
