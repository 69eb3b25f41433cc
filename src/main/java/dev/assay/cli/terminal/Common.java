package dev.assay.cli.terminal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that every command on a data folder has.
public final class Common {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: ASSAY_DATA, else one under the user's data home).")
  private @Nullable Path data;

  @Option(names = "--json", description = "Print JSON in the shapes of the API.")
  private boolean json;

  public Path data() {
    return data == null ? defaultData("assay") : data.toAbsolutePath();
  }

  public Path dataOr(String name) {
    return data == null ? defaultData(name) : data.toAbsolutePath();
  }

  public boolean json() {
    return json;
  }

  /// The data folder of a command line, told before anything of it is read.
  public static Path data(String[] arguments) {
    String named = option("--data", arguments);
    return named.isEmpty() ? defaultData("assay") : Path.of(named).toAbsolutePath();
  }

  /// What stands behind an option, wherever it stands; empty if it does not.
  public static String option(String name, String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals(name) && i + 1 < arguments.length) {
        return arguments[i + 1];
      }
      if (arguments[i].startsWith(name + "=")) {
        return arguments[i].substring(name.length() + 1);
      }
    }
    return "";
  }

  private static Path defaultData(String name) {
    Map<String, String> environment = System.getenv();
    String chosen = environment.get("ASSAY_DATA");
    if (chosen != null && name.equals("assay")) {
      return Path.of(chosen).toAbsolutePath();
    }
    return dataHome(environment).resolve(name);
  }

  /// Where programs keep a user's data: the XDG base directory, or its like on macOS and Windows.
  private static Path dataHome(Map<String, String> environment) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    if (system.contains("mac")) {
      return home.resolve("Library/Application Support");
    }
    if (system.contains("win")) {
      return Path.of(environment.getOrDefault("LOCALAPPDATA", home.toString()));
    }
    return Path.of(
        environment.getOrDefault("XDG_DATA_HOME", home.resolve(".local/share").toString()));
  }
}
