package dev.assay.source;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What its owner says of a source.
///
/// @param every how often it is asked; null: as it publishes
/// @param skip words of titles and addresses that are not wanted, in any case
/// @param permission who allowed what robots.txt does not, and when; empty: robots.txt binds
public record SourceSettings(
    @Nullable Duration every,
    TextFrom textFrom,
    List<String> skip,
    String permission,
    Activity activity) {

  public static final SourceSettings DEFAULTS =
      new SourceSettings(null, TextFrom.AUTO, List.of(), "", Activity.FOLLOWED);

  /// Where the text of an entry comes from.
  public enum TextFrom {
    /// From the feed if it carries the whole text, else from the page.
    AUTO,
    PAGE,
    FEED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it is asked at all.
  public enum Activity {
    FOLLOWED,
    PAUSED
  }

  public SourceSettings {
    skip = List.copyOf(skip);
  }

  public SourceSettings with(Activity other) {
    return new SourceSettings(every, textFrom, skip, permission, other);
  }

  public SourceSettings every(@Nullable Duration other) {
    return new SourceSettings(other, textFrom, skip, permission, activity);
  }

  public boolean isPaused() {
    return activity == Activity.PAUSED;
  }

  /// Whether an entry is one of those that are not wanted.
  public boolean skips(String title, String address) {
    String text = (title + "\n" + address).toLowerCase(Locale.ROOT);
    return skip.stream().anyMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
  }
}
