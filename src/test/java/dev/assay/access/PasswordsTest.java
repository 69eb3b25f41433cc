package dev.assay.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PasswordsTest {

  private final Passwords passwords = new Passwords();

  @Test
  void fitsItsOwnHashAndNoOther() {
    String hash = passwords.hash("a long password 长密码");
    assertThat(passwords.fits("a long password 长密码", hash)).isTrue();
    assertThat(passwords.fits("another password", hash)).isFalse();
  }

  /// Who has no account waits as long as who has one, and is never let in.
  @Test
  void comparesWithAHashOfTheSameCostsWhereThereIsNoAccount() {
    assertThat(Passwords.isOutdated(Passwords.NOBODYS)).isFalse();
    assertThat(passwords.fits("nobody has this password", null)).isFalse();
  }
}
