package dev.assay.access;

import java.util.Locale;

/// What a way to a provider and back came to.
public sealed interface ProviderEntry {

  /// Somebody is signed in.
  ///
  /// @param secret the cookie's value, shown nowhere else
  /// @param to the page that they wanted
  record Entered(String secret, String to) implements ProviderEntry {}

  /// Somebody who was signed in can sign in this way from here on.
  record Linked() implements ProviderEntry {}

  record Failed(Why why) implements ProviderEntry {}

  /// Each has its words under `sign-in.provider.` and its [#word()].
  enum Why {
    /// The provider could not be asked; another try may do.
    UNREACHABLE,
    /// The person or the provider did not agree.
    DENIED,
    /// It took too long, began in another browser, or the answer does not hold.
    UNSOUND,
    /// Nobody here is the person.
    NO_ACCOUNT,
    /// Whoever it is belongs to another account already.
    TAKEN,
    SWITCHED_OFF;

    /// Its name in tables of words, such as `no-account`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
