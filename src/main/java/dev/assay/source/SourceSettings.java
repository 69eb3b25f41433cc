package dev.assay.source;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What its owner says of a source. Each of these has a name, by which every face sets it: see
/// [SourceOption].
///
/// @param every how often it is asked; null: as it publishes
/// @param skip words of titles and addresses that are not wanted, in any case
/// @param permission who allowed what robots.txt does not, and when; empty: robots.txt binds
/// @param language that its articles are in (BCP 47); empty: as each says
/// @param userAgent who asks; empty: as for all
/// @param proxy through which it is asked, by a name of the settings; empty: none
/// @param backfill of a watched page: how many of the links that stand there at first are taken in
public record SourceSettings(
    @Nullable Duration every,
    TextFrom textFrom,
    List<String> skip,
    String permission,
    Activity activity,
    String language,
    String userAgent,
    String proxy,
    Certificates certificates,
    ReservedFor reservedFor,
    int backfill) {

  public static final SourceSettings DEFAULTS =
      new SourceSettings(
          null,
          TextFrom.AUTO,
          List.of(),
          "",
          Activity.FOLLOWED,
          "",
          "",
          "",
          Certificates.CHECKED,
          ReservedFor.HERE,
          0);

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

  /// Whether it is asked at all, and whether what comes is news.
  public enum Activity {
    FOLLOWED,
    PAUSED,
    /// It is asked, and what comes can be found, but it does not stand among what is new.
    MUTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether a site must prove who it is.
  public enum Certificates {
    CHECKED,
    /// Its owner says that it cannot.
    ANY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which language models may read texts that the site reserves.
  public enum ReservedFor {
    /// Those of this machine.
    HERE,
    /// All: the site allowed it to the owner.
    ANY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SourceSettings {
    skip = List.copyOf(skip);
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
