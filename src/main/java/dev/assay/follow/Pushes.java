package dev.assay.follow;

import dev.assay.article.CanonicalAddress;
import dev.assay.fetch.Fetcher;
import dev.assay.source.Feed;
import dev.assay.source.Push;
import dev.assay.source.Source;
import dev.assay.source.SourceState;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.source.SourceTable.Followed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Has hubs tell us what is new in feeds (WebSub, W3C 2018), where this desk has an address that
/// they can call. A feed that tells is still asked once a day; when that finds what was not told,
/// the feed is asked as any other again. Safe for use by many threads.
public final class Pushes {

  /// A body that a hub sends may be so large.
  public static final int MOST_BYTES = 3 << 20;

  private static final Duration LEASE = Duration.ofDays(10);
  private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);

  /// A hub is asked again after this if nobody confirmed, or if it did not tell what was new.
  private static final Duration AGAIN = Duration.ofDays(1);

  private final Store store;
  private final Fetcher fetcher;
  private final String publicAddress;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// @param publicAddress at which hubs reach this desk; empty: none is asked
  Pushes(Store store, Fetcher fetcher, String publicAddress, InstantSource clock) {
    this.store = store;
    this.fetcher = fetcher;
    this.publicAddress = publicAddress.replaceFirst("/+$", "");
    this.clock = clock;
  }

  /// What became of something that a hub sent.
  public enum Delivery {
    /// No feed is known by this address: the hub may forget it.
    UNKNOWN,
    /// It is not signed as agreed, or is no feed: passed over.
    IGNORED,
    TAKEN
  }

  /// Whether a poll of a source may wait, since its hub tells.
  static boolean isTrusted(Session session, int sourceId, Instant now) {
    return session.pushes().of(sourceId).map(push -> push.isTrusted(now)).orElse(false);
  }

  /// A poll found so much that is new.
  static void polled(Session session, int sourceId, int fresh, SourceState before, Instant now) {
    session
        .pushes()
        .of(sourceId)
        .filter(push -> before.seen().wholeAt() != null)
        .ifPresent(
            push -> {
              Instant missed = push.missedAt();
              Instant lease = push.leaseUntil();
              if (fresh > 0 && lease != null && lease.isAfter(now)) {
                session.pushes().put(push.missed(now));
              } else if (missed != null && missed.isBefore(now.minus(AGAIN.multipliedBy(7)))) {
                session.pushes().put(push.missed(null));
              }
            });
  }

  /// Asks the hub of a feed to tell what is new, if it has one and was not asked yet.
  void heard(Source source, Feed.About about) {
    if (publicAddress.isEmpty() || CanonicalAddress.of(about.hub()).isEmpty()) {
      return;
    }
    String topic = about.self().isEmpty() ? source.address() : about.self();
    Optional<Push> known = store.read(session -> session.pushes().of(source.id()));
    boolean same =
        known.isPresent()
            && known.get().hub().equals(about.hub())
            && known.get().topic().equals(topic);
    if (!same) {
      ask(
          new Push(
              source.id(),
              about.hub(),
              topic,
              random(18),
              random(32),
              clock.instant(),
              null,
              null,
              null));
    }
  }

  /// Asks for those again whose lease is half over, and those that nobody confirmed.
  void renew() {
    if (!publicAddress.isEmpty()) {
      Instant now = clock.instant();
      store
          .read(session -> session.pushes().ending(now.plus(LEASE.dividedBy(2)), now.minus(AGAIN)))
          .forEach(push -> ask(push.asked(now)));
    }
  }

  /// Written down first: a hub may call before it has answered.
  private void ask(Push push) {
    store.change(session -> session.pushes().put(push));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", "subscribe");
    form.put("hub.topic", push.topic());
    form.put("hub.callback", publicAddress + "/websub/" + push.path());
    form.put("hub.secret", push.secret());
    form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
    fetcher.post(URI.create(push.hub()), form); // whether it does is told by its call
  }

  private String random(int bytes) {
    byte[] some = new byte[bytes];
    random.nextBytes(some);
    return HexFormat.of().formatHex(some);
  }

  /// A hub asks whether we want what it was asked for.
  ///
  /// @param lease in seconds, as the hub wrote it
  /// @return what to answer with; empty if we do not
  public Optional<String> confirm(
      String path, String mode, String topic, String challenge, String lease) {
    Instant now = clock.instant();
    return store
        .<Optional<Push>>read(session -> session.pushes().at(path))
        .filter(push -> push.topic().equals(topic))
        .filter(push -> mode.equals("subscribe") && !challenge.isEmpty())
        .map(
            push -> {
              Instant until = now.plus(lease(lease));
              store.change(session -> session.pushes().put(push.promised(until)));
              return challenge;
            });
  }

  private static Duration lease(String seconds) {
    if (!seconds.matches("\\d{1,9}")) {
      return LEASE;
    }
    Duration said = Duration.ofSeconds(Long.parseLong(seconds));
    return said.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : said;
  }

  /// A hub sends what is new. What is written down here is taken in by the rounds.
  ///
  /// @param signature of the body, as in `sha256=...`
  public Delivery deliver(String path, String signature, byte[] body) {
    Optional<Push> known = store.read(session -> session.pushes().at(path));
    if (known.isEmpty()) {
      return Delivery.UNKNOWN;
    }
    Push push = known.get();
    Instant now = clock.instant();
    if (!isSigned(push.secret(), signature, body)
        || !(Feed.parse(body, now) instanceof Feed.Reading.Read(Feed feed))) {
      return Delivery.IGNORED;
    }
    return store.write(
        session -> {
          Optional<Followed> followed = session.sources().find(push.sourceId());
          if (followed.isEmpty()) {
            return Delivery.UNKNOWN;
          }
          int fresh =
              Novelties.keep(
                  session,
                  followed.get().source(),
                  followed.get().state(),
                  Lister.entries(feed, URI.create(push.topic())),
                  now);
          session
              .sources()
              .put(push.sourceId(), States.delivered(followed.get().state(), fresh, now));
          session.pushes().put(push.told(now));
          return Delivery.TAKEN;
        });
  }

  private static boolean isSigned(String secret, String signature, byte[] body) {
    String[] parts = signature.split("=", 2);
    String algorithm =
        switch (parts[0].toLowerCase(Locale.ROOT)) {
          case "sha1" -> "HmacSHA1";
          case "sha256" -> "HmacSHA256";
          case "sha384" -> "HmacSHA384";
          case "sha512" -> "HmacSHA512";
          default -> "";
        };
    if (algorithm.isEmpty() || parts.length < 2) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      byte[] given = HexFormat.of().parseHex(parts[1].strip().toLowerCase(Locale.ROOT));
      return MessageDigest.isEqual(mac.doFinal(body), given);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
