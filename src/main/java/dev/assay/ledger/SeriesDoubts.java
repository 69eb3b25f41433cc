package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.number.HanNumerals;
import dev.assay.analyze.quantity.Clause;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeReader;
import dev.assay.ledger.Series.Why;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What leaves open for what time, or of what, a figure is, so that it would bend the line of a
/// series. `lexicon/ledger/series-doubts.tsv`. Immutable; safe for use by many threads.
final class SeriesDoubts {

  /// What a word does to a figure.
  enum Kind {
    EARLIER,
    SUM,
    SINCE,
    EACH,
    PART,
    MOVED,
    LAPSED,
    MONEY,
    SAID,
    PAST,
    DEAL
  }

  /// What a place does not have: it is a company's whose name begins with that of the place.
  private static final Set<Property> OF_COMPANIES =
      Set.of(Property.PRICE, Property.REVENUE, Property.PROFIT);

  /// What follows the beginning of a listed company's name: 南屏 of 南屏矿业-R(80991.HK).
  private static final Pattern REST_OF_LISTED_NAME =
      Pattern.compile("[^\\s,，。;；、:：()（）]{1,10}[(（]\\d{5,6}(\\.[A-Za-z]{2})?[)）]");

  /// Several words that each begin with a capital.
  private static final Pattern NAME_OF_WORDS =
      Pattern.compile("(?!The )\\p{Lu}[\\p{L}\\d.&'’-]*+(?: \\p{Lu}[\\p{L}\\d.&'’-]*+)++");

  private final TimeReader times;
  private final Set<String> places = new HashSet<>();
  private final Map<Kind, List<String>> words = new EnumMap<>(Kind.class);

  SeriesDoubts(Lexicon lexicon) {
    this.times = new TimeReader(lexicon, new HanNumerals(lexicon));
    for (LexiconFile.Row row : lexicon.table("ledger/series-doubts.tsv").rows()) {
      Kind kind = Kind.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
      words.computeIfAbsent(kind, _ -> new ArrayList<>()).add(row.cell(1));
    }
    for (LexiconFile.Row row : lexicon.table("claim-things.tsv").rows()) {
      if (row.cell(0).equals("place")) {
        places.addAll(List.of(row.cell(1).split(" ")));
      }
    }
  }

  /// Why a figure is left out of a series; empty if nothing is doubtful.
  ///
  /// @param hasStatus whether it was read that it is planned, suspended, or the like
  Optional<Why> of(Evidence evidence, Period period, Pace pace, boolean hasStatus) {
    Clause clause = evidence.clause();
    Property property = evidence.claim().property();
    boolean sure =
        isOfItsThing(evidence)
            && (evidence.claim().speaker() != null || !has(Kind.SAID, clause))
            && !has(Kind.EACH, clause)
            && !has(Kind.PART, clause)
            && (property == Property.CHANGE || !has(Kind.MOVED, clause))
            && (property != Property.SHARE || !has(Kind.MONEY, clause))
            && (property != Property.PRICE || !has(Kind.DEAL, clause))
            && (hasStatus || !has(Kind.LAPSED, clause));
    if (!sure) {
      return Optional.of(Why.UNSURE);
    }
    return isTimed(evidence, clause, period, pace) ? Optional.empty() : Optional.of(Why.UNTIMED);
  }

  /// Whether a figure is of the thing that was read, and not of one whose longer name begins or
  /// ends so, and not of what is counted itself.
  private boolean isOfItsThing(Evidence evidence) {
    Claim claim = evidence.claim();
    Thing thing = claim.entity();
    boolean shared = claim.property() == Property.SHARE || claim.property() == Property.RANK;
    return !(OF_COMPANIES.contains(claim.property()) && places.contains(thing.kind()))
        && !(shared && thing.id() == null && isMaterial(claim))
        && !isPartOfListedName(thing.words(), evidence.quote());
  }

  /// Whether what has a share is called by a material of which it is one: "the world's chips" have
  /// no share of chips, but Carrow Lithium may have one of lithium.
  private static boolean isMaterial(Claim claim) {
    String words = new String(Folding.fold(claim.entity().words()));
    return !NAME_OF_WORDS.matcher(claim.entity().words()).matches()
        && claim.of().stream()
            .filter(part -> part.facet() == Facet.MATERIAL)
            .map(part -> new String(Folding.fold(part.words())))
            .anyMatch(material -> words.startsWith(material) || words.endsWith(material));
  }

  private static boolean isPartOfListedName(String name, String quote) {
    int at = name.isEmpty() ? -1 : quote.indexOf(name);
    while (at >= 0) {
      Matcher rest = REST_OF_LISTED_NAME.matcher(quote).region(at + name.length(), quote.length());
      if (rest.lookingAt()) {
        return true;
      }
      at = quote.indexOf(name, at + 1);
    }
    return false;
  }

  private boolean isTimed(Evidence evidence, Clause clause, Period period, Pace pace) {
    return switch (pace.kind()) {
      case FLOW -> period.stated() && !isSince(evidence) && !has(Kind.SUM, clause);
      case SLOW -> !isSince(evidence) && isOfItsTime(evidence, clause, period);
      case LEVEL, EVENT, DAY -> isOfItsTime(evidence, clause, period);
    };
  }

  private boolean isOfItsTime(Evidence evidence, Clause clause, Period period) {
    return period.stated()
        ? !has(Kind.EARLIER, clause)
        : !has(Kind.PAST, clause) && !tellsOfThePast(clause, evidence.day());
  }

  /// Whether a word of the kind stands where it tells something of the figure.
  boolean has(Kind kind, Clause clause) {
    return words.getOrDefault(kind, List.of()).stream()
        .anyMatch(
            word ->
                switch (kind) {
                  case EARLIER, SUM -> stands(word, clause.before());
                  case LAPSED, MONEY, PART, DEAL -> isIn(word, clause);
                  case EACH -> isIn(word, clause) || isRightBehind(word, clause);
                  case PAST -> stands(word, clause.earlier() + clause.before());
                  case SAID -> isIn(word, clause) || isBeyond(word, clause);
                  case MOVED, SINCE -> endsWith(word, clause.before());
                });
  }

  private static boolean isIn(String word, Clause clause) {
    return stands(word, clause.before()) || stands(word, clause.after());
  }

  private static boolean isBeyond(String word, Clause clause) {
    return stands(word, clause.earlier()) || stands(word, clause.later());
  }

  private static boolean isRightBehind(String word, Clause clause) {
    return clause.later().replaceFirst("^\\P{L}+", "").startsWith(word);
  }

  private static boolean stands(String word, String text) {
    int at = text.indexOf(word);
    while (at >= 0 && !Clause.standsAt(text, at, word)) {
      at = text.indexOf(word, at + 1);
    }
    return at >= 0;
  }

  private static boolean endsWith(String word, String text) {
    String before = text.stripTrailing();
    return before.endsWith(word) && Clause.standsAt(before, before.length() - word.length(), word);
  }

  /// Whether the time of a figure is one since which something is so. What follows the time at once
  /// is of it: "from 90 % in 2010", 从2010年的90%.
  private boolean isSince(Evidence evidence) {
    Claim claim = evidence.claim();
    TimeExpression time = claim.time();
    if (time == null) {
      return false;
    }
    int start = time.span().start() - claim.sentence().start();
    String sentence = new String(Folding.fold(evidence.quote()));
    boolean within = start > 0 && start < sentence.length();
    return within
        && !isRightBefore(time, claim)
        && has(Kind.SINCE, new Clause("", sentence.substring(0, start), "", ""));
  }

  /// Whether a figure follows its time at once: 较3月的201.3万.
  private static boolean isRightBefore(TimeExpression time, Claim claim) {
    int end = time.span().end();
    return claim.value().span().start() - end <= 1 && claim.value().span().start() >= end;
  }

  /// Whether a figure for which no time was read stands behind one that is over: it may be of that
  /// one, or of the day of publication.
  private boolean tellsOfThePast(Clause clause, @Nullable LocalDate published) {
    String text = clause.earlier() + clause.before();
    return published != null
        && times.read(new FoldedText(text), published).stream()
            .map(TimeExpression::last)
            .anyMatch(last -> last != null && last.isBefore(published));
  }
}
