package dev.assay.source;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.module.SyModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// A feed in XML as rome reads it.
final class RomeFeed {

  private RomeFeed() {}

  static Feed read(String xml, Instant fetchedAt) throws FeedException {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(false); // no external entities, no entity bombs
    input.setPreserveWireFeed(true);
    String spelledOut = FeedTimes.of(xml, fetchedAt).spelledOut(xml);
    return of(input.build(new StringReader(spelledOut)), XmlBase.ofEntries(xml));
  }

  /// @param bases of its entries, as far as they have any
  private static Feed of(SyndFeed feed, List<String> bases) {
    List<SyndEntry> all = feed.getEntries();
    boolean based = bases.size() == all.size();
    List<FeedEntry> entries =
        IntStream.range(0, all.size())
            .mapToObj(i -> entry(all.get(i), based ? bases.get(i) : ""))
            .filter(FeedEntry::isThere)
            .limit(Feed.MAX_ENTRIES)
            .toList();
    return new Feed(about(feed), format(feed), hints(feed), entries, List.of());
  }

  private static Feed.About about(SyndFeed feed) {
    return new Feed.About(
        PlainWords.of(said(feed.getTitle())),
        said(feed.getLink()),
        PlainWords.of(said(feed.getDescription())),
        said(feed.getLanguage()),
        linked(feed, "hub"),
        linked(feed, "self"));
  }

  /// Where a link of this kind leads; in RSS it is an element of Atom.
  private static String linked(SyndFeed feed, String relation) {
    for (SyndLink link : feed.getLinks()) {
      if (relation.equals(link.getRel())) {
        return said(link.getHref());
      }
    }
    for (Element element : feed.getForeignMarkup()) {
      if (element.getName().equals("link") && relation.equals(element.getAttributeValue("rel"))) {
        return said(element.getAttributeValue("href"));
      }
    }
    return "";
  }

  private static String format(SyndFeed feed) {
    String[] parts = String.valueOf(feed.getFeedType()).split("_", 2);
    String name = parts[0].equals("atom") ? "Atom" : parts[0].toUpperCase(Locale.ROOT);
    return parts.length < 2 ? name : name + " " + parts[1];
  }

  private static FeedEntry entry(SyndEntry entry, String base) {
    Date published =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    String text =
        entry.getContents().stream()
            .map(SyndContent::getValue)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    SyndContent description = entry.getDescription();
    return new FeedEntry(
        link(entry, base),
        PlainWords.of(said(entry.getTitle())),
        published == null ? null : published.toInstant(),
        said(entry.getUri()),
        text.strip(),
        description == null ? "" : said(description.getValue()),
        more(entry));
  }

  private static FeedEntry.More more(SyndEntry entry) {
    Stream<String> named = entry.getAuthors().stream().map(SyndPerson::getName);
    return new FeedEntry.More(
        said(Stream.concat(named, Stream.of(said(entry.getAuthor())))),
        said(entry.getCategories().stream().map(SyndCategory::getName)),
        said(
            entry.getEnclosures().stream()
                .filter(file -> FeedEntry.isDocument(said(file.getType()), said(file.getUrl())))
                .map(SyndEnclosure::getUrl)));
  }

  private static List<String> said(Stream<String> texts) {
    return texts.map(RomeFeed::said).filter(text -> !text.isEmpty()).distinct().toList();
  }

  /// The page's own address where a service that counts readers put its own in its place.
  private static String link(SyndEntry entry, String base) {
    for (Element element : entry.getForeignMarkup()) {
      if (element.getName().equals("origLink") && !said(element.getText()).isEmpty()) {
        return said(element.getText());
      }
    }
    String link = said(entry.getLink());
    String name = said(entry.getUri());
    return link.isEmpty() && name.startsWith("http") ? name : XmlBase.resolved(link, base);
  }

  private static String said(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").strip();
  }

  private static FeedHints hints(SyndFeed feed) {
    Duration every = feed.getModule(SyModule.URI) instanceof SyModule module ? every(module) : null;
    WireFeed wire = feed.originalWireFeed();
    if (!(wire instanceof Channel channel)) {
      return new FeedHints(every, Set.of(), Set.of());
    }
    if (channel.getTtl() > 0) {
      every = Duration.ofMinutes(channel.getTtl());
    }
    return new FeedHints(every, new HashSet<>(channel.getSkipHours()), days(channel));
  }

  private static @Nullable Duration every(SyModule module) {
    Duration period =
        switch (String.valueOf(module.getUpdatePeriod())) {
          case "hourly" -> Duration.ofHours(1);
          case "daily" -> Duration.ofDays(1);
          case "weekly" -> Duration.ofDays(7);
          case "monthly" -> Duration.ofDays(30);
          default -> null;
        };
    return period == null ? null : period.dividedBy(Math.max(1, module.getUpdateFrequency()));
  }

  private static Set<DayOfWeek> days(Channel channel) {
    Set<DayOfWeek> days = new HashSet<>();
    for (String name : channel.getSkipDays()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (day.name().equalsIgnoreCase(name.strip())) {
          days.add(day);
        }
      }
    }
    return days;
  }
}
