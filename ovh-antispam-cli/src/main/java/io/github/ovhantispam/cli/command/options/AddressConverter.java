package io.github.ovhantispam.cli.command.options;

import io.github.ovhantispam.model.IpAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An IPv4 address on the command line: the API has no AntiSpam data for IPv6. */
public final class AddressConverter implements ITypeConverter<IpAddress> {

    @Override
    public IpAddress convert(String value) {
        IpAddress address;
        try {
            address = IpAddress.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("not an IPv4 address: " + value);
        }
        if (!address.isIpv4()) {
            throw new TypeConversionException("not an IPv4 address, and the API blocks no other for spam: " + value);
        }
        return address;
    }
}
