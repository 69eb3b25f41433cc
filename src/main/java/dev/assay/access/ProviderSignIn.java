package dev.assay.access;

import dev.assay.access.openid.Arrival;
import dev.assay.access.openid.Departure;
import dev.assay.access.openid.OpenIdProvider;
import dev.assay.access.openid.Person;
import dev.assay.access.openid.Remembered;
import dev.assay.article.ReaderId;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in by the word of an OpenID provider. What must come back the same is sealed in a cookie
/// of the browser that left, so that any server of the desk can take it up. Safe for use by many
/// threads.
public final class ProviderSignIn {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
  private static final Duration ON_THE_WAY = Duration.ofMinutes(10);
  private static final Pattern NO_LETTER_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{N}._@-]+");
  private static final int MOST_NAME = 60;
  private static final int MOST_NAMESAKES = 100;

  private final OpenIdProvider provider;
  private final AccessSettings.Provided provided;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Seal seal;
  private final InstantSource clock;

  ProviderSignIn(
      OpenIdProvider provider,
      AccessSettings.Provided provided,
      Accounts accounts,
      Sessions sessions,
      Seal seal,
      InstantSource clock) {
    this.provider = provider;
    this.provided = provided;
    this.accounts = accounts;
    this.sessions = sessions;
    this.seal = seal;
    this.clock = clock;
  }

  /// What people call the provider.
  public String label() {
    return provider.label();
  }

  /// The address to send the browser to; empty if the provider cannot be reached.
  ///
  /// @param to the page that is wanted afterwards
  /// @param linked the account that is to be theirs whom the provider names; null to sign in
  public Optional<URI> depart(Context context, String to, @Nullable ReaderId linked) {
    return switch (provider.depart()) {
      case Departure.To(URI address, Remembered remembered) -> {
        Way way = new Way(remembered, to, linked);
        String sealed = seal.close(way.text(), clock.instant().plus(ON_THE_WAY));
        ShortCookie.WAY.give(context, sealed, ON_THE_WAY);
        yield Optional.of(address);
      }
      case Departure.Unreachable(String reason) -> {
        LOG.warn("The provider {} cannot be reached: {}", provider.issuer(), reason);
        yield Optional.empty();
      }
    };
  }

  /// What a browser brings back beside the provider's answer.
  private record Way(Remembered remembered, String to, @Nullable ReaderId linked) {

    private static final String BETWEEN = "\n";

    String text() {
      return String.join(
          BETWEEN,
          remembered.state(),
          remembered.nonce(),
          remembered.verifier(),
          linked == null ? "" : linked.value(),
          to);
    }

    static Way of(String text) {
      List<String> parts = List.of(text.split(BETWEEN, -1));
      return new Way(
          new Remembered(parts.get(0), parts.get(1), parts.get(2)),
          parts.get(4),
          parts.get(3).isEmpty() ? null : new ReaderId(parts.get(3)));
    }
  }

  /// Reads what a browser came back with.
  ///
  /// @param asked the whole address that it asked for, as the provider was told of it
  public ProviderEntry arrive(Context context, URI asked, Sessions.Place place) {
    Instant now = clock.instant();
    Optional<Way> way =
        ShortCookie.WAY.of(context).flatMap(text -> seal.open(text, now)).map(Way::of);
    ShortCookie.WAY.take(context);
    if (way.isEmpty()) {
      return failed("the browser brought nothing back", ProviderEntry.Why.UNSOUND, place);
    }
    return switch (provider.arrive(asked, way.get().remembered())) {
      case Arrival.Known(Person person) -> enter(context, person, way.get(), place);
      case Arrival.Denied(String reason) -> failed(reason, ProviderEntry.Why.DENIED, place);
      case Arrival.Unsound(String reason) -> failed(reason, ProviderEntry.Why.UNSOUND, place);
      case Arrival.Unreachable(String reason) ->
          failed(reason, ProviderEntry.Why.UNREACHABLE, place);
    };
  }

  private ProviderEntry failed(String reason, ProviderEntry.Why why, Sessions.Place place) {
    LOG.warn("Signing in by {} failed: {}", provider.issuer(), reason);
    accounts.audit().add("?", "sign-in refused", "by provider: " + why.word(), place.address());
    return new ProviderEntry.Failed(why);
  }

  private ProviderEntry enter(Context context, Person person, Way way, Sessions.Place place) {
    Optional<Account> known = accounts.ofSubject(person.subject());
    if (way.linked() != null) {
      return link(context, person, way.linked(), known, place);
    }
    Optional<Account> account = known.or(() -> made(person));
    if (account.isEmpty()) {
      return failed(person.subject(), ProviderEntry.Why.NO_ACCOUNT, place);
    }
    if (!account.get().enabled()) {
      return failed(person.subject(), ProviderEntry.Why.SWITCHED_OFF, place);
    }
    provided
        .role(person.groups())
        .filter(role -> role != account.get().role())
        .ifPresent(role -> accounts.setRole(account.get().name(), role, Actor.PROVIDER));
    return new ProviderEntry.Entered(sessions.enter(account.get(), place).secret(), way.to());
  }

  /// Only whoever is signed in themselves, in this browser, can say that they are also the other.
  private ProviderEntry link(
      Context context,
      Person person,
      ReaderId account,
      Optional<Account> known,
      Sessions.Place place) {
    Visitor visitor = Visitor.of(context);
    if (visitor.way() != Visitor.Way.SESSION || !visitor.reader().equals(account)) {
      return new ProviderEntry.Failed(ProviderEntry.Why.UNSOUND);
    }
    if (known.isPresent() && !known.get().name().equals(account)) {
      return new ProviderEntry.Failed(ProviderEntry.Why.TAKEN);
    }
    accounts.setSubject(account, person.subject(), new Actor(account.value(), place.address()));
    return new ProviderEntry.Linked();
  }

  /// An account for somebody who is not known yet, if such are made. Nobody gets one that is there,
  /// whatever they call themselves.
  private Optional<Account> made(Person person) {
    if (!provided.create()) {
      return Optional.empty();
    }
    Role role = provided.role(person.groups()).orElse(Role.READER);
    return names(person.suggestedName())
        .filter(Account::isName)
        .filter(name -> accounts.addProvided(name, role, person.subject()))
        .map(name -> accounts.find(new ReaderId(name)).orElseThrow())
        .findFirst();
  }

  /// Names that somebody might have here, the nearest first.
  private static Stream<String> names(String suggested) {
    String cleaned =
        NO_LETTER_OF_A_NAME.matcher(suggested).replaceAll("").replaceAll("^[._@-]+", "");
    String name = cleaned.isEmpty() ? "reader" : cleaned;
    String cut = name.length() > MOST_NAME ? name.substring(0, MOST_NAME) : name;
    return Stream.concat(
        Stream.of(cut), IntStream.rangeClosed(2, MOST_NAMESAKES).mapToObj(i -> cut + "-" + i));
  }

  /// Where a browser signs out at the provider too.
  public Optional<URI> farewell() {
    return provider.farewell();
  }

  /// By an access token of the provider's: whose it is, and what it opens.
  Optional<Visitor> byToken(String token) {
    return provider
        .bearer(token)
        .flatMap(
            bearer ->
                accounts
                    .ofSubject(bearer.person().subject())
                    .filter(Account::enabled)
                    .map(
                        account ->
                            new Visitor(
                                account.name(),
                                account.role(),
                                Visitor.Way.TOKEN,
                                TokenScope.known(bearer.scopes()),
                                "")));
  }
}
