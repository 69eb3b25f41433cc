package dev.assay.watch;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.store.Store;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Where readers are told. Safe for use by many threads.
public final class Channels {

  /// What a secret of a webhook begins with, before its bytes in Base64.
  public static final String SECRET = "whsec_";

  /// How long a secret is used beside the one that takes its place.
  public static final Duration BOTH_SECRETS = Duration.ofHours(24);

  private static final int SECRET_BYTES = 32;
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int LONGEST_SECRET = 2_000;
  private static final Pattern MAIL = Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:]{1,255}");
  private static final SecureRandom CHANCE = new SecureRandom();

  private final Store store;
  private final Composer composer;
  private final Function<URI, Optional<String>> refusal;
  private final boolean mail;
  private final InstantSource clock;

  /// @param refusal why nothing is sent to an address; empty if it may be
  /// @param mail whether letters can be sent
  Channels(
      Store store,
      Composer composer,
      Function<URI, Optional<String>> refusal,
      boolean mail,
      InstantSource clock) {
    this.store = store;
    this.composer = composer;
    this.refusal = refusal;
    this.mail = mail;
    this.clock = clock;
  }

  /// A reader's, the first added first.
  public List<Channel> of(ReaderId reader) {
    return store.readOnce(session -> new ChannelTable(session).of(reader, clock.instant()));
  }

  public Optional<Channel> find(ReaderId reader, String id) {
    return store.readOnce(session -> new ChannelTable(session).find(reader, id, clock.instant()));
  }

  /// Whether letters can be sent.
  public boolean hasMail() {
    return mail;
  }

  /// What somebody wants to add.
  ///
  /// @param secret may be empty: a webhook gets one
  /// @param mayMail whether they may have letters sent to any address
  public record Draft(String kind, String address, String secret, boolean mayMail) {}

  public Kept<Channel> add(ReaderId reader, Draft draft) {
    Optional<Channel.Kind> kind = Channel.Kind.of(draft.kind().strip().toLowerCase(Locale.ROOT));
    if (kind.isEmpty()) {
      return new Kept.Refused<>(Mistake.NO_KIND, draft.kind());
    }
    String address = draft.address().strip();
    List<Channel> known = of(reader);
    Optional<Kept.Refused<Channel>> wrong =
        wrong(kind.get(), address, draft)
            .map(mistake -> new Kept.Refused<Channel>(mistake, address))
            .or(
                () ->
                    known.size() >= Channel.MOST
                        ? Optional.of(
                            new Kept.Refused<>(Mistake.TOO_MANY, String.valueOf(Channel.MOST)))
                        : Optional.empty())
            .or(
                () ->
                    known.stream()
                            .anyMatch(
                                one -> one.kind() == kind.get() && one.address().equals(address))
                        ? Optional.of(new Kept.Refused<>(Mistake.KNOWN_ALREADY, address))
                        : Optional.empty());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Channel channel =
        new Channel(
            Ids.made(),
            reader,
            kind.get(),
            address,
            secret(kind.get(), draft.secret().strip()),
            null,
            "",
            clock.instant());
    store.change(session -> new ChannelTable(session).add(channel));
    return new Kept.Done<>(channel);
  }

  private Optional<Mistake> wrong(Channel.Kind kind, String address, Draft draft) {
    String secret = draft.secret().strip();
    if (secret.length() > LONGEST_SECRET
        || !secret.chars().allMatch(c -> c > ' ' && c < 127)
        || kind == Channel.Kind.WEBHOOK && !secret.isEmpty() && !isSecret(secret)) {
      return Optional.of(Mistake.NO_SECRET);
    }
    if (kind == Channel.Kind.MAIL) {
      return !mail
          ? Optional.of(Mistake.NO_MAIL)
          : !draft.mayMail()
              ? Optional.of(Mistake.NOT_ALLOWED)
              : MAIL.matcher(address).matches()
                  ? Optional.empty()
                  : Optional.of(Mistake.NO_ADDRESS);
    }
    Optional<URI> uri =
        address.length() > Channel.LONGEST_ADDRESS
            ? Optional.empty()
            : CanonicalAddress.of(address).filter(_ -> !address.contains("@"));
    if (uri.isEmpty()) {
      return Optional.of(Mistake.NO_ADDRESS);
    }
    return refusal.apply(URI.create(uri.get().toString())).map(_ -> Mistake.PRIVATE_ADDRESS);
  }

  private static boolean isSecret(String secret) {
    try {
      int bytes =
          secret.startsWith(SECRET)
              ? Base64.getDecoder().decode(secret.substring(SECRET.length())).length
              : 0;
      return bytes >= LEAST_BYTES && bytes <= MOST_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String secret(Channel.Kind kind, String given) {
    return kind == Channel.Kind.WEBHOOK && given.isEmpty() ? newSecret() : given;
  }

  private static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    CHANCE.nextBytes(bytes);
    return SECRET + Base64.getEncoder().encodeToString(bytes);
  }

  /// Gives a webhook another secret; for [#BOTH_SECRETS] all is signed with both.
  ///
  /// @return the channel with it; empty if the reader has no such webhook
  public Optional<Channel> renew(ReaderId reader, String id) {
    return find(reader, id)
        .filter(channel -> channel.kind() == Channel.Kind.WEBHOOK)
        .flatMap(
            channel -> {
              Instant until = clock.instant().plus(BOTH_SECRETS);
              store.change(session -> new ChannelTable(session).renew(id, newSecret(), until));
              return find(reader, id);
            });
  }

  /// Has a word sent there, to see whether it arrives.
  ///
  /// @param language that it is said in
  /// @return false if the reader has no such place, or nothing is sent there
  public boolean test(ReaderId reader, String id, Language language) {
    Optional<Channel> channel = find(reader, id).filter(Channel::isOn);
    channel.ifPresent(
        known ->
            store.change(
                session ->
                    new OutboxTable(session)
                        .post(
                            Ids.made(),
                            null,
                            composer.notice(language, "test"),
                            List.of(known.id()),
                            clock.instant())));
    return channel.isPresent();
  }

  /// Sends there again, after it was stopped.
  public boolean resume(ReaderId reader, String id) {
    Optional<Channel> channel = find(reader, id);
    channel.ifPresent(_ -> store.change(session -> new ChannelTable(session).stop(id, "")));
    return channel.isPresent();
  }

  /// Takes a place away, with what waits for it.
  public boolean remove(ReaderId reader, String id) {
    return store.write(session -> new ChannelTable(session).remove(reader, id));
  }
}
