package io.github.ovhantispam.cli.command;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its jar says. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"ovh-antispam " + (version == null ? "(not packaged)" : version)};
    }
}
