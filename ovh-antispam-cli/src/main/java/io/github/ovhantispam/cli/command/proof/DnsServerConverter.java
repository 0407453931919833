package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.model.IpAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of a DNS server, with or without a port; never a name, which would need a DNS server first. */
final class DnsServerConverter implements ITypeConverter<InetSocketAddress> {

    private static final int USUAL_PORT = 53;
    private static final int LAST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+))(?::([0-9]{1,5}))?|([0-9A-Fa-f:.]+)");

    @Override
    public InetSocketAddress convert(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw mistake(value);
        }
        String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        String port = matcher.group(3);
        int number = port == null ? USUAL_PORT : Integer.parseInt(port);
        if (number < 1 || number > LAST_PORT) {
            throw mistake(value);
        }
        try {
            // The text is an address, so no name is looked up.
            String address =
                    IpAddress.of(host == null ? matcher.group(4) : host).toString();
            return new InetSocketAddress(InetAddress.getByName(address), number);
        } catch (IllegalArgumentException | UnknownHostException e) {
            throw mistake(value);
        }
    }

    private static TypeConversionException mistake(String value) {
        return new TypeConversionException("not a DNS server such as 192.0.2.53 or [2001:db8::53]:5353: " + value);
    }
}
