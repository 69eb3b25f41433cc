package dev.assay.follow;

import dev.assay.article.Article;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.clean.CleanResult;
import dev.assay.clean.Cleaner;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchResult;
import dev.assay.ingest.Misreadings;
import dev.assay.ingest.input.FurtherPages;
import dev.assay.ingest.input.Given;
import dev.assay.ingest.input.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.source.FeedEntry;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceSettings.TextFrom;
import dev.assay.store.source.SourceEntryTable.Waiting;
import dev.assay.store.source.SourceTable.Followed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/// Gets the text of what a source named: from the page, or from the feed where the feed carries it
/// whole or the page cannot be had.
final class EntryTexts {

  private static final int WHOLE_LETTERS = 400;
  private static final int WHOLE_HAN = 200;

  /// How many times longer a summary is that is none.
  private static final int SUMMARY_TIMES = 3;

  /// Answers that will not pass: the page is not for us, or not there.
  private static final Set<Integer> FINAL = Set.of(401, 403, 404);

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /// Ends of a teaser.
  private static final Pattern CUT =
      Pattern.compile(
          "(?i)(?:…|\\.\\.\\.|\\[…]|read more|continue reading|阅读全文|查看全文|继续阅读)[\\s»>→.。]*$");

  /// When a page that could not be had is asked for again, after each try.
  private static final List<Duration> AGAIN =
      List.of(
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(3));

  /// The same, where the feed carries something to show meanwhile.
  private static final int TRIES_WITH_SUMMARY = 3;

  private final Requests requests;
  private final Inputs inputs;
  private final FurtherPages further;
  private final Cleaner cleaner;
  private final Misreadings misreadings;
  private final InstantSource clock;

  EntryTexts(
      Requests requests,
      FurtherPages further,
      Inputs inputs,
      Lexicon lexicon,
      InstantSource clock) {
    this.cleaner = new Cleaner();
    this.misreadings = new Misreadings(lexicon);
    this.requests = requests;
    this.inputs = inputs;
    this.further = further;
    this.clock = clock;
  }

  /// What became of the wish for a text.
  sealed interface Text {

    /// To be taken in, or refused with its reason.
    record Had(Given given) implements Text {}

    /// A file, and what it holds: of a web archive many pages. Closed by who reads it.
    record Held(Stream<Given> given) implements Text {}

    /// The page cannot be had for now.
    ///
    /// @param tries so far
    record Later(Instant at, int tries, String reason) implements Text {}
  }

  Text of(Followed followed, Waiting waiting, Steps steps) {
    Source source = followed.source();
    FeedEntry entry = waiting.entry();
    if (source.kind() instanceof SourceKind.OfFolder) {
      return new Text.Held(inputs.of(Path.of(entry.link()).toString()));
    }
    TextFrom from = source.settings().textFrom();
    boolean whole = isWhole(entry);
    return from == TextFrom.FEED || from == TextFrom.AUTO && whole || !entry.hasPage()
        ? new Text.Had(
            feedText(
                followed,
                entry,
                whole ? Completeness.FEED_TEXT : Completeness.SUMMARY,
                followed.state().known().reserved(),
                steps))
        : page(followed, waiting, steps);
  }

  private Text page(Followed followed, Waiting waiting, Steps steps) {
    FeedEntry entry = waiting.entry();
    FetchRequest request = requests.page(followed.source(), URI.create(entry.link()));
    return switch (requests.ask(request, steps)) {
      case FetchResult.Fetched(RawDocument document, _) ->
          new Text.Had(read(followed, entry, further.whole(document, request), steps));
      case FetchResult.NotModified _ -> instead(followed, entry, "The site sent no text.", steps);
      case FetchResult.Refused(_, _, String reason) -> instead(followed, entry, reason, steps);
      case FetchResult.Failed failed -> failed(followed, waiting, failed, steps);
    };
  }

  /// What may pass is waited for, within reason.
  private Text failed(Followed followed, Waiting waiting, FetchResult.Failed failed, Steps steps) {
    FeedEntry entry = waiting.entry();
    int most = hasText(entry) ? TRIES_WITH_SUMMARY : AGAIN.size();
    Duration retryAfter = failed.retryAfter();
    Instant now = clock.instant();
    if (failed.status() == 0 && retryAfter != null && !retryAfter.isZero()) { // it was not asked
      return new Text.Later(now.plus(retryAfter), waiting.tries(), failed.reason());
    }
    if (!mayPass(failed) || waiting.tries() >= most) {
      return instead(followed, entry, failed.reason(), steps);
    }
    Duration wait = AGAIN.get(waiting.tries());
    boolean longer = retryAfter != null && retryAfter.compareTo(wait) > 0;
    return new Text.Later(
        now.plus(longer ? retryAfter : wait), waiting.tries() + 1, failed.reason());
  }

  private static boolean mayPass(FetchResult.Failed failed) {
    return switch (failed.failure()) {
      case UNSURE, NO_ANSWER -> true;
      case SOFT -> !FINAL.contains(failed.status());
      case HARD, GONE, BOT_CHECK -> false;
    };
  }

  /// The page, unless it shows something else than the article.
  private Given read(Followed followed, FeedEntry entry, RawDocument document, Steps steps) {
    String reserved =
        document.header(RawDocument.RESERVED).orElse(followed.state().known().reserved());
    return switch (cleaner.clean(document)) {
      case CleanResult.Cleaned(Article article, _) -> {
        Optional<Misreadings.Fault> fault =
            misreadings.fault(article, document, requests.isPaidFor(followed.source()));
        if (fault.isEmpty()) {
          steps.took(new Step.Read(entry, Completeness.FULL, article.paragraphs().size()));
          yield new Given.Document(
              withWords(document, followed, entry, Completeness.FULL, reserved));
        }
        if (fault.get().isPart()) {
          yield part(followed, entry, document, article, reserved, steps);
        }
        yield insteadOf(followed, entry, fault.get().reason(), reserved, steps);
      }
      case CleanResult.Untold(_, String reason) ->
          insteadOf(followed, entry, reason, reserved, steps);
      case CleanResult.Refused(String reason) ->
          insteadOf(followed, entry, reason, reserved, steps);
    };
  }

  /// What a page shows of an article to those who do not pay, unless the feed carries more.
  private Given part(
      Followed followed,
      FeedEntry entry,
      RawDocument document,
      Article article,
      String reserved,
      Steps steps) {
    if (isWhole(entry)) {
      return feedText(followed, entry, Completeness.FEED_TEXT, reserved, steps);
    }
    steps.took(new Step.Read(entry, Completeness.PREVIEW, article.paragraphs().size()));
    return new Given.Document(withWords(document, followed, entry, Completeness.PREVIEW, reserved));
  }

  /// What the feed carries, where the page cannot be had.
  private Text instead(Followed followed, FeedEntry entry, String reason, Steps steps) {
    return new Text.Had(
        insteadOf(followed, entry, reason, followed.state().known().reserved(), steps));
  }

  private Given insteadOf(
      Followed followed, FeedEntry entry, String reason, String reserved, Steps steps) {
    steps.took(new Step.Unread(entry, reason));
    return hasText(entry)
        ? feedText(
            followed,
            entry,
            isWhole(entry) ? Completeness.FEED_TEXT : Completeness.SUMMARY,
            reserved,
            steps)
        : new Given.Refused(identity(entry), reason);
  }

  private static boolean hasText(FeedEntry entry) {
    return !Jsoup.parse(textOf(entry)).text().isBlank();
  }

  private static String textOf(FeedEntry entry) {
    return entry.text().isEmpty() ? entry.summary() : entry.text();
  }

  private static Identity identity(FeedEntry entry) {
    if (!entry.hasPage()) {
      return new Identity.OfExternal("entry of a feed", entry.link());
    }
    return new Identity.OfAddress(
        CanonicalAddress.of(entry.link()).orElse(URI.create(entry.link())));
  }

  private Given feedText(
      Followed followed, FeedEntry entry, Completeness completeness, String reserved, Steps steps) {
    if (!hasText(entry)) {
      return new Given.Refused(identity(entry), "The feed carries no text of this entry.");
    }
    steps.took(new Step.Read(entry, completeness, 0));
    String text = textOf(entry);
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
    return new Given.Document(withWords(document, followed, entry, completeness, reserved));
  }

  private static RawDocument withWords(
      RawDocument document,
      Followed followed,
      FeedEntry entry,
      Completeness completeness,
      String reserved) {
    Source source = followed.source();
    Map<String, String> words = new HashMap<>();
    words.put(RawDocument.COMPLETENESS, completeness.word());
    words.put(RawDocument.RESERVED, reserved);
    words.put("feed-title", entry.title());
    words.put("feed-source", source.title());
    words.put("feed-authors", String.join("\n", entry.more().authors()));
    words.put("feed-section", entry.more().categories().stream().findFirst().orElse(""));
    words.put("feed-language", source.settings().language());
    Instant published = entry.published();
    words.put("feed-published", published == null ? "" : published.toString());
    words.values().removeIf(String::isEmpty);
    return document.with(words);
  }

  /// Whether a feed carries an entry's whole text, as far as that can be told from it alone. What
  /// stands where a summary should (bridges write whole pages there) must be longer.
  static boolean isWhole(FeedEntry entry) {
    long times = entry.text().isEmpty() ? SUMMARY_TIMES : 1;
    String text = Jsoup.parse(textOf(entry)).text().strip();
    long han = HAN.matcher(text).results().count();
    boolean isLong = text.length() >= WHOLE_LETTERS * times || han >= WHOLE_HAN * times;
    return isLong && !CUT.matcher(text).find();
  }
}
