package dev.assay.access;

import dev.assay.article.ReaderId;
import java.time.Instant;

/// A person who may sign in.
///
/// @param enabled whether they may at present
public record Account(ReaderId name, Role role, boolean enabled, Instant createdAt) {

  /// What each name must be: a letter or digit, then these and `. _ @ -`, 64 characters at most.
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}";

  /// Whether an account can be called so. The reader of a desk without accounts keeps the name.
  static boolean isName(String name) {
    return name.matches(NAME) && !name.equals(ReaderId.LOCAL.value());
  }
}
