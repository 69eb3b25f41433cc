package dev.assay.follow;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.RawDocument;
import dev.assay.fetch.Answer;
import dev.assay.fetch.Failure;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.FetchResult.Rule;
import dev.assay.fetch.Validators;
import dev.assay.follow.Listing.Heard;
import dev.assay.ingest.input.Inputs;
import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import dev.assay.source.FeedHints;
import dev.assay.source.LinkSet;
import dev.assay.source.Opml;
import dev.assay.source.Sitemap;
import dev.assay.source.SitemapPart;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks a source what it names. Safe for use by many threads.
final class Lister {

  /// A server that never sends a body is asked for one without conditions after this: some answer
  /// 304 wrongly for ever.
  private static final Duration LONGEST_UNSEEN = Duration.ofDays(7);

  /// Times that a watched page may list nothing before it is said to have changed its form.
  private static final int CHANGED_AFTER = 5;

  private static final Feed.About NOTHING = new Feed.About("", "", "", "", "", "");
  private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age\\s*=\\s*\"?(\\d{1,9})");

  /// A file that was changed a moment ago may still be written.
  private static final Duration STILL = Duration.ofSeconds(2);

  private final Requests requests;
  private final InstantSource clock;

  Lister(Requests requests, InstantSource clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /// @param force asks without conditions, whatever is known
  Listing ask(Source source, SourceState state, boolean force, Steps steps) {
    return switch (source.kind()) {
      case SourceKind.OfFolder _ -> folder(Path.of(source.address()));
      case SourceKind.OfFeed _, SourceKind.OfSitemap _, SourceKind.OfPage _, SourceKind.OfList _ ->
          web(source, state, force, steps);
      case SourceKind.OfMailbox _, SourceKind.OfLetters _ ->
          throw new IllegalStateException(source.kind() + " lists no pages");
    };
  }

  /// Asks one of the sitemaps that the source's index names.
  Listing ask(Source source, SitemapPart part, Steps steps) {
    Validators known = new Validators(part.etag(), part.lastModified());
    FetchRequest request = requests.listing(source, URI.create(part.address())).unless(known);
    return switch (requests.ask(request, steps)) {
      case FetchResult.Fetched(RawDocument document, Answer answer) -> {
        Heard heard = heard(document, answer);
        yield heard.bodyHash().equals(part.bodyHash())
            ? new Listing.Unchanged(heard)
            : sitemap(document, answer, heard);
      }
      case FetchResult other -> unlisted(other, known, part.bodyHash());
    };
  }

  private Listing web(Source source, SourceState state, boolean force, Steps steps) {
    Validators known = new Validators(state.known().etag(), state.known().lastModified());
    FetchRequest request =
        requests
            .listing(source, URI.create(source.address()))
            .unless(force || isUnseen(state) ? Validators.NONE : known);
    return switch (requests.ask(request, steps)) {
      case FetchResult.Fetched(RawDocument document, Answer answer) ->
          read(source, state, document, answer);
      case FetchResult other -> unlisted(other, known, state.known().bodyHash());
    };
  }

  /// What was answered with no text.
  private Listing unlisted(FetchResult result, Validators known, String bodyHash) {
    return switch (result) {
      case FetchResult.NotModified(Answer answer) ->
          new Listing.Unchanged(
              Heard.of(answer, known.updatedBy(answer.validators()), holds(answer), bodyHash, 0));
      case FetchResult.Refused(_, Rule rule, String reason) ->
          new Listing.Trouble(
              Failure.HARD,
              rule == Rule.ROBOTS ? Standing.ROBOTS : Standing.RETRYING,
              0,
              reason,
              null);
      case FetchResult.Failed(_, Failure failure, int status, String reason, Duration wait) ->
          new Listing.Trouble(failure, standing(failure), status, reason, wait);
      case FetchResult.Fetched _ -> throw new IllegalStateException("a text was had");
    };
  }

  private static Standing standing(Failure failure) {
    return switch (failure) {
      case GONE -> Standing.GONE;
      case BOT_CHECK -> Standing.BLOCKED;
      case UNSURE, NO_ANSWER, SOFT, HARD -> Standing.RETRYING;
    };
  }

  private boolean isUnseen(SourceState state) {
    Instant whole = state.seen().wholeAt();
    return whole == null || whole.isBefore(clock.instant().minus(LONGEST_UNSEEN));
  }

  private Listing read(Source source, SourceState state, RawDocument document, Answer answer) {
    Heard heard = heard(document, answer);
    if (heard.bodyHash().equals(state.known().bodyHash())) {
      return new Listing.Unchanged(heard);
    }
    return switch (source.kind()) {
      case SourceKind.OfFeed _ -> feed(document, answer, heard);
      case SourceKind.OfSitemap _ -> sitemap(document, answer, heard);
      case SourceKind.OfPage(String select) -> page(select, state, document, answer, heard);
      case SourceKind.OfList _ -> list(document, answer, heard);
      case SourceKind.OfFolder _, SourceKind.OfMailbox _, SourceKind.OfLetters _ ->
          throw new IllegalStateException(source.kind() + " is not fetched");
    };
  }

  private Heard heard(RawDocument document, Answer answer) {
    return Heard.of(
        answer,
        answer.validators(),
        holds(answer),
        hash(document.bytes()),
        document.bytes().length);
  }

  private static Listing list(RawDocument document, Answer answer, Heard heard) {
    Opml list = Opml.parse(document.bytes());
    return list.outlines().isEmpty() ? htmlInstead(answer) : new Listing.Outlined(list, heard);
  }

  private static Listing feed(RawDocument document, Answer answer, Heard heard) {
    if (!Feed.looksLikeFeed(document.bytes()) && document.mediaType().contains("html")) {
      return htmlInstead(answer);
    }
    return switch (Feed.parse(document.bytes(), document.fetchedAt())) {
      case Feed.Reading.NotAFeed(String reason) ->
          new Listing.Trouble(Failure.SOFT, Standing.RETRYING, answer.status(), reason, null);
      case Feed.Reading.Read(Feed feed) ->
          new Listing.Listed(
              LinkHeader.of(answer).over(feed.about().at(answer.address())),
              feed.format(),
              entries(feed, answer.address()),
              feed.hints(),
              feed.mended().isEmpty() ? "" : "mended: " + String.join(", ", feed.mended()),
              heard);
    };
  }

  /// What a feed names, as addresses.
  static List<FeedEntry> entries(Feed feed, URI base) {
    return resolved(withFiles(feed.entries()), base);
  }

  /// A document that comes with an entry is an entry of its own.
  private static List<FeedEntry> withFiles(List<FeedEntry> entries) {
    List<FeedEntry> all = new ArrayList<>(entries);
    for (FeedEntry entry : entries) {
      entry
          .more()
          .files()
          .forEach(file -> all.add(new FeedEntry(file, entry.title(), entry.published())));
    }
    return all;
  }

  private static Listing htmlInstead(Answer answer) {
    return new Listing.Trouble(
        Failure.SOFT,
        Standing.HTML_INSTEAD,
        answer.status(),
        "There is a page where the feed was. Look for its new address with: assay follow SITE",
        null);
  }

  private Listing sitemap(RawDocument document, Answer answer, Heard heard) {
    Optional<List<FeedEntry>> entries =
        Sitemap.recent(document.bytes(), answer.address(), clock.instant());
    if (entries.isPresent()) {
      return listed(NOTHING, "Sitemap", entries.get(), answer, heard);
    }
    List<Sitemap.Child> parts = Sitemap.children(document.bytes(), answer.address());
    return parts.isEmpty() ? htmlInstead(answer) : new Listing.Indexed(parts, heard);
  }

  /// A page that lists nothing has changed its form, or is only being mended: it is believed after
  /// six times.
  private static Listing page(
      String select, SourceState state, RawDocument document, Answer answer, Heard heard) {
    List<FeedEntry> links = LinkSet.of(document.bytes(), answer.address(), select);
    if (!links.isEmpty()) {
      Feed.About about = new Feed.About("", answer.address().toString(), "", "", "", "");
      return listed(about, "", links, answer, heard);
    }
    boolean believed =
        state.plan().failures() >= CHANGED_AFTER * Schedule.weight(Failure.SOFT)
            || state.stand().standing() == Standing.CHANGED_FORM;
    return new Listing.Trouble(
        Failure.SOFT,
        believed ? Standing.CHANGED_FORM : Standing.RETRYING,
        answer.status(),
        believed
            ? "The page lists no articles any more; it may have changed its form."
            : "The page lists no articles this time.",
        null);
  }

  private static Listing listed(
      Feed.About about, String format, List<FeedEntry> entries, Answer answer, Heard heard) {
    return new Listing.Listed(
        about, format, resolved(entries, answer.address()), FeedHints.NONE, "", heard);
  }

  /// Links as canonical addresses, each once; what cannot be an address is left out.
  private static List<FeedEntry> resolved(List<FeedEntry> entries, URI base) {
    Map<String, FeedEntry> resolved = new LinkedHashMap<>();
    for (FeedEntry entry : entries) {
      address(entry, base).ifPresent(address -> resolved.putIfAbsent(address, entry.at(address)));
    }
    return List.copyOf(resolved.values());
  }

  private static Optional<String> address(FeedEntry entry, URI base) {
    if (entry.link().isEmpty()) {
      return Optional.of(FeedEntry.within(base, entry.id()));
    }
    try {
      URI address = base.resolve(entry.link().strip().replace(" ", "%20"));
      return CanonicalAddress.of(address).map(URI::toString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// How long the server says that its answer holds: `max-age`, else `Expires`.
  private @Nullable Duration holds(Answer answer) {
    String control = answer.header("cache-control").orElse("");
    Matcher age = MAX_AGE.matcher(control);
    if (age.find()) {
      return Duration.ofSeconds(Long.parseLong(age.group(1)));
    }
    return answer
        .header("expires")
        .flatMap(Lister::date)
        .map(until -> Duration.between(clock.instant(), until))
        .filter(Duration::isPositive)
        .orElse(null);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // such as 0
    }
  }

  private Listing folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new Listing.Trouble(
          Failure.SOFT, Standing.RETRYING, 0, "There is no such folder any more.", null);
    }
    List<FeedEntry> entries = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    Instant still = clock.instant().minus(STILL);
    for (Path file : Inputs.files(folder)) {
      String mark = mark(file, still);
      if (!mark.isEmpty()) {
        entries.add(
            new FeedEntry(
                file.toString(),
                String.valueOf(file.getFileName()),
                null,
                file + " " + mark,
                "",
                ""));
        all.append(file).append(mark);
      }
    }
    return new Listing.Listed(
        NOTHING,
        "",
        entries,
        FeedHints.NONE,
        "",
        Heard.here(hash(all.toString().getBytes(StandardCharsets.UTF_8))));
  }

  /// Time and size of a file; empty if it is not still, or went while we looked.
  private static String mark(Path file, Instant still) {
    try {
      Instant changed = Files.getLastModifiedTime(file).toInstant();
      return changed.isBefore(still) ? changed.toEpochMilli() + " " + Files.size(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
