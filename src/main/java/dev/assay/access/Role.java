package dev.assay.access;

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

  /// Whether this role may do what is asked of `least`.
  public boolean covers(Role least) {
    return compareTo(least) >= 0;
  }
}
