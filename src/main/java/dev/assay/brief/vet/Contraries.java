package dev.assay.brief.vet;

import dev.assay.brief.vet.Cue.Kind;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What turns a sentence into its contrary: *rose* and *fell*, 出口 and 进口. The last cell of a row of
/// `lexicon/vetting-cues.tsv` names the kinds that its own is the contrary of. Immutable.
final class Contraries {

  private final Map<Kind, Set<Kind>> contraries = new LinkedHashMap<>();

  /// What may be told for each: *allowed* and *approved* have the same contraries.
  private final Map<Kind, Set<Kind>> asGood = new LinkedHashMap<>();

  Contraries(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("vetting-cues.tsv").rows()) {
      Kind kind = new Kind(row.cell(0));
      for (String other : row.cell(3).isEmpty() ? new String[0] : row.cell(3).split(" ")) {
        add(kind, new Kind(other));
        add(new Kind(other), kind);
      }
    }
    contraries.forEach(
        (kind, others) ->
            asGood.put(
                kind,
                contraries.keySet().stream()
                    .filter(each -> others.equals(contraries.get(each)))
                    .collect(Collectors.toUnmodifiableSet())));
  }

  private void add(Kind one, Kind other) {
    contraries.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(other);
  }

  boolean has(Kind kind) {
    return contraries.containsKey(kind);
  }

  /// The contraries of `kind`; empty if it has none.
  Set<Kind> of(Kind kind) {
    return contraries.getOrDefault(kind, Set.of());
  }

  /// The kinds with the same contraries as `kind`, itself among them; empty if it has none.
  Set<Kind> asGood(Kind kind) {
    return asGood.getOrDefault(kind, Set.of());
  }

  Map<Kind, Set<Kind>> all() {
    return contraries;
  }
}
