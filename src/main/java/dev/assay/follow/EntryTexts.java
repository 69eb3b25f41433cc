package dev.assay.follow;

import dev.assay.article.Article;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.clean.CleanResult;
import dev.assay.clean.Cleaner;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchRequest.Permission;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Fetcher;
import dev.assay.ingest.FurtherPages;
import dev.assay.ingest.Given;
import dev.assay.ingest.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.source.FeedEntry;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceSettings.TextFrom;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/// Gets the text of what a source named: from the page, or from the feed where the feed carries it
/// whole or the page cannot be had.
final class EntryTexts {

  private static final int WHOLE_LETTERS = 400;
  private static final int WHOLE_HAN = 200;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /// Ends of a teaser.
  private static final Pattern CUT =
      Pattern.compile(
          "(?i)(?:…|\\.\\.\\.|\\[…]|read more|continue reading|阅读全文|查看全文|继续阅读)[\\s»>→.。]*$");

  private final Fetcher fetcher;
  private final Inputs inputs;
  private final FurtherPages further;
  private final Cleaner cleaner;
  private final Misreadings misreadings;
  private final InstantSource clock;

  EntryTexts(Fetcher fetcher, Inputs inputs, Lexicon lexicon, InstantSource clock) {
    this.cleaner = new Cleaner();
    this.misreadings = new Misreadings(lexicon);
    this.fetcher = fetcher;
    this.inputs = inputs;
    this.further = new FurtherPages(fetcher);
    this.clock = clock;
  }

  Given of(Source source, FeedEntry entry) {
    if (source.kind() instanceof SourceKind.OfFolder) {
      return file(entry.link());
    }
    TextFrom from = source.settings().textFrom();
    boolean whole = isWhole(entry.text());
    return from == TextFrom.FEED || from == TextFrom.AUTO && whole
        ? feedText(source, entry, whole ? Completeness.FEED_TEXT : Completeness.SUMMARY)
        : page(source, entry);
  }

  private Given file(String path) {
    try (var given = inputs.of(Path.of(path).toString())) {
      List<Given> documents = given.toList();
      return documents.size() == 1
          ? documents.getFirst()
          : new Given.Refused(
              new Identity.OfFile(path),
              "The file is a feed; follow it by its address to read what it names.");
    }
  }

  private Given page(Source source, FeedEntry entry) {
    URI address = URI.create(entry.link());
    FetchRequest request =
        FetchRequest.page(address)
            .with(
                source.settings().permission().isEmpty()
                    ? Permission.BY_ROBOTS
                    : Permission.BY_OWNER);
    return switch (fetcher.fetch(request)) {
      case FetchResult.Fetched(RawDocument document, _) ->
          read(source, entry, withWords(further.whole(document), source, entry, Completeness.FULL));
      case FetchResult.NotModified _ -> instead(source, entry, "The site sent no text.");
      case FetchResult.Refused(_, _, String reason) -> instead(source, entry, reason);
      case FetchResult.Failed(_, _, _, String reason, _) -> instead(source, entry, reason);
    };
  }

  /// The page, unless it shows something else than the article.
  private Given read(Source source, FeedEntry entry, RawDocument document) {
    Optional<String> fault =
        switch (cleaner.clean(document)) {
          case CleanResult.Cleaned(Article article, _) -> misreadings.fault(article);
          case CleanResult.Untold(_, String reason) -> Optional.of(reason);
          case CleanResult.Refused(String reason) -> Optional.of(reason);
        };
    return fault.isPresent() ? instead(source, entry, fault.get()) : new Given.Document(document);
  }

  /// What the feed carries, where the page cannot be had.
  private Given instead(Source source, FeedEntry entry, String reason) {
    String text = entry.text().isEmpty() ? entry.summary() : entry.text();
    if (Jsoup.parse(text).text().isBlank()) {
      return new Given.Refused(identity(entry), reason);
    }
    return feedText(
        source, entry, isWhole(entry.text()) ? Completeness.FEED_TEXT : Completeness.SUMMARY);
  }

  private static Identity identity(FeedEntry entry) {
    return new Identity.OfAddress(
        CanonicalAddress.of(entry.link()).orElse(URI.create(entry.link())));
  }

  private Given feedText(Source source, FeedEntry entry, Completeness completeness) {
    String text = entry.text().isEmpty() ? entry.summary() : entry.text();
    if (Jsoup.parse(text).text().isBlank()) {
      return new Given.Refused(identity(entry), "The feed carries no text of this entry.");
    }
    String title = Entities.escape(entry.title());
    String html =
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>%s</title></head><body><article><h1>%s</h1>\n%s\n</article></body></html>"
            .formatted(title, title, text.startsWith("<") ? text : "<p>" + text + "</p>");
    RawDocument document =
        new RawDocument(
            identity(entry),
            URI.create(entry.link()),
            RawDocument.HTML,
            html.getBytes(StandardCharsets.UTF_8),
            Map.of("content-type", "text/html; charset=utf-8"),
            clock.instant());
    return new Given.Document(withWords(document, source, entry, completeness));
  }

  private static RawDocument withWords(
      RawDocument document, Source source, FeedEntry entry, Completeness completeness) {
    Map<String, String> headers = new HashMap<>(document.headers());
    headers.put(RawDocument.COMPLETENESS, completeness.word());
    if (!entry.title().isEmpty()) {
      headers.put("feed-title", entry.title());
    }
    if (!source.title().isEmpty()) {
      headers.put("feed-source", source.title());
    }
    Instant published = entry.published();
    if (published != null) {
      headers.put("feed-published", published.toString());
    }
    return new RawDocument(
        document.identity(),
        document.address(),
        document.mediaType(),
        document.bytes(),
        headers,
        document.fetchedAt());
  }

  /// Whether a feed's text is the whole text, as far as that can be told from the text alone.
  static boolean isWhole(String html) {
    String text = Jsoup.parse(html).text().strip();
    long han = HAN.matcher(text).results().count();
    boolean isLong = text.length() >= WHOLE_LETTERS || han >= WHOLE_HAN;
    return isLong && !CUT.matcher(text).find();
  }
}
