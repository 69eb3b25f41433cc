package dev.assay.source;

import dev.assay.article.CanonicalAddress;
import dev.assay.source.SourceSettings.Activity;
import dev.assay.source.SourceSettings.Certificates;
import dev.assay.source.SourceSettings.ReservedFor;
import dev.assay.source.SourceSettings.TextFrom;
import java.time.Duration;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What its owner can set of a source, each with the name and the form of value that command line,
/// pages, API and OPML share.
@SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
public enum SourceOption {
  /// What it is called.
  TITLE("title", Source::title, (draft, value) -> draft.title = line(value)),
  /// Where it is asked. The old address still leads to it.
  ADDRESS("address", Source::address, (draft, value) -> draft.address = moved(draft, value)),
  /// Where it is filed, parts apart by `/`.
  FOLDER("folder", Source::folder, (draft, value) -> draft.folder = line(value)),
  /// How often it is asked: `30m`, `2h`, `1d`; `auto`: as it publishes.
  EVERY(
      "every",
      source -> span(source.settings().every()),
      (draft, value) -> draft.every = every(value)),
  /// Where the text comes from: `auto`, `page`, `feed`.
  TEXT(
      "text",
      source -> source.settings().textFrom().word(),
      (draft, value) -> draft.textFrom = word(TextFrom.class, value, "auto, page or feed")),
  /// Words of titles and addresses that are not wanted, apart by `|`.
  SKIP(
      "skip",
      source -> String.join("|", source.settings().skip()),
      (draft, value) -> draft.skip = words(value)),
  /// The language of its articles, such as `zh-Hans`; empty: as each says.
  LANGUAGE(
      "language",
      source -> source.settings().language(),
      (draft, value) -> draft.language = language(value)),
  /// CSS of the links of a watched page that count; empty: Assay finds out.
  SELECT(
      "select",
      source -> source.kind() instanceof SourceKind.OfPage(String select) ? select : "",
      (draft, value) -> draft.kind = select(draft.kind, value)),
  /// How many of the links that stand on a watched page at first are taken in.
  BACKFILL(
      "backfill",
      source -> Integer.toString(source.settings().backfill()),
      (draft, value) -> draft.backfill = count(value)),
  /// `followed`, `muted` or `paused`.
  ACTIVITY(
      "activity",
      source -> source.settings().activity().word(),
      (draft, value) -> draft.activity = word(Activity.class, value, "followed, muted or paused")),
  /// Who allowed what the site's robots.txt does not; empty: robots.txt binds.
  PERMISSION(
      "permission",
      source -> source.settings().permission(),
      (draft, value) -> draft.permission = line(value)),
  /// Which models may read texts that the site reserves: `here`, those of this machine, or `any`.
  RESERVED(
      "reserved-texts",
      source -> source.settings().reservedFor().word(),
      (draft, value) -> draft.reservedFor = word(ReservedFor.class, value, "here or any")),
  /// Who asks, in the place of Assay's own `User-Agent`; empty: Assay.
  USER_AGENT(
      "user-agent",
      source -> source.settings().userAgent(),
      (draft, value) -> draft.userAgent = ascii(value)),
  /// The proxy of `sources.properties` that it is asked through; empty: none.
  PROXY("proxy", source -> source.settings().proxy(), (draft, value) -> draft.proxy = ascii(value)),
  /// `checked`, or `any` for a site that cannot prove who it is.
  CERTIFICATES(
      "certificates",
      source -> source.settings().certificates().word(),
      (draft, value) -> draft.certificates = word(Certificates.class, value, "checked or any"));

  /// A person's own word may ask more often than the schedule does, but not more often than this.
  private static final Duration LEAST = Duration.ofMinutes(5);

  private static final int LONGEST = 1_000;
  private static final Pattern SPAN = Pattern.compile("(\\d{1,5})\\s*(m|min|h|d)?");

  private final String word;
  private final Function<Source, String> reading;
  private final BiConsumer<Draft, String> setting;

  SourceOption(String word, Function<Source, String> reading, BiConsumer<Draft, String> setting) {
    this.word = word;
    this.reading = reading;
    this.setting = setting;
  }

  /// The name by which every face sets it.
  public String word() {
    return word;
  }

  /// The names of all, for a person.
  public static String words() {
    return Arrays.stream(values()).map(SourceOption::word).collect(Collectors.joining(", "));
  }

  public static Optional<SourceOption> of(String word) {
    return Arrays.stream(values()).filter(option -> option.word.equals(word)).findFirst();
  }

  /// Whether a list of feeds carries it: not what a stranger's list must not decide, nor what only
  /// this machine has.
  boolean travels() {
    return switch (this) {
      case EVERY, TEXT, SKIP, LANGUAGE, SELECT, ACTIVITY, USER_AGENT -> true;
      case TITLE, ADDRESS, FOLDER, BACKFILL, PERMISSION, RESERVED, PROXY, CERTIFICATES -> false;
    };
  }

  /// As it is set, in the form in which it can be set.
  public String of(Source source) {
    return reading.apply(source);
  }

  /// The source with this set.
  ///
  /// @throws IllegalArgumentException if it cannot be that, with a message for a person
  public Source set(Source source, String value) {
    Draft draft = new Draft(source);
    try {
      setting.accept(draft, value.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s must be %s, got %s".formatted(word, e.getMessage(), line(value)), e);
    }
    return draft.made();
  }

  private static String moved(Draft draft, String value) {
    if (value.equals(draft.address)) {
      return value;
    }
    if (!draft.kind.isOnTheWeb()) {
      throw new IllegalArgumentException("as it is but for what is asked on the web");
    }
    return CanonicalAddress.of(value)
        .orElseThrow(() -> new IllegalArgumentException("one that begins with http:// or https://"))
        .toString();
  }

  private static @Nullable Duration every(String value) {
    if (value.isEmpty() || value.equals("auto") || value.equals("0")) {
      return null;
    }
    Matcher span = SPAN.matcher(value);
    if (!span.matches()) {
      throw new IllegalArgumentException("a time such as 30m, 2h or 1d, or auto");
    }
    long count = Long.parseLong(span.group(1));
    Duration every =
        switch (String.valueOf(span.group(2))) {
          case "h" -> Duration.ofHours(count);
          case "d" -> Duration.ofDays(count);
          default -> Duration.ofMinutes(count);
        };
    if (every.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("5m or more");
    }
    return every;
  }

  private static String span(@Nullable Duration every) {
    return every == null
        ? "auto"
        : every.toMinutes() % 60 == 0 ? every.toHours() + "h" : every.toMinutes() + "m";
  }

  private static SourceKind select(SourceKind kind, String value) {
    if (!(kind instanceof SourceKind.OfPage)) {
      if (value.isEmpty()) {
        return kind;
      }
      throw new IllegalArgumentException("empty but for a watched page");
    }
    if (!LinkSet.isSelector(value)) {
      throw new IllegalArgumentException("CSS such as main h2 a");
    }
    return new SourceKind.OfPage(value);
  }

  private static int count(String value) {
    if (!value.matches("\\d{1,4}")) {
      throw new IllegalArgumentException("a number from 0 to 9999");
    }
    return Integer.parseInt(value);
  }

  private static <E extends Enum<E>> E word(Class<E> type, String value, String known) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(known));
  }

  private static List<String> words(String value) {
    return Arrays.stream(line(value).split("\\|"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String language(String value) {
    if (value.isEmpty()) {
      return "";
    }
    try {
      return new Locale.Builder().setLanguageTag(value).build().toLanguageTag().replace("und", "");
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException("a tag such as en, zh-Hans or zh-Hant", e);
    }
  }

  private static String ascii(String value) {
    if (!value.chars().allMatch(c -> c >= ' ' && c < 127) || value.length() > LONGEST) {
      throw new IllegalArgumentException("plain ASCII");
    }
    return value;
  }

  private static String line(String value) {
    String line = value.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  /// A source of which something is being set.
  private static final class Draft {
    private final Source from;
    private SourceKind kind;
    private String address;
    private String title;
    private String folder;
    private @Nullable Duration every;
    private TextFrom textFrom;
    private List<String> skip;
    private String permission;
    private Activity activity;
    private String language;
    private String userAgent;
    private String proxy;
    private Certificates certificates;
    private ReservedFor reservedFor;
    private int backfill;

    Draft(Source from) {
      SourceSettings settings = from.settings();
      this.from = from;
      this.kind = from.kind();
      this.address = from.address();
      this.title = from.title();
      this.folder = from.folder();
      this.every = settings.every();
      this.textFrom = settings.textFrom();
      this.skip = settings.skip();
      this.permission = settings.permission();
      this.activity = settings.activity();
      this.language = settings.language();
      this.userAgent = settings.userAgent();
      this.proxy = settings.proxy();
      this.certificates = settings.certificates();
      this.reservedFor = settings.reservedFor();
      this.backfill = settings.backfill();
    }

    Source made() {
      return new Source(
          from.id(),
          kind,
          address,
          title,
          from.site(),
          from.description(),
          folder,
          new SourceSettings(
              every,
              textFrom,
              skip,
              permission,
              activity,
              language,
              userAgent,
              proxy,
              certificates,
              reservedFor,
              backfill),
          from.addedAt(),
          from.addedBy());
    }
  }
}
