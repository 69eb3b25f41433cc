package dev.assay.access;

import dev.assay.access.passkey.Passkey;
import dev.assay.access.passkey.Passkeys;
import dev.assay.access.passkey.Site;
import dev.assay.article.ReaderId;
import io.javalin.http.Context;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Passkeys as a browser uses them: each challenge is sealed into a cookie of the browser that got
/// it, with what it is for, and good for five minutes. Safe for use by many threads.
public final class PasskeySignIn {

  private static final Duration GOOD = Duration.ofMinutes(5);
  private static final int CHALLENGE_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Of a challenge that signs in whoever answers it.
  private static final String ANYONE = "";

  private final Passkeys passkeys;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Seal seal;
  private final InstantSource clock;

  PasskeySignIn(
      Passkeys passkeys, Accounts accounts, Sessions sessions, Seal seal, InstantSource clock) {
    this.passkeys = passkeys;
    this.accounts = accounts;
    this.sessions = sessions;
    this.seal = seal;
    this.clock = clock;
  }

  /// Those of an account, the newest first.
  public List<Passkey> of(ReaderId account) {
    return passkeys.of(account);
  }

  /// What a browser is to ask of an authenticator so that it makes a passkey for an account.
  public Map<String, Object> creation(Context context, ReaderId account) {
    return challenge(
        context, account.value(), (site, challenge) -> passkeys.creation(account, site, challenge));
  }

  /// What it is to ask so that whoever has a passkey signs in.
  public Map<String, Object> request(Context context) {
    return challenge(context, ANYONE, passkeys::request);
  }

  private Map<String, Object> challenge(
      Context context, String purpose, BiFunction<Site, byte[], Map<String, Object>> asking) {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    RANDOM.nextBytes(challenge);
    String text = Base64.getEncoder().encodeToString(challenge) + " " + purpose;
    ShortCookie.CHALLENGE.give(context, seal.close(text, clock.instant().plus(GOOD)), GOOD);
    return asking.apply(site(context), challenge);
  }

  /// The challenge that this browser got for a purpose. It is taken from it, so that it answers
  /// once.
  private Optional<byte[]> challenge(Context context, String purpose) {
    Optional<String> sealed = ShortCookie.CHALLENGE.of(context);
    ShortCookie.CHALLENGE.take(context);
    return sealed
        .flatMap(text -> seal.open(text, clock.instant()))
        .map(text -> text.split(" ", 2))
        .filter(parts -> parts[1].equals(purpose))
        .map(parts -> Base64.getDecoder().decode(parts[0]));
  }

  /// Keeps the passkey that was made for an account.
  ///
  /// @param response as the browser gives it
  /// @return false if the answer does not hold
  public boolean add(
      Context context, ReaderId account, String label, String response, Sessions.Place place) {
    boolean added =
        challenge(context, account.value())
            .filter(given -> passkeys.add(account, label, response, site(context), given))
            .isPresent();
    if (added) {
      accounts.audit().add(account.value(), "passkey made", label, place.address());
    }
    return added;
  }

  public boolean remove(ReaderId account, String id, Actor by) {
    boolean removed = passkeys.remove(account, id);
    if (removed) {
      accounts.audit().add(by, "passkey removed", id);
    }
    return removed;
  }

  /// Signs in whoever answers the challenge.
  ///
  /// @param response as the browser gives it
  public SignIn signIn(Context context, String response, Sessions.Place place) {
    Optional<Duration> wait = sessions.wait(place.address());
    if (wait.isPresent()) {
      return new SignIn.Wait(wait.get());
    }
    Optional<Account> account =
        challenge(context, ANYONE)
            .flatMap(given -> passkeys.verify(response, site(context), given))
            .flatMap(accounts::find)
            .filter(Account::enabled);
    if (account.isEmpty()) {
      sessions.failed(place.address());
      return new SignIn.Refused();
    }
    return sessions.enter(account.get(), place);
  }

  /// The desk by the name that the browser asked for, which the guard has looked at.
  private static Site site(Context context) {
    String scheme = SessionCookie.isSecure(context) ? "https" : "http";
    return new Site(URI.create(scheme + "://" + context.header("Host")));
  }
}
