package dev.assay.access;

import dev.assay.article.ReaderId;
import dev.assay.store.Store;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Signing in with a browser, and out. A session ends 30 days after it was last used, 90 days after
/// it was made, when its account is switched off, and when its password changes. Safe for use by
/// many threads.
public final class Sessions {

  private static final Duration IDLE = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final Duration TOUCHED = Duration.ofHours(1);

  private final Store store;
  private final Accounts accounts;
  private final InstantSource clock;
  private final Throttle throttle = new Throttle();

  Sessions(Store store, Accounts accounts, InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// Where somebody is.
  ///
  /// @param address of their machine
  /// @param browser as it names itself
  public record Place(String address, String browser) {}

  /// Tries a name and a password.
  public SignIn signIn(String name, String password, Place place) {
    Optional<Duration> wait = wait(name, place.address());
    if (wait.isPresent()) {
      return new SignIn.Wait(wait.get());
    }
    Optional<Account> account = accounts.check(name, password);
    if (account.isEmpty()) {
      failed(name, place.address());
      return new SignIn.Refused();
    }
    throttle.succeeded(nameKey(name));
    throttle.succeeded(addressKey(place.address()));
    return enter(account.get(), place);
  }

  /// Begins a session for whom another has vouched.
  SignIn.Entered enter(Account account, Place place) {
    String secret = Secrets.session();
    Instant now = clock.instant();
    SignedIn session =
        new SignedIn(
            Secrets.hash(secret), account.name(), now, now, place.address(), place.browser());
    store.change(
        transaction -> {
          SessionTable table = new SessionTable(transaction);
          table.forget(now.minus(IDLE), now.minus(LONGEST));
          table.add(session);
        });
    accounts.audit().add(account.name().value(), "sign-in", "", place.address());
    return new SignIn.Entered(secret, account);
  }

  /// How long an address has to wait until it may try again.
  Optional<Duration> wait(String address) {
    Duration wait = throttle.wait(addressKey(address), clock.instant());
    return wait.isZero() ? Optional.empty() : Optional.of(wait);
  }

  /// Notes that somebody there tried in vain, without a name.
  void failed(String address) {
    throttle.failed(addressKey(address), clock.instant());
    accounts.audit().add("?", "sign-in refused", "", address);
  }

  /// How long somebody has to wait until this account's password may be tried from there again.
  public Optional<Duration> wait(ReaderId account, Place place) {
    return wait(account.value(), place.address());
  }

  /// Whether this is the account's password. No session begins; a wrong one counts as one that
  /// somebody tried to sign in with.
  public boolean isPassword(ReaderId account, String password, Place place) {
    boolean fits = accounts.check(account.value(), password).isPresent();
    if (!fits) {
      failed(account.value(), place.address());
    }
    return fits;
  }

  private Optional<Duration> wait(String name, String address) {
    Instant now = clock.instant();
    Duration ofName = throttle.wait(nameKey(name), now);
    Duration ofAddress = throttle.wait(addressKey(address), now);
    Duration longer = ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
    return longer.isZero() ? Optional.empty() : Optional.of(longer);
  }

  private void failed(String name, String address) {
    throttle.failed(nameKey(name), clock.instant());
    throttle.failed(addressKey(address), clock.instant());
    String known = Account.isName(name) ? name : "?";
    accounts.audit().add(known, "sign-in refused", "", address);
  }

  private static String nameKey(String name) {
    return "name " + Secrets.hash(name);
  }

  private static String addressKey(String address) {
    return "address " + address;
  }

  /// Who has the cookie `secret`.
  Optional<SessionTable.Row> find(String secret) {
    Instant now = clock.instant();
    Optional<SessionTable.Row> found =
        store
            .readOnce(transaction -> new SessionTable(transaction).find(Secrets.hash(secret)))
            .filter(row -> isGood(row.session(), now));
    found
        .map(SessionTable.Row::session)
        .filter(session -> session.usedAt().plus(TOUCHED).isBefore(now))
        .ifPresent(session -> touch(session, now));
    return found;
  }

  private static boolean isGood(SignedIn session, Instant now) {
    return now.isBefore(session.usedAt().plus(IDLE))
        && now.isBefore(session.createdAt().plus(LONGEST));
  }

  private void touch(SignedIn session, Instant now) {
    store.change(transaction -> new SessionTable(transaction).touch(session.hash(), now));
  }

  /// Those of an account, the last used first.
  public List<SignedIn> of(ReaderId account) {
    return store.readOnce(transaction -> new SessionTable(transaction).of(account));
  }

  /// Ends the session that a request comes with.
  public void end(Context context) {
    SessionCookie.of(context)
        .flatMap(this::find)
        .ifPresent(row -> end(row.session().account(), row.session().hash()));
  }

  /// Ends one of an account's sessions.
  ///
  /// @param hash as [SignedIn] names it
  public boolean end(ReaderId account, String hash) {
    return store.write(transaction -> new SessionTable(transaction).end(account, hash));
  }
}
