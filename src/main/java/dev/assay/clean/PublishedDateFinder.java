package dev.assay.clean;

import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.clean.date.DateText;
import dev.assay.clean.date.Zones;
import dev.assay.lexicon.Lexicon;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// When a page was published, by the most trustworthy sign that it shows.
///
/// In order: structured data, the meta elements that name a publication, microdata, `time` elements
/// and elements whose class names a date, the address, dates in the text near the title, then dates
/// of change. A time later than `fetchedAt` is not believed, nor one before 1990. What the page
/// states is STATED; what was found in its address or its running text is GUESSED, and the evidence
/// tells.
final class PublishedDateFinder {

  private static final List<String> PUBLISHED_META = metas("published");

  /// Names that say a date and not which.
  private static final List<String> DATE_META = metas("date");

  private static final List<String> MODIFIED_META = metas("modified");

  /// Unix times are seconds from 1990 to 2100, or the same in milliseconds.
  private static final long UNIX_FIRST = 631_152_000L;

  private static final long UNIX_LAST = 4_102_444_800L;

  /// A clock may be a little ahead of ours.
  private static final long TOLERATED_SECONDS = 36 * 3600L;

  /// Offsets reach from -12 to +14; the last two hours are islands.
  private static final int WIDEST_ZONE = 12;

  private final Signals signals;
  private final StructuredData data;
  private final String host;
  private final Language language;
  private final Instant now;
  private final boolean monthFirst;

  private final @Nullable LocalDate addressDay;

  /// The day in the page's address, else the one it shows near its title.
  private @Nullable LocalDate ownDay;

  private Supplier<@Nullable LocalDate> shown = () -> null;

  private static List<String> metas(String kind) {
    return Lexicon.shipped().table("dates/metas.tsv").rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .map(row -> row.cell(1))
        .toList();
  }

  PublishedDateFinder(
      Signals signals, StructuredData data, @Nullable URI address, Language language, Instant now) {
    this.signals = signals;
    this.data = data;
    this.host =
        address == null || address.getHost() == null
            ? ""
            : address.getHost().toLowerCase(Locale.ROOT);
    this.language = language;
    this.now = now;
    this.monthFirst = DateText.isMonthFirst(language, host);
    this.addressDay = addressDay(address);
    this.ownDay = addressDay;
  }

  /// When the page was first published, if it tells.
  Optional<PublicationTime> published(@Nullable URI address, List<Block> blocks, int titleBlock) {
    if (ownDay == null) {
      shown = () -> shownDay(blocks, titleBlock);
    }
    List<Supplier<Optional<PublicationTime>>> signs =
        List.of(
            () -> stated(data.published(), "json-ld datePublished"),
            () -> fromMeta(PUBLISHED_META),
            () -> earlierShown(blocks, titleBlock),
            () -> fromMeta(DATE_META),
            () -> fromTimes("itemprop datePublished", ClassWords.DATE, titleBlock, ANYWHERE),
            () -> fromAddress(address, false),
            () -> fromTimes("time", ClassWords.DATE, titleBlock, ANYWHERE),
            () -> fromTimes("", ClassWords.DATE, titleBlock, NEAR),
            () -> inBlocks(blocks.subList(titleBlock, nearEnd(blocks, titleBlock))),
            () -> stated(data.uploaded(), "json-ld uploadDate"),
            () -> fromTimes("", ClassWords.DATE, titleBlock, ANYWHERE),
            () -> fromText(blocks, titleBlock),
            () -> fromTimes("", ClassWords.UPDATED, titleBlock, ANYWHERE),
            this::changed,
            () -> fromAddress(address, true),
            () -> fromAnyText(blocks),
            this::fromDescription);
    return firstOfDay(signs);
  }

  /// The first sign that tells the day; where none does, the first that tells the month.
  private static Optional<PublicationTime> firstOfDay(
      List<Supplier<Optional<PublicationTime>>> signs) {
    PublicationTime month = null;
    for (Supplier<Optional<PublicationTime>> sign : signs) {
      Optional<PublicationTime> found = sign.get();
      if (found.isPresent() && found.get().precision() != Precision.MONTH) {
        return found;
      }
      month = month == null ? found.orElse(null) : month;
    }
    return Optional.ofNullable(month);
  }

  /// When the page says it was last changed, to machines or near its title.
  Optional<PublicationTime> updated(int titleBlock) {
    return changed().or(() -> fromTimes("", ClassWords.UPDATED, titleBlock, NEAR));
  }

  private Optional<PublicationTime> changed() {
    return stated(data.modified(), "json-ld dateModified").or(() -> fromMeta(MODIFIED_META));
  }

  private Optional<PublicationTime> fromMeta(List<String> names) {
    for (String name : names) {
      Optional<PublicationTime> time = stated(signals.meta(name), "meta " + name);
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  /// A value that the page's maker meant as a date.
  Optional<PublicationTime> stated(@Nullable String value, String evidence) {
    if (value == null || value.isBlank() || value.length() > 200) {
      return Optional.empty();
    }
    return unix(value.strip(), evidence)
        .or(
            () ->
                DateText.first(value, monthFirst, localNow())
                    .flatMap(found -> time(found, Certainty.STATED, evidence)));
  }

  private Optional<PublicationTime> unix(String value, String evidence) {
    if (value.length() != 10 && value.length() != 13
        || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    long seconds = Long.parseLong(value) / (value.length() == 13 ? 1000 : 1);
    if (seconds < UNIX_FIRST || seconds > UNIX_LAST) {
      return Optional.empty();
    }
    ZoneOffset zone = ofReaders(Instant.ofEpochSecond(seconds));
    return believable(
        new PublicationTime(
            Instant.ofEpochSecond(seconds),
            Precision.SECOND,
            zone,
            false,
            Certainty.STATED,
            evidence));
  }

  private static final int ANYWHERE = Integer.MAX_VALUE;

  /// The mark nearest to the title, and nearer than `most` blocks.
  private Optional<PublicationTime> fromTimes(String name, int mark, int titleBlock, int most) {
    PublicationTime best = null;
    int bestDistance = most;
    for (Signals.Mark time : signals.times()) {
      boolean named = name.isEmpty() || time.name().equals(name);
      boolean marked =
          name.equals("time")
              ? (time.marks() & ClassWords.UPDATED) == 0
              : (time.marks() & mark) != 0;
      int distance = distance(time.block(), titleBlock);
      if (named && marked && distance < bestDistance) {
        String evidence =
            time.name().startsWith("itemprop") || time.name().equals("time")
                ? time.name()
                : "element with a date class";
        Optional<PublicationTime> found =
            stated(time.value(), evidence).or(() -> stated(time.text(), evidence));
        if (found.isPresent()) {
          best = found.get();
          bestDistance = distance;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// How far a sign stands from the title; what stands before it is further off.
  private static int distance(int block, int titleBlock) {
    return block >= titleBlock ? block - titleBlock : 3 * (titleBlock - block);
  }

  private Optional<PublicationTime> fromAddress(@Nullable URI address, boolean monthToo) {
    if (address == null || address.getRawPath() == null) {
      return Optional.empty();
    }
    String path = address.getRawPath();
    return DateText.findAll(path, false, localNow()).stream()
        .filter(
            found ->
                monthToo
                    ? found.precision() == Precision.MONTH
                    : found.precision() == Precision.DAY)
        .filter(found -> !found.relative())
        .findFirst()
        .flatMap(
            found ->
                time(
                    found,
                    Certainty.GUESSED,
                    "address " + path.substring(found.start(), found.end())));
  }

  private @Nullable LocalDate addressDay(@Nullable URI address) {
    if (address == null || address.getRawPath() == null) {
      return null;
    }
    return DateText.findAll(address.getRawPath(), false, localNow()).stream()
        .filter(found -> found.precision() == Precision.DAY && !found.relative())
        .map(found -> found.time().toLocalDate())
        .findFirst()
        .orElse(null);
  }

  /// The day that a reader sees near the title, in an element made for it or in the text.
  private @Nullable LocalDate shownDay(List<Block> blocks, int titleBlock) {
    List<String> shown = new ArrayList<>();
    for (Signals.Mark time : signals.times()) {
      int after = time.block() - titleBlock;
      if (after >= 0 && after <= NEAR && (time.marks() & ClassWords.UPDATED) == 0) {
        shown.add(time.text());
      }
    }
    blocks.subList(titleBlock, Math.min(blocks.size(), titleBlock + NEAR)).stream()
        .map(Block::text)
        .filter(text -> text.length() <= SHORT)
        .forEach(shown::add);
    return shown.stream()
        .flatMap(text -> DateText.first(text, monthFirst, localNow()).stream())
        .filter(found -> found.precision() != Precision.MONTH && !found.relative())
        .map(found -> found.time().toLocalDate())
        .findFirst()
        .orElse(null);
  }

  private static final int NEAR = 12;
  private static final int SHORT = 160;
  private static final int LONGEST_DESCRIPTION = 400;

  /// A link of fewer characters that holds a date is a date.
  private static final int DATE_ALONE = 32;

  private static int nearEnd(List<Block> blocks, int titleBlock) {
    return Math.min(blocks.size(), titleBlock + NEAR);
  }

  private Optional<PublicationTime> inBlocks(List<Block> blocks) {
    return blocks.stream().flatMap(block -> inText(block).stream()).findFirst();
  }

  /// The date that a reader sees near the title, where it is some days before the one that a meta
  /// element of a general name gives: that is often of the last change.
  private Optional<PublicationTime> earlierShown(List<Block> blocks, int titleBlock) {
    return fromMeta(DATE_META)
        .flatMap(
            meta ->
                fromTimes("", ClassWords.DATE, titleBlock, NEAR)
                    .or(() -> inBlocks(blocks.subList(titleBlock, nearEnd(blocks, titleBlock))))
                    .filter(shown -> isSomeDaysBefore(shown, meta)));
  }

  private static boolean isSomeDaysBefore(PublicationTime one, PublicationTime other) {
    long days =
        one.instant()
            .atOffset(one.zone())
            .toLocalDate()
            .until(other.instant().atOffset(other.zone()).toLocalDate(), ChronoUnit.DAYS);
    return days > 0 && days <= SOME_DAYS && one.precision() != Precision.MONTH;
  }

  private static final int SOME_DAYS = 30;

  private Optional<PublicationTime> fromText(List<Block> blocks, int titleBlock) {
    int end = nearEnd(blocks, titleBlock);
    for (int i = Math.max(0, titleBlock - 4); i < titleBlock; i++) {
      Optional<PublicationTime> found = inText(blocks.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    for (int i = end; i < blocks.size(); i++) {
      if (blocks.get(i).text().length() < SHORT / 2) {
        Optional<PublicationTime> found = inText(blocks.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /// The first date in short texts such as a file's first lines.
  Optional<PublicationTime> inTexts(List<String> texts) {
    return texts.stream().flatMap(text -> inText(text).stream()).findFirst();
  }

  private Optional<PublicationTime> inText(Block block) {
    boolean link = block.linkShare() > 0.8;
    if (link && block.text().length() > DATE_ALONE) {
      return Optional.empty();
    }
    return inText(block.text()).filter(time -> !link || !isDayWord(time));
  }

  /// Whether a time was read from a word such as "today", which as a link leads to a list.
  private static boolean isDayWord(PublicationTime time) {
    return time.evidence().chars().noneMatch(Character::isDigit);
  }

  /// A date that stands at the very start of a longer text, or else anywhere in one.
  private Optional<PublicationTime> fromAnyText(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.linkShare() < 0.5 && block.text().length() > SHORT)
        .flatMap(block -> dateIn(block.text()).stream())
        .findFirst();
  }

  private Optional<PublicationTime> fromDescription() {
    String description = signals.meta("og:description", "description");
    return description == null || description.length() > LONGEST_DESCRIPTION
        ? Optional.empty()
        : dateIn(description);
  }

  private Optional<PublicationTime> inText(String text) {
    return text.length() > SHORT ? atStart(text) : dateIn(text);
  }

  private Optional<PublicationTime> atStart(String text) {
    return DateText.first(text.substring(0, SHORT), monthFirst, localNow())
        .filter(found -> found.start() <= 1)
        .flatMap(found -> dateIn(text.substring(0, found.end())));
  }

  /// The first date in a document's opening lines, as stated by its writer.
  Optional<PublicationTime> statedIn(List<String> opening) {
    return opening.stream()
        .filter(text -> text.length() <= SHORT)
        .flatMap(text -> dateIn(text, Certainty.STATED).stream())
        .findFirst();
  }

  /// A date that only a program noted.
  Optional<PublicationTime> guessed(@Nullable String value, String evidence) {
    return value == null
        ? Optional.empty()
        : DateText.first(value, monthFirst, localNow())
            .flatMap(found -> time(found, Certainty.GUESSED, evidence));
  }

  private Optional<PublicationTime> dateIn(String text) {
    return dateIn(text, Certainty.GUESSED);
  }

  private Optional<PublicationTime> dateIn(String text, Certainty certainty) {
    return DateText.first(text, monthFirst, localNow())
        .filter(found -> found.precision() != Precision.MONTH)
        .flatMap(
            found -> time(found, certainty, "text " + text.substring(found.start(), found.end())));
  }

  private Optional<PublicationTime> time(
      DateText.Found found, Certainty certainty, String evidence) {
    LocalDateTime local = found.time();
    ZoneOffset inferred = Zones.inferred(host, language, local);
    if (found.relative()) {
      Instant instant =
          local.toInstant(found.zone() == null ? inferred : Zones.written(found.zone(), local));
      Instant shown = found.precision() == Precision.DAY ? startOfDay(instant, inferred) : instant;
      return believable(
          new PublicationTime(
              shown, found.precision(), inferred, false, Certainty.GUESSED, evidence));
    }
    if (found.zone() == null) {
      Instant instant = local.toInstant(inferred);
      return believable(
          new PublicationTime(instant, found.precision(), inferred, false, certainty, evidence));
    }
    ZoneOffset written = Zones.written(found.zone(), local);
    Instant instant = local.toInstant(written);
    ZoneOffset readers = written.equals(ZoneOffset.UTC) ? ofReaders(instant) : written;
    boolean known = readers.equals(written);
    return believable(
        new PublicationTime(instant, found.precision(), readers, known, certainty, evidence));
  }

  /// The zone of the site's readers; where the day in it is not the day in the page's address, the
  /// zone nearest to it in which it is. The day that a page shows is believed only where it is the
  /// day before, as in America: a later one may be that of another article.
  private ZoneOffset ofReaders(Instant instant) {
    ZoneOffset likely = Zones.ofReaders(host, language, instant);
    LocalDate day = instant.atOffset(likely).toLocalDate();
    if (ownDay == null) {
      ownDay = shown.get();
      shown = () -> null;
    }
    if (ownDay != null && addressDay == null && !ownDay.isBefore(day)) {
      return likely;
    }
    if (ownDay == null || day.equals(ownDay) || Math.abs(day.until(ownDay, ChronoUnit.DAYS)) > 1) {
      return likely;
    }
    for (int hours = 1; hours <= WIDEST_ZONE; hours++) {
      for (int sign : new int[] {-1, 1}) {
        int seconds = likely.getTotalSeconds() + sign * hours * 3600;
        if (Math.abs(seconds) <= WIDEST_ZONE * 3600) {
          ZoneOffset zone = ZoneOffset.ofTotalSeconds(seconds);
          if (instant.atOffset(zone).toLocalDate().equals(ownDay)) {
            return zone;
          }
        }
      }
    }
    return likely;
  }

  private static Instant startOfDay(Instant instant, ZoneOffset zone) {
    return instant.atOffset(zone).toLocalDate().atStartOfDay().toInstant(zone);
  }

  /// The time, unless it lies in the future; a little ahead is taken as now.
  private Optional<PublicationTime> believable(PublicationTime time) {
    try {
      if (!time.instant().isAfter(now)) {
        return Optional.of(time);
      }
      return time.instant().isAfter(now.plusSeconds(TOLERATED_SECONDS))
          ? Optional.empty()
          : Optional.of(atNow(time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private PublicationTime atNow(PublicationTime time) {
    Instant instant = time.precision() == Precision.DAY ? startOfDay(now, time.zone()) : now;
    return new PublicationTime(
        instant,
        time.precision(),
        time.zone(),
        time.zoneKnown(),
        time.certainty(),
        time.evidence());
  }

  private LocalDateTime localNow() {
    LocalDateTime utc = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    return LocalDateTime.ofInstant(now, Zones.inferred(host, language, utc));
  }
}
