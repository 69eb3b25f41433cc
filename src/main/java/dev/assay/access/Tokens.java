package dev.assay.access;

import dev.assay.article.ReaderId;
import dev.assay.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lets programs in. Safe for use by many threads.
public final class Tokens {

  /// Good tokens of one account, of all kinds together.
  public static final int MOST = 100;

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;

  Tokens(Store store, Audit audit, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /// Makes a token. It cannot be asked for again.
  ///
  /// @param scopes of those that a token can have
  /// @param expiresAt null for never
  /// @return the token itself; empty if the account has as many as it may
  public Optional<String> make(
      ReaderId account,
      String label,
      Set<TokenScope> scopes,
      @Nullable Instant expiresAt,
      Actor by) {
    if (scopes.isEmpty() || !scopes.stream().allMatch(TokenScope::isForPrograms)) {
      throw new IllegalArgumentException("a token has one scope or more, got " + scopes);
    }
    return keep(account, label, scopes, expiresAt, by);
  }

  /// Makes a token that may stand in the address of one feed and opens nothing else.
  ///
  /// @param feed its address, from the path on
  /// @return the token itself; empty if the account has as many as it may
  public Optional<String> makeForFeed(ReaderId account, String feed, Actor by) {
    return keep(account, label(feed), Set.of(TokenScope.FEED), null, by);
  }

  /// Those that an account has made for one feed and that are good, the newest first.
  ///
  /// @param feed its address, from the path on
  public List<AccessToken> forFeed(ReaderId account, String feed) {
    String label = label(feed);
    Instant now = clock.instant();
    return of(account).stream()
        .filter(token -> token.isOfFeed() && token.label().equals(label) && token.isGood(now))
        .toList();
  }

  private static String label(String feed) {
    String[] parts = feed.split("\\?", 2);
    return FeedAddress.of(parts[0], parts.length < 2 ? null : parts[1]);
  }

  private Optional<String> keep(
      ReaderId account,
      String label,
      Set<TokenScope> scopes,
      @Nullable Instant expiresAt,
      Actor by) {
    String token = Secrets.token();
    AccessToken kept =
        new AccessToken(0, account, label, scopes, clock.instant(), expiresAt, null, null);
    boolean added =
        store.write(
            session -> {
              TokenTable table = new TokenTable(session);
              boolean room = table.count(account, clock.instant()) < MOST;
              if (room) {
                table.add(Secrets.hash(token), kept);
              }
              return room;
            });
    if (!added) {
      return Optional.empty();
    }
    audit.add(by, "token made", label);
    return Optional.of(token);
  }

  /// Those of an account, the newest first; those that have ended too.
  public List<AccessToken> of(ReaderId account) {
    return store.readOnce(session -> new TokenTable(session).of(account));
  }

  public boolean remove(ReaderId account, long id, Actor by) {
    boolean removed = store.write(session -> new TokenTable(session).remove(account, id));
    if (removed) {
      audit.add(by, "token removed", Long.toString(id));
    }
    return removed;
  }

  /// Whose token this is, if it opens `scope`.
  public Optional<ReaderId> owner(String token, TokenScope scope, String address) {
    return find(token, address)
        .map(TokenTable.Row::token)
        .filter(found -> found.scopes().contains(scope))
        .map(AccessToken::account);
  }

  /// Whether this is a token that may stand in an address.
  boolean isOfFeed(String token) {
    return Secrets.isToken(token)
        && store
            .readOnce(session -> new TokenTable(session).find(Secrets.hash(token)))
            .filter(row -> row.token().isOfFeed())
            .isPresent();
  }

  /// What a token lets in, from `address`.
  Optional<TokenTable.Row> find(String token, String address) {
    if (!Secrets.isToken(token)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<TokenTable.Row> found =
        store
            .readOnce(session -> new TokenTable(session).find(Secrets.hash(token)))
            .filter(row -> row.token().isGood(now));
    found.ifPresent(row -> touch(row.token(), now, address));
    return found;
  }

  private void touch(AccessToken token, Instant now, String address) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (!today.equals(token.usedOn()) || !address.equals(token.usedFrom())) {
      store.change(session -> new TokenTable(session).touch(token.id(), today, address));
    }
  }
}
