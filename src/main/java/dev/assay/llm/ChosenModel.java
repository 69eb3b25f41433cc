package dev.assay.llm;

import dev.assay.llm.ModelSettings.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which model is asked, as the settings have it now: a person may choose another while a server
/// runs. Safe for use by many threads.
public final class ChosenModel {

  /// Who gives one of these by the environment has chosen there, and what the file says would not
  /// count; a key there is for its own endpoint.
  private static final List<String> DECIDING = List.of("provider", "base-url", "model", "key");

  private final Path folder;
  private final Map<String, String> environment;
  private volatile Reading reading;

  public ChosenModel(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.reading = SettingsFile.read(folder, environment);
  }

  public Reading reading() {
    return reading;
  }

  /// The settings with which `model` of `server` would be asked: those that there are, but for the
  /// endpoint and its key.
  public Reading with(NearbyServer server, String model) {
    return SettingsFile.readWith(folder, environment, server, model);
  }

  /// Has `model` of `server` asked from here on, and writes that into the data folder.
  ///
  /// @return why it is not done, for a person, with the remedy; empty if it is
  public synchronized Optional<String> choose(NearbyServer server, String model) {
    for (String name : DECIDING) {
      String variable = SettingsFile.variable(name);
      if (environment.containsKey(variable)) {
        return Optional.of(
            "%s is set in the environment, which wins over the file. Unset it and start again."
                .formatted(variable));
      }
    }
    if (with(server, model) instanceof Reading.Wrong(String reason)) {
      return Optional.of(reason);
    }
    try {
      SettingsFile.write(folder, server, model);
    } catch (IOException e) {
      return Optional.of(
          "%s cannot be written: %s".formatted(folder.resolve(SettingsFile.NAME), e.getMessage()));
    }
    reading = SettingsFile.read(folder, environment);
    return Optional.empty();
  }
}
