package dev.assay.cli.terminal;

import picocli.CommandLine;

/// The version of the program, as `--version` prints it.
public final class Version implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"assay " + (version == null ? "(built from sources)" : version)};
  }
}
