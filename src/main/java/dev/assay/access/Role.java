package dev.assay.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person is on this desk. Each may do what those before it may.
public enum Role {
  /// Nobody that we know.
  ANYONE,
  /// Reads, and keeps what is read, starred and noted.
  READER,
  /// Changes what all readers share: sources, topics, names, folds, verdicts.
  EDITOR,
  /// Looks after users, settings and what is deleted.
  ADMIN;

  /// The role of an account that has this name: `reader`, `editor` or `admin`.
  public static Optional<Role> ofAccount(String word) {
    return Stream.of(READER, EDITOR, ADMIN).filter(role -> role.word().equals(word)).findFirst();
  }

  /// As it stands in tables and on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether this role may do what is asked of `least`.
  public boolean covers(Role least) {
    return compareTo(least) >= 0;
  }
}
