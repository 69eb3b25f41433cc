package dev.assay.follow;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.RawDocument;
import dev.assay.fetch.Answer;
import dev.assay.fetch.Failure;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchRequest.Permission;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.FetchResult.Rule;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Validators;
import dev.assay.ingest.Inputs;
import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import dev.assay.source.FeedHints;
import dev.assay.source.LinkSet;
import dev.assay.source.Sitemap;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  /// A file that was changed a moment ago may still be written.
  private static final Duration STILL = Duration.ofSeconds(2);

  private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age\\s*=\\s*\"?(\\d{1,9})");

  private final Fetcher fetcher;
  private final InstantSource clock;

  Lister(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /// @param force asks without conditions, whatever is known
  Listing ask(Source source, SourceState state, boolean force) {
    return switch (source.kind()) {
      case SourceKind.OfFolder _ -> folder(Path.of(source.address()));
      case SourceKind.OfFeed _, SourceKind.OfSitemap _, SourceKind.OfPage _ ->
          web(source, state, force);
    };
  }

  private Listing web(Source source, SourceState state, boolean force) {
    FetchRequest request =
        FetchRequest.source(URI.create(source.address()))
            .unless(force || isUnseen(state) ? Validators.NONE : known(state))
            .with(
                source.settings().permission().isEmpty()
                    ? Permission.BY_ROBOTS
                    : Permission.BY_OWNER);
    return switch (fetcher.fetch(request)) {
      case FetchResult.NotModified(Answer answer) ->
          new Listing.Unchanged(
              known(state).updatedBy(answer.validators()), answer.movedTo(), answer.status());
      case FetchResult.Refused(_, Rule rule, String reason) ->
          new Listing.Trouble(
              Failure.HARD,
              rule == Rule.ROBOTS ? Standing.ROBOTS : Standing.RETRYING,
              0,
              reason,
              null);
      case FetchResult.Failed(_, Failure failure, int status, String reason, Duration wait) ->
          new Listing.Trouble(failure, standing(failure), status, reason, wait);
      case FetchResult.Fetched(RawDocument document, Answer answer) ->
          read(source, state, document, answer);
    };
  }

  private static Standing standing(Failure failure) {
    return switch (failure) {
      case GONE -> Standing.GONE;
      case BOT_CHECK -> Standing.BLOCKED;
      case NO_ANSWER, SOFT, HARD -> Standing.RETRYING;
    };
  }

  private boolean isUnseen(SourceState state) {
    Instant whole = state.wholeAt();
    return whole == null || whole.isBefore(clock.instant().minus(LONGEST_UNSEEN));
  }

  private static Validators known(SourceState state) {
    return new Validators(state.etag(), state.lastModified());
  }

  private Listing read(Source source, SourceState state, RawDocument document, Answer answer) {
    String hash = hash(document.bytes());
    if (hash.equals(state.bodyHash())) {
      return new Listing.Unchanged(answer.validators(), answer.movedTo(), answer.status());
    }
    return switch (source.kind()) {
      case SourceKind.OfFeed _ -> feed(document, answer, hash);
      case SourceKind.OfSitemap _ -> sitemap(document, answer, hash);
      case SourceKind.OfPage(String select) -> page(select, document, answer, hash);
      case SourceKind.OfFolder _ -> throw new IllegalStateException("a folder is not fetched");
    };
  }

  private static Listing feed(RawDocument document, Answer answer, String hash) {
    if (!Feed.looksLikeFeed(document.bytes()) && document.mediaType().contains("html")) {
      return htmlInstead(answer);
    }
    return switch (Feed.parse(document.bytes())) {
      case Feed.Reading.NotAFeed(String reason) ->
          new Listing.Trouble(Failure.SOFT, Standing.RETRYING, answer.status(), reason, null);
      case Feed.Reading.Read(Feed feed) ->
          listed(
              feed.title(),
              feed.site(),
              resolved(feed.entries(), answer.address()),
              feed.hints(),
              feed.mended().isEmpty() ? "" : "mended: " + String.join(", ", feed.mended()),
              document,
              answer,
              hash);
    };
  }

  private static Listing htmlInstead(Answer answer) {
    return new Listing.Trouble(
        Failure.SOFT,
        Standing.HTML_INSTEAD,
        answer.status(),
        "There is a page where the feed was. Look for its new address with: assay follow SITE",
        null);
  }

  private Listing sitemap(RawDocument document, Answer answer, String hash) {
    Optional<List<FeedEntry>> entries =
        Sitemap.recent(document.bytes(), answer.address(), clock.instant());
    return entries.isEmpty()
        ? htmlInstead(answer)
        : listed(
            "",
            "",
            resolved(entries.get(), answer.address()),
            FeedHints.NONE,
            "",
            document,
            answer,
            hash);
  }

  private static Listing page(String select, RawDocument document, Answer answer, String hash) {
    List<FeedEntry> links = LinkSet.of(document.bytes(), answer.address(), select);
    return links.isEmpty()
        ? new Listing.Trouble(
            Failure.SOFT,
            Standing.CHANGED_FORM,
            answer.status(),
            "The page lists no articles any more; it may have changed its form.",
            null)
        : listed(
            "",
            answer.address().toString(),
            resolved(links, answer.address()),
            FeedHints.NONE,
            "",
            document,
            answer,
            hash);
  }

  private static Listing listed(
      String title,
      String site,
      List<FeedEntry> entries,
      FeedHints hints,
      String remark,
      RawDocument document,
      Answer answer,
      String hash) {
    return new Listing.Listed(
        title,
        site,
        entries,
        hints,
        remark,
        answer.validators(),
        maxAge(answer),
        answer.movedTo(),
        hash,
        document.bytes().length);
  }

  /// Links as canonical addresses, each once; what cannot be an address is left out.
  private static List<FeedEntry> resolved(List<FeedEntry> entries, URI base) {
    Map<String, FeedEntry> resolved = new LinkedHashMap<>();
    for (FeedEntry entry : entries) {
      address(entry.link(), base)
          .ifPresent(address -> resolved.putIfAbsent(address.toString(), at(entry, address)));
    }
    return List.copyOf(resolved.values());
  }

  private static FeedEntry at(FeedEntry entry, URI address) {
    return new FeedEntry(
        address.toString(),
        entry.title(),
        entry.published(),
        entry.id(),
        entry.text(),
        entry.summary());
  }

  private static Optional<URI> address(String link, URI base) {
    try {
      return CanonicalAddress.of(base.resolve(link.strip().replace(" ", "%20")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Duration maxAge(Answer answer) {
    Matcher found = MAX_AGE.matcher(answer.header("cache-control").orElse(""));
    return found.find() ? Duration.ofSeconds(Long.parseLong(found.group(1))) : null;
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
        "",
        "",
        entries,
        FeedHints.NONE,
        "",
        Validators.NONE,
        null,
        null,
        hash(all.toString().getBytes(StandardCharsets.UTF_8)),
        0);
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
