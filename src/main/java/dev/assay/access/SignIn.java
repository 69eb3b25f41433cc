package dev.assay.access;

import java.time.Duration;

/// What a try to sign in came to.
public sealed interface SignIn {

  /// The cookie's value, shown nowhere else.
  record Entered(String secret, Account account) implements SignIn {}

  /// Name or password is wrong, or the account is switched off: which of them is not told.
  record Refused() implements SignIn {}

  /// Too many tries.
  record Wait(Duration duration) implements SignIn {}
}
