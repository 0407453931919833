package io.github.ovhantispam.cli.command.options;

import io.github.ovhantispam.cli.output.Moments;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how results are printed. */
public final class OutputOptions {

    @Option(names = "--json", description = "Print one JSON object per line, as docs/cli.md describes them.")
    private boolean json;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = ZoneConverter.class,
            description = "Time zone of what is printed, such as UTC or Europe/Paris. Default: that of the machine.")
    private ZoneId zone = ZoneId.systemDefault();

    @Option(names = "--debug", description = "Log every request, and show where a failure comes from.")
    private boolean debug;

    /** Returns true when results are printed as JSON. */
    public boolean isJson() {
        return json;
    }

    /** Returns true when failures are printed with their origin. */
    public boolean isDebug() {
        return debug;
    }

    /** Returns the time zone of what is printed. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns the printer of moments in that zone. */
    public Moments moments() {
        return new Moments(zone);
    }

    /** A time zone on the command line. */
    static final class ZoneConverter implements ITypeConverter<ZoneId> {

        @Override
        public ZoneId convert(String value) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("not a time zone such as UTC, +02:00 or Europe/Paris: " + value);
            }
        }
    }
}
