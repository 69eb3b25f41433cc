package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.lexicon.Lexicon;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// What holds of every ledger, whatever the articles say.
final class LedgerPropertiesTest {

  private static final Ledger LEDGER = Ledger.of(Lexicon.shipped());
  private static final List<String> FIGURES =
      List.of("85%", "近九成", "over 90%", "about 60%", "70%", "七成以上", "58%", "less than 80%");
  private static final List<String> STAGES = List.of("", "mining", "refining", "separation");
  private static final List<String> MATERIALS =
      List.of("", "material:rare-earths", "element:Nd", "material:rare-earth-oxides");
  private static final List<String> MEASURES = List.of("", "", "capacity", "output");
  private static final List<String> TIMES = List.of("", "", "in 2022", "in 2023", "in 2025");

  private static List<Told> told(long seed, int rows) {
    Random random = new Random(seed);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Told one =
          Told.by("source " + random.nextInt(6), pick(FIGURES, random))
              .article(i + 1)
              .on("2025-%02d-11".formatted(1 + random.nextInt(12)));
      one = in(Facet.STAGE, pick(STAGES, random), one);
      one = in(Facet.MATERIAL, pick(MATERIALS, random), one);
      one = in(Facet.MEASURE, pick(MEASURES, random), one);
      String time = pick(TIMES, random);
      told.add(time.isEmpty() ? one : one.time(time));
    }
    return told;
  }

  private static Told in(Facet facet, String id, Told told) {
    return id.isEmpty() ? told : told.in(facet, id);
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<LedgerEntry> entries(List<Told> told) {
    return LEDGER.entries(told.stream().map(Told::evidence).toList(), Corrections.NONE);
  }

  @Property(tries = 60)
  void theOrderOfRowsChangesNothing(@ForAll long seed, @ForAll @IntRange(max = 30) int rows) {
    List<Told> told = told(seed, rows);
    List<Told> shuffled = new ArrayList<>(told);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(entries(shuffled)).isEqualTo(entries(told));
  }

  @Property(tries = 60)
  void goingOnFromWhatWasJudgedComesToTheSame(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows) {
    Random random = new Random(seed);
    List<Evidence> come = new ArrayList<>(told(seed, rows).stream().map(Told::evidence).toList());
    Collections.shuffle(come, random);
    List<Evidence> here = new ArrayList<>();
    Judged judged = new Judged();
    for (Evidence one : come) {
      here.add(random.nextInt(here.size() + 1), one);
      if (random.nextInt(8) == 0) {
        here.remove(random.nextInt(here.size()));
      }
      Corrections corrections = misread(here, random);
      assertThat(LEDGER.entries(here, corrections, judged))
          .isEqualTo(LEDGER.entries(here, corrections));
    }
  }

  /// Now and then a reader finds one of them misread.
  private static Corrections misread(List<Evidence> here, Random random) {
    return here.isEmpty() || random.nextInt(5) > 0
        ? Corrections.NONE
        : new Corrections(Set.of(here.get(random.nextInt(here.size())).id()), Set.of(), List.of());
  }

  @Property(tries = 60)
  void aCopyChangesNoVerdict(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int rows) {
    List<Told> told = told(seed, rows);
    List<Told> copied = new ArrayList<>(told);
    for (int i = 0; i < 5; i++) {
      Told original = told.get(new Random(seed + i).nextInt(told.size()));
      copied.add(original.article(1000 + i).on("2025-12-31").copyOf(original));
    }
    assertThat(verdicts(copied)).isEqualTo(verdicts(told));
  }

  private static List<String> verdicts(List<Told> told) {
    return entries(told).stream()
        .map(entry -> entry.id() + " " + entry.verdict() + " " + entry.independent())
        .sorted()
        .toList();
  }

  @Property(tries = 60)
  void everyClaimStandsInOneEntryAndStagesNeverMix(
      @ForAll long seed, @ForAll @IntRange(max = 30) int rows) {
    List<Told> told = told(seed, rows).stream().filter(one -> !one.of().isEmpty()).toList();
    List<LedgerEntry> entries = entries(told);
    assertThat(
            entries.stream()
                .flatMap(entry -> entry.rows().stream())
                .mapToInt(row -> 1 + row.copies().size())
                .sum())
        .isEqualTo(told.size());
    for (LedgerEntry entry : entries) {
      List<String> ids = entry.scope().stream().map(part -> String.valueOf(part.id())).toList();
      boolean downstream = ids.contains("refining") || ids.contains("separation");
      assertThat(downstream && ids.contains("mining")).as(ids.toString()).isFalse();
    }
  }

  @Property(tries = 200)
  void apartIsTheSameFromBothSidesAndNeverOfItself(
      @ForAll @LongRange(min = 1, max = 10_000_000) long one,
      @ForAll @LongRange(min = 1, max = 10_000_000) long other) {
    Interval mine = around(one);
    Interval theirs = around(other);
    assertThat(mine.isApartFrom(theirs)).isEqualTo(theirs.isApartFrom(mine));
    assertThat(mine.isApartFrom(mine)).isFalse();
    assertThat(mine.gap(theirs) > 0).isEqualTo(mine.isApartFrom(theirs));
    assertThat(mine.negated().isApartFrom(theirs.negated())).isEqualTo(mine.isApartFrom(theirs));
    BigDecimal thousand = BigDecimal.valueOf(1000);
    assertThat(mine.times(thousand).isApartFrom(theirs.times(thousand)))
        .isEqualTo(mine.isApartFrom(theirs));
  }

  private static Interval around(long value) {
    return Interval.closed(BigDecimal.valueOf(value - 1), BigDecimal.valueOf(value + 1));
  }
}
