package dev.assay.llm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How an endpoint wants to be spoken to.
public enum Provider {
  OPENAI("https://api.openai.com/v1"),
  ANTHROPIC("https://api.anthropic.com/v1"),
  OLLAMA("http://127.0.0.1:11434");

  private final String address;

  Provider(String address) {
    this.address = address;
  }

  /// Where it is, unless the settings say otherwise.
  String address() {
    return address;
  }

  /// The word used in settings.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Provider> of(String word) {
    return Arrays.stream(values()).filter(provider -> provider.word().equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(Provider::word).collect(Collectors.joining(", "));
  }
}
