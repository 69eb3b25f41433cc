package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.ClaimText;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Language;
import dev.assay.lexicon.AmountText;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.PhraseTable;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in Chinese or English what the ledger found. The words stand in `lexicon/ledger/words.tsv`,
/// those for claims in [ClaimText]. Immutable; safe for use by many threads.
public final class Wording {

  private final ClaimText claims;
  private final PhraseTable phrases;
  private final AmountText amounts;

  private final ScopeTable scopes;

  private Wording(ClaimText claims, PhraseTable phrases, AmountText amounts, ScopeTable scopes) {
    this.scopes = scopes;
    this.claims = claims;
    this.phrases = phrases;
    this.amounts = amounts;
  }

  /// The wording for readers of `language`: Chinese, or else English.
  public static Wording of(Names names, Language language) {
    return new Wording(
        new ClaimText(names, language),
        PhraseTable.of(names.lexicon().table("ledger/words.tsv"), language),
        new AmountText(language),
        ScopeTable.of(names.lexicon()));
  }

  /// What the entry is about: `China, share of rare earth refining`. Of each facet what most rows
  /// state.
  public String title(LedgerEntry entry) {
    return title(entry, entry.rows(), 1);
  }

  /// What some rows of an entry are about: of each facet what most of them state, if half of them
  /// state anything of it.
  public String title(LedgerEntry entry, List<Row> rows) {
    return title(entry, rows, (rows.size() + 1) / 2);
  }

  private String title(LedgerEntry entry, List<Row> rows, int least) {
    Claim first = rows.getFirst().evidence().claim();
    return title(
        new Claim(
            entry.entity(),
            entry.property(),
            commonScope(rows, least),
            null,
            first.value(),
            first.paragraph(),
            first.sentence(),
            null,
            first.stance()));
  }

  /// What a claim is about, without its time: `China, share of rare earth refining`. Words of a
  /// source that the reader does not read are left out where a material, a step or a measure that
  /// the lexicon knows says what the figure is of.
  public String title(Claim claim) {
    boolean known =
        claim.of().stream().anyMatch(part -> part.id() != null && part.facet().saysOfWhat());
    List<Claim.Part> parts =
        claim.of().stream()
            .filter(part -> !known || part.id() != null || isRead(part.words()))
            .toList();
    return thing(claim.entity()) + say("list.comma") + measure(claim.of(parts));
  }

  private boolean isRead(String words) {
    return !claims.isForeign(words) || words.startsWith(Scope.OUTSIDE);
  }

  /// Without its figure a rise of 5 % reads like 5 % of the thing. Against what it is stands last.
  private String measure(Claim claim) {
    if (claim.property() != Property.CHANGE) {
      return claims.measure(claim);
    }
    Map<Boolean, List<Claim.Part>> parts =
        claim.of().stream().collect(Collectors.partitioningBy(scopes::isBase));
    String changed = claims.measure(claim.of(parts.getOrDefault(false, List.of())));
    String measure =
        changed.equals(property(Property.CHANGE)) ? changed : say("title.change", changed);
    return parts.getOrDefault(true, List.of()).stream()
        .map(this::part)
        .reduce(measure, (told, base) -> told + say("list.comma") + base);
  }

  /// What the source's own words say, more than half of the rows must.
  ///
  /// @param least rows that state anything of a facet
  private List<Claim.Part> commonScope(List<Row> rows, int least) {
    List<Claim.Part> common = new ArrayList<>();
    for (Claim.Facet facet : Claim.Facet.values()) {
      Map<String, Integer> counts = new TreeMap<>();
      Map<String, List<Claim.Part>> stated = new HashMap<>();
      for (Row row : rows) {
        List<Claim.Part> parts =
            row.evidence().claim().of().stream()
                .filter(part -> part.facet() == facet)
                .filter(part -> !scopes.isEmpty(part) && !scopes.isEarlier(part))
                .filter(part -> !scopes.isMinedForm(part) && !scopes.isDealtOut(part))
                .toList();
        if (!parts.isEmpty()) {
          String key = parts.stream().map(Keys::of).sorted().toList().toString();
          counts.merge(key, 1, Integer::sum);
          stated.putIfAbsent(key, parts);
        }
      }
      int needed = facet == Claim.Facet.OTHER ? Math.max(least, rows.size() / 2 + 1) : least;
      counts.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .filter(_ -> counts.values().stream().mapToInt(Integer::intValue).sum() >= needed)
          .ifPresent(most -> common.addAll(stated.getOrDefault(most.getKey(), List.of())));
    }
    return common;
  }

  /// What any of the entry's rows states of its scope that the entry's title does not say.
  public Function<Row, List<Claim.Part>> beyondTitle(LedgerEntry entry) {
    Set<String> said =
        commonScope(entry.rows(), 1).stream()
            .map(part -> part.facet().word() + Keys.of(part))
            .collect(Collectors.toSet());
    return row ->
        row.evidence().claim().of().stream()
            .filter(part -> !said.contains(part.facet().word() + Keys.of(part)))
            .toList();
  }

  /// The figure of a claim: `nearly 90%`, 近90%.
  public String value(Claim claim) {
    return claims.value(claim);
  }

  /// The label of a thing.
  public String thing(Thing thing) {
    return claims.thing(thing);
  }

  public String part(Claim.Part part) {
    return claims.part(part);
  }

  public String property(Property property) {
    return claims.property(property);
  }

  public String verdict(Verdict verdict) {
    return say("verdict." + verdict.word());
  }

  /// A sentence that says why an entry has its verdict.
  public String reason(Reason reason) {
    return switch (reason) {
      case Reason.Apart(Row one, Row other) -> say("reason.apart", written(one), written(other));
      case Reason.Together(int rows) -> say("reason.together", String.valueOf(rows));
      case Reason.NothingToCompare(Mismatch mismatch) -> say("reason.nothing", mismatch(mismatch));
      case Reason.OneFigure() -> say("reason.one-figure");
      case Reason.OneVoice() -> say("reason.one-voice");
      case Reason.NoFigure() -> say("reason.no-figure");
      case Reason.Overruled(Verdict computed, Reason why) ->
          say("reason.overruled", verdict(computed), reason(why));
    };
  }

  /// The source's words, or those of the reader's language where the source's are of the other.
  public String written(Row row) {
    Evidence evidence = row.evidence();
    return written(evidence.claim(), evidence.written(), evidence.language());
  }

  /// The same of a figure that stands so in a text of `language`.
  public String written(Claim claim, String figure, Language language) {
    String written = figure.strip();
    return claims.language().isChinese() != language.isChinese() && claims.isForeign(written)
        ? claims.value(claim)
        : written;
  }

  /// Why two figures are not compared, as a part of a sentence.
  public String mismatch(Mismatch mismatch) {
    return switch (mismatch) {
      case Mismatch.OtherScope(_, List<Claim.Part> mine, List<Claim.Part> theirs) ->
          say("mismatch.scope", parts(mine), parts(theirs));
      case Mismatch.OtherTime(Period mine, Period theirs) ->
          say("mismatch.time", days(mine), days(theirs));
      case Mismatch.OtherCurrency(String mine, String theirs) ->
          say("mismatch.currency", mine, theirs);
      case Mismatch.OtherUnit(String mine, String theirs) -> say("mismatch.unit", mine, theirs);
      case Mismatch.ScopeUnsaid() -> say("mismatch.unsaid");
      case Mismatch.TimeUnsaid() -> say("mismatch.untimed");
      case Mismatch.BaseUnsaid() -> say("mismatch.no-base");
      case Mismatch.PartLeftOut() -> say("mismatch.left-out");
      case Mismatch.LongPast() -> say("mismatch.past");
      case Mismatch.Asked() -> say("mismatch.asked");
      case Mismatch.Rumour() -> say("mismatch.rumour");
      case Mismatch.Undated() -> say("mismatch.undated");
      case Mismatch.OneSentence() -> say("mismatch.one-sentence");
      case Mismatch.Denied(Thing speaker) when speaker != null ->
          say("mismatch.denied-by", thing(speaker));
      case Mismatch.Denied _ -> say("mismatch.denied");
    };
  }

  /// Why two figures that cannot both hold are not called a dispute, as a sentence.
  public String why(Doubt.Why why) {
    return say("doubt." + why.word());
  }

  /// Why a row is shown apart, in a few words; empty if it is compared.
  public Optional<String> apart(RowStanding standing) {
    return switch (standing) {
      case RowStanding.Compared _ -> Optional.empty();
      case RowStanding.Withdrawn() -> Optional.of(say("apart.withdrawn"));
      case RowStanding.NotCompared(Mismatch why) -> Optional.of(apart(why));
    };
  }

  private String apart(Mismatch why) {
    return switch (why) {
      case Mismatch.OtherScope(_, List<Claim.Part> mine, _) -> say("apart.scope", parts(mine));
      case Mismatch.OtherTime(Period mine, _) -> say("apart.time", period(mine));
      case Mismatch.OtherCurrency(String mine, _) -> say("apart.currency", mine);
      case Mismatch.OtherUnit(String mine, _) -> say("apart.unit", mine);
      case Mismatch.LongPast() -> say("apart.past");
      case Mismatch.ScopeUnsaid _,
          Mismatch.TimeUnsaid _,
          Mismatch.BaseUnsaid _,
          Mismatch.PartLeftOut _,
          Mismatch.Asked _,
          Mismatch.Rumour _,
          Mismatch.Undated _,
          Mismatch.OneSentence _,
          Mismatch.Denied _ ->
          mismatch(why);
    };
  }

  private String parts(List<Claim.Part> parts) {
    return parts.stream().map(this::part).distinct().collect(Collectors.joining(say("list.and")));
  }

  /// The time of a row: `2024`, or `published 2025-10-21`.
  public String period(Period period) {
    return period.stated() || !period.isKnown()
        ? days(period)
        : say("time.published", days(period));
  }

  private String days(Period period) {
    LocalDate first = period.first();
    LocalDate last = period.last();
    if (first == null || last == null) {
      return say("time.unknown");
    }
    boolean years =
        first.getDayOfYear() == 1 && last.equals(last.withDayOfYear(last.lengthOfYear()));
    boolean months = first.getDayOfMonth() == 1 && last.getDayOfMonth() == last.lengthOfMonth();
    String from = first.toString();
    String to = last.toString();
    int kept = years ? "2025".length() : months ? "2025-10".length() : from.length();
    return from.substring(0, kept).equals(to.substring(0, kept))
        ? from.substring(0, kept)
        : say("time.range", from.substring(0, kept), to.substring(0, kept));
  }

  /// What a row's words allow: `84.5 % to 85.5 %`, `above 90 %`.
  public String range(Row.Figure figure) {
    return switch (figure) {
      case Row.Figure.Moment moment -> moment.time().iso();
      case Row.Figure.Number number when isWhole(number) ->
          range(number.interval().wholes(), number.unit());
      case Row.Figure.Number(Interval interval, _, _, String unit, _) -> range(interval, unit);
    };
  }

  /// Whether the words count whole things and mean one number of them: 14 people, not about 14.
  private static boolean isWhole(Row.Figure.Number number) {
    return number.unit().equals(Units.COUNT.code())
        && number.modifier() == Modifier.EXACT
        && number.mark().stripTrailingZeros().scale() <= 0;
  }

  private String range(Interval interval, String unit) {
    BigDecimal low = interval.low();
    BigDecimal high = interval.high();
    if (high == null) {
      return say(interval.lowIncluded() ? "range.from" : "range.above", number(low, unit));
    }
    if (low == null) {
      return say(interval.highIncluded() ? "range.to" : "range.below", number(high, unit));
    }
    return low.compareTo(high) == 0
        ? number(low, unit)
        : say("range.closed", number(low, unit), number(high, unit));
  }

  private String number(@Nullable BigDecimal number, String unit) {
    return number == null ? "" : amounts.amount(number, unit);
  }

  /// A round number beside a plot, without its unit but for a percent sign.
  public String tick(BigDecimal number, String unit) {
    return unit.equals(Units.PERCENT.code())
        ? amounts.amount(number, unit)
        : amounts.number(number);
  }

  /// The name or sign of the unit that stands at no tick; empty where every figure tells it.
  public String unitAlone(String unit) {
    boolean told =
        unit.equals(Measures.DATE)
            || unit.equals(Units.PERCENT.code())
            || unit.equals(Units.RANK.code())
            || unit.equals(Units.COUNT.code());
    return told
        ? ""
        : amounts.amount(BigDecimal.TWO, unit).replace(amounts.number(BigDecimal.TWO), "").strip();
  }

  private String say(String key, String... values) {
    return phrases.say(key, values);
  }
}
