package dev.assay.ledger.kept;

import dev.assay.analyze.quantity.Property;
import dev.assay.ledger.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which entries a reader wants to see. An entry passes by language, source and time if one of its
/// figures does.
///
/// @param verdicts at least one
/// @param entity what the thing goes by ([LedgerEntry#entityKey]); empty for any
/// @param property null for any
/// @param languages first subtags such as `zh`; empty for all
/// @param sources names of outlets; empty for all
/// @param from published at this moment or later; null for any
/// @param until published before this moment; null for any
public record LedgerFilter(
    Set<Verdict> verdicts,
    String entity,
    @Nullable Property property,
    Set<String> languages,
    Set<String> sources,
    @Nullable Instant from,
    @Nullable Instant until) {

  /// What can be set side by side: entries of several sources.
  public static final LedgerFilter SEVERAL =
      new LedgerFilter(
          EnumSet.of(Verdict.DIFFER, Verdict.AGREE, Verdict.NOT_COMPARABLE),
          "",
          null,
          Set.of(),
          Set.of(),
          null,
          null);

  /// Languages or sources of one filter at most: more than a reader chooses among.
  public static final int MOST_CHOICES = 50;

  /// @throws IllegalArgumentException without a verdict, or with more languages or sources than
  ///   [#MOST_CHOICES]
  public LedgerFilter {
    if (verdicts.isEmpty()) {
      throw new IllegalArgumentException("a ledger must show at least one verdict, got none");
    }
    if (languages.size() > MOST_CHOICES || sources.size() > MOST_CHOICES) {
      throw new IllegalArgumentException(
          "a ledger may be narrowed to %d languages and %d sources at most, got %d and %d"
              .formatted(MOST_CHOICES, MOST_CHOICES, languages.size(), sources.size()));
    }
    verdicts = Set.copyOf(verdicts);
    languages = Set.copyOf(languages);
    sources = Set.copyOf(sources);
  }

  /// The same for entries with a figure published on these days of UTC, or between them.
  ///
  /// @param first null for any
  /// @param last null for any
  public LedgerFilter publishedBetween(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new LedgerFilter(
        verdicts,
        entity,
        property,
        languages,
        sources,
        first == null ? null : start(first),
        last == null ? null : start(last.plusDays(1)));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /// The same with these verdicts alone.
  public LedgerFilter withVerdicts(Set<Verdict> changed) {
    return new LedgerFilter(changed, entity, property, languages, sources, from, until);
  }

  /// Whether entries are chosen by nothing but their verdict.
  public boolean isOfVerdictsOnly() {
    return entity.isEmpty() && property == null && !asksForArticles();
  }

  boolean asksForArticles() {
    return !languages.isEmpty() || !sources.isEmpty() || from != null || until != null;
  }
}
