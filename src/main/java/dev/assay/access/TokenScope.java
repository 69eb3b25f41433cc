package dev.assay.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a token opens. A person who is signed in needs none: their role alone decides.
public enum TokenScope {
  /// Open without any token.
  OPEN,
  /// Open, and who asks is not looked up, so that it answers while the store is away.
  UNASKED,
  READ,
  WRITE,
  ADMIN,
  /// The Google Reader API, for reading programs.
  READER_API,
  MCP,
  /// Where, and of what, one is told: for programs that wait to be told and read nothing.
  WEBHOOK,
  /// One feed, for programs that can send nothing but its address.
  FEED,
  /// For people only: no token opens it.
  SESSION;

  /// Whether a token with these scopes opens what asks for this one.
  boolean isOpenedBy(Set<TokenScope> scopes) {
    return scopes.contains(this)
        || this == FEED && scopes.contains(READ)
        || this == WEBHOOK && scopes.contains(WRITE);
  }

  /// Whether it answers anyone.
  public boolean isOpen() {
    return this == OPEN || this == UNASKED;
  }

  /// Whether a token for more than one feed can have it.
  public boolean isForPrograms() {
    return !isOpen() && this != SESSION && this != FEED;
  }

  /// As it stands in tables and on the command line, such as `reader-api`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The scope of this word, if a token for programs can have it.
  public static Optional<TokenScope> ofPrograms(String word) {
    return Arrays.stream(values())
        .filter(scope -> scope.isForPrograms() && scope.word().equals(word))
        .findFirst();
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
        .filter(scope -> scope.isForPrograms() && words.contains(scope.word()))
        .collect(Collectors.toSet());
  }
}
