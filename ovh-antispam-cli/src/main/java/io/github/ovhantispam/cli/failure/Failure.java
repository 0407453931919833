package io.github.ovhantispam.cli.failure;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.AuthenticationException;
import io.github.ovhantispam.client.BlockNotFoundException;
import io.github.ovhantispam.client.IpStillBlockedException;
import io.github.ovhantispam.client.MissingCredentialsException;
import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.client.PermissionException;
import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.client.ReblockedException;
import io.github.ovhantispam.client.WaitTimeoutException;
import io.github.ovhantispam.mail.MailCommandException;
import io.github.ovhantispam.mail.MailException;

/**
 * A failure as its user sees it.
 *
 * @param code the exit code
 * @param line one line
 */
public record Failure(ExitCode code, String line) {

    /** Returns what a user sees of an exception. */
    public static Failure of(Throwable thrown) {
        ExitCode code = code(thrown);
        String message = thrown.getMessage();
        if (code == ExitCode.UNEXPECTED) {
            return new Failure(
                    code, "unexpected failure: " + thrown + "; run the command again with --debug, and report it");
        }
        if (thrown instanceof MissingCredentialsException) {
            return new Failure(code, message + "; \"ovh-antispam keys\" gets them, and --emulator needs none");
        }
        return new Failure(code, message == null ? thrown.getClass().getSimpleName() : message);
    }

    private static ExitCode code(Throwable thrown) {
        if (thrown instanceof CommandFailure failure) {
            return failure.code();
        }
        if (thrown instanceof AntispamException failure) {
            return code(failure);
        }
        // Settings that contradict each other, and values that the libraries refuse.
        return thrown instanceof IllegalArgumentException || thrown instanceof IllegalStateException
                ? ExitCode.USAGE
                : ExitCode.UNEXPECTED;
    }

    private static ExitCode code(AntispamException failure) {
        if (failure instanceof AntispamInterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof MissingCredentialsException
                || failure instanceof AuthenticationException
                || failure instanceof PermissionException) {
            return ExitCode.CREDENTIALS;
        }
        if (failure instanceof BlockNotFoundException) {
            return ExitCode.NOT_FOUND;
        }
        if (failure instanceof NotFoundException missing) {
            // The page of a proxy says nothing about the address.
            return missing.isSaidByApi() ? ExitCode.NOT_FOUND : ExitCode.SERVER;
        }
        if (failure instanceof PrecautionException || failure instanceof MailCommandException) {
            return ExitCode.PRECAUTION;
        }
        if (failure instanceof WaitTimeoutException
                || failure instanceof ReblockedException
                || failure instanceof IpStillBlockedException) {
            return ExitCode.TIME;
        }
        return failure instanceof MailException ? ExitCode.USAGE : ExitCode.SERVER;
    }
}
