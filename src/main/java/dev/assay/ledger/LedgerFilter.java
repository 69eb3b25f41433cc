package dev.assay.ledger;

import dev.assay.analyze.Property;
import java.time.Instant;
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

  public LedgerFilter {
    if (verdicts.isEmpty()) {
      throw new IllegalArgumentException("a ledger must show at least one verdict, got none");
    }
    verdicts = Set.copyOf(verdicts);
    languages = Set.copyOf(languages);
    sources = Set.copyOf(sources);
  }

  /// The same with these verdicts alone.
  public LedgerFilter withVerdicts(Set<Verdict> changed) {
    return new LedgerFilter(changed, entity, property, languages, sources, from, until);
  }

  boolean asksForArticles() {
    return !languages.isEmpty() || !sources.isEmpty() || from != null || until != null;
  }
}
