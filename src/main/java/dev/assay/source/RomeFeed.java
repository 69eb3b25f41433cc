package dev.assay.source;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.module.SyModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.Reader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A feed in XML as rome reads it.
final class RomeFeed {

  private RomeFeed() {}

  static Feed read(Reader xml) throws FeedException {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(false); // no external entities, no entity bombs
    input.setPreserveWireFeed(true);
    return of(input.build(xml));
  }

  private static Feed of(SyndFeed feed) {
    List<FeedEntry> entries =
        feed.getEntries().stream()
            .map(RomeFeed::entry)
            .filter(entry -> !entry.link().isEmpty())
            .limit(Feed.MAX_ENTRIES)
            .toList();
    return new Feed(
        said(feed.getTitle()), said(feed.getLink()), format(feed), hints(feed), entries, List.of());
  }

  private static String format(SyndFeed feed) {
    String[] parts = String.valueOf(feed.getFeedType()).split("_", 2);
    String name = parts[0].equals("atom") ? "Atom" : parts[0].toUpperCase(Locale.ROOT);
    return parts.length < 2 ? name : name + " " + parts[1];
  }

  private static FeedEntry entry(SyndEntry entry) {
    Date published =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    String text =
        entry.getContents().stream()
            .map(SyndContent::getValue)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    SyndContent description = entry.getDescription();
    return new FeedEntry(
        link(entry),
        said(entry.getTitle()),
        published == null ? null : published.toInstant(),
        said(entry.getUri()),
        text.strip(),
        description == null ? "" : said(description.getValue()));
  }

  private static String link(SyndEntry entry) {
    String link = said(entry.getLink());
    return link.isEmpty() ? said(entry.getUri()) : link;
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
