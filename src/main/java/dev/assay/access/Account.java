package dev.assay.access;

import dev.assay.article.ReaderId;
import java.time.Instant;
import java.util.Set;

/// A person who may sign in.
///
/// @param enabled whether they may at present
public record Account(ReaderId name, Role role, boolean enabled, Instant createdAt) {

  /// What each name must be: a letter or digit, then these and `. _ @ -`, 64 characters at most.
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}";

  /// What the audit calls whom no account names.
  private static final Set<String> TAKEN =
      Set.of(ReaderId.LOCAL.value(), Actor.CONSOLE.who(), Actor.PROVIDER.who());

  /// Whether an account can be called so.
  static boolean isName(String name) {
    return name.matches(NAME) && !TAKEN.contains(name);
  }
}
