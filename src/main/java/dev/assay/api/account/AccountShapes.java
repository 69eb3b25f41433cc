package dev.assay.api.account;

import dev.assay.access.AccessToken;
import dev.assay.access.Account;
import dev.assay.access.SignedIn;
import dev.assay.access.TokenScope;
import dev.assay.access.Visitor;
import dev.assay.access.passkey.Passkey;
import dev.assay.api.ListPage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The published JSON of who may come in, and by what. Nothing in it lets anybody in but a token
/// that was just made.
public final class AccountShapes {

  private AccountShapes() {}

  /// Who asks.
  ///
  /// @param by how we know: `here` at a desk without accounts, `session`, `token` or `proxy`
  /// @param scopes what their token opens; null without a token, when the role alone decides
  public record OwnAccount(String name, String role, String by, @Nullable List<String> scopes) {
    static OwnAccount of(Visitor visitor) {
      return new OwnAccount(
          visitor.reader().value(),
          visitor.role().word(),
          visitor.way().name().toLowerCase(Locale.ROOT),
          visitor.way() == Visitor.Way.TOKEN ? words(visitor.scopes()) : null);
    }
  }

  /// A token, without what lets anybody in.
  ///
  /// @param label what its owner calls it; of one that opens a feed alone, the feed's address
  /// @param used_on the last day of UTC on which it was used; null if it never was
  /// @param used_from the address then
  public record OwnToken(
      String id,
      String label,
      List<String> scopes,
      String created_at,
      @Nullable String expires_at,
      @Nullable String used_on,
      @Nullable String used_from) {
    static OwnToken of(AccessToken token) {
      return new OwnToken(
          Long.toString(token.id()),
          token.label(),
          words(token.scopes()),
          token.createdAt().toString(),
          text(token.expiresAt()),
          text(token.usedOn()),
          token.usedFrom());
    }
  }

  /// A page of one's tokens, the newest first.
  public record OwnTokens(List<OwnToken> tokens, @Nullable String next_token) {
    static OwnTokens of(ListPage<AccessToken> page) {
      return new OwnTokens(page.items().stream().map(OwnToken::of).toList(), page.next());
    }
  }

  /// A token that was just made.
  ///
  /// @param token itself, told this once
  public record TokenMade(String token) {}

  /// The address of a feed, for a program that can send nothing else.
  ///
  /// @param address with the token in it, told this once
  public record FeedAddressMade(String address) {}

  /// A browser in which one is signed in.
  public record OwnSession(
      String id, String created_at, String used_at, String address, String browser) {
    static OwnSession of(SignedIn session) {
      return new OwnSession(
          session.hash(),
          session.createdAt().toString(),
          session.usedAt().toString(),
          session.address(),
          session.browser());
    }
  }

  /// A page of one's sessions, the last used first.
  public record OwnSessions(List<OwnSession> sessions, @Nullable String next_token) {
    static OwnSessions of(ListPage<SignedIn> page) {
      return new OwnSessions(page.items().stream().map(OwnSession::of).toList(), page.next());
    }
  }

  /// A passkey.
  public record OwnPasskey(String id, String label, String created_at, @Nullable String used_on) {
    static OwnPasskey of(Passkey passkey) {
      return new OwnPasskey(
          passkey.id(), passkey.label(), passkey.createdAt().toString(), text(passkey.usedOn()));
    }
  }

  /// A page of one's passkeys, the newest first.
  public record OwnPasskeys(List<OwnPasskey> passkeys, @Nullable String next_token) {
    static OwnPasskeys of(ListPage<Passkey> page) {
      return new OwnPasskeys(page.items().stream().map(OwnPasskey::of).toList(), page.next());
    }
  }

  /// Somebody who may sign in.
  public record User(String name, String role, boolean enabled, String created_at) {
    static User of(Account account) {
      return new User(
          account.name().value(),
          account.role().word(),
          account.enabled(),
          account.createdAt().toString());
    }
  }

  /// A page of those who may sign in, by name.
  public record Users(List<User> users, @Nullable String next_token) {
    static Users of(ListPage<Account> page) {
      return new Users(page.items().stream().map(User::of).toList(), page.next());
    }
  }

  /// What was ended: a token, a session, a passkey or an account.
  public record Ended(String id) {}

  private static List<String> words(Set<TokenScope> scopes) {
    return scopes.stream().map(TokenScope::word).sorted().toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
