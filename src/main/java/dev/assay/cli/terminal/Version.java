package dev.assay.cli.terminal;

import picocli.CommandLine;

/// The version of the program, as `--version` prints it.
public final class Version implements CommandLine.IVersionProvider {

  /// The one line.
  public static String line() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "assay " + (version == null ? "(built from sources)" : version);
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }
}
