package dev.assay.follow;

import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import dev.assay.source.Opml;
import dev.assay.source.SourceKind;
import dev.assay.source.mail.Letter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that can be followed.
///
/// @param description what it says of itself; may be empty
/// @param format for a person, such as `RSS 2.0`; empty if there is none to name
/// @param entries that it lists; 0 if it was not asked
/// @param newest when the newest of what it lists was published; null if it does not say
/// @param titles the first three
/// @param wholeText whether it carries whole texts
/// @param mended what had to be mended before it could be read, for a person
public record Found(
    SourceKind kind,
    String address,
    String title,
    String site,
    String description,
    String format,
    int entries,
    @Nullable Instant newest,
    List<String> titles,
    boolean wholeText,
    List<String> mended) {

  private static final int TITLES = 3;

  public Found {
    titles = List.copyOf(titles);
    mended = List.copyOf(mended);
  }

  static Found feed(Feed feed, URI address) {
    List<FeedEntry> entries = feed.entries();
    return new Found(
        new SourceKind.OfFeed(),
        address.toString(),
        feed.title(),
        feed.about().at(address).site(),
        feed.about().description(),
        feed.format(),
        entries.size(),
        newest(entries),
        titles(entries),
        !entries.isEmpty() && entries.stream().allMatch(entry -> EntryTexts.isWhole(entry)),
        feed.mended());
  }

  static Found sitemap(URI address, List<FeedEntry> entries) {
    return new Found(
        new SourceKind.OfSitemap(),
        address.toString(),
        String.valueOf(address.getHost()),
        "",
        "",
        "",
        entries.size(),
        newest(entries),
        titles(entries),
        false,
        List.of());
  }

  static Found page(String title, URI address, String select, List<FeedEntry> links) {
    return new Found(
        new SourceKind.OfPage(select),
        address.toString(),
        title,
        address.toString(),
        "",
        "",
        links.size(),
        null,
        titles(links),
        false,
        List.of());
  }

  static Found list(Opml list, URI address) {
    return new Found(
        new SourceKind.OfList(),
        address.toString(),
        String.valueOf(address.getHost()),
        "",
        "",
        "OPML",
        list.outlines().size(),
        null,
        list.outlines().stream().map(Opml.Outline::title).limit(TITLES).toList(),
        false,
        List.of());
  }

  static Found outlined(Opml.Outline outline, URI address) {
    return unasked(
        SourceKind.of(outline.kind(), "")
            .filter(SourceKind::isOnTheWeb)
            .orElseGet(SourceKind.OfFeed::new),
        address.toString(),
        outline.title(),
        outline.site(),
        outline.description());
  }

  static Found folder(Path folder) {
    return unasked(
        new SourceKind.OfFolder(), folder.toString(), String.valueOf(folder.getFileName()), "", "");
  }

  /// @param last mails of it, the oldest first
  static Found mailbox(URI address, List<Letter> last) {
    return new Found(
        new SourceKind.OfMailbox(),
        address.toString(),
        String.valueOf(address.getHost()),
        "",
        "",
        "",
        0,
        last.stream()
            .map(Letter::sentAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        last.reversed().stream()
            .map(Letter::subject)
            .filter(subject -> !subject.isEmpty())
            .limit(TITLES)
            .toList(),
        false,
        List.of());
  }

  static Found letters(String name, String token) {
    return unasked(new SourceKind.OfLetters(), name + "+" + token, name, "", "");
  }

  /// What is believed until it is asked.
  static Found unasked(
      SourceKind kind, String address, String title, String site, String description) {
    return new Found(
        kind, address, title, site, description, "", 0, null, List.of(), false, List.of());
  }

  /// How often it is asked at first; empty: it comes by itself.
  public Optional<Duration> every() {
    return switch (kind) {
      case SourceKind.OfFeed _, SourceKind.OfSitemap _, SourceKind.OfPage _ ->
          Optional.of(Schedule.START);
      case SourceKind.OfList _ -> Optional.of(Schedule.MOST);
      case SourceKind.OfMailbox _ -> Optional.of(Post.EVERY);
      case SourceKind.OfFolder _, SourceKind.OfLetters _ -> Optional.empty();
    };
  }

  private static @Nullable Instant newest(List<FeedEntry> entries) {
    return entries.stream()
        .map(FeedEntry::published)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static List<String> titles(List<FeedEntry> entries) {
    return entries.stream()
        .map(FeedEntry::title)
        .filter(title -> !title.isEmpty())
        .limit(TITLES)
        .toList();
  }
}
