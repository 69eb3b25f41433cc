package dev.assay.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a token opens. A person who is signed in needs none: their role alone decides.
public enum TokenScope {
  /// Open without any token.
  OPEN,
  READ,
  WRITE,
  ADMIN,
  /// The Google Reader API, for reading programs.
  READER_API,
  MCP,
  /// For people only: no token opens it.
  SESSION;

  /// As it stands in tables and on the command line, such as `reader-api`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The scope of this word.
  ///
  /// @throws IllegalArgumentException if there is no such scope
  public static TokenScope parse(String word) {
    return Arrays.stream(values())
        .filter(scope -> scope.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no scope is called " + word));
  }

  /// Those that a token can have, of these words; others mean nothing here.
  static Set<TokenScope> known(Set<String> words) {
    return Arrays.stream(values())
        .filter(scope -> scope != OPEN && scope != SESSION && words.contains(scope.word()))
        .collect(Collectors.toSet());
  }
}
