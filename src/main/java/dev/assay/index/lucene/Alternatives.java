package dev.assay.index.lucene;

import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Any;
import dev.assay.index.IndexQuery.Best;
import dev.assay.index.IndexQuery.Phrase;
import dev.assay.index.IndexQuery.Preferring;
import dev.assay.index.IndexQuery.Term;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexQuery.Weighted;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The parts of a query of which any is enough, without those that find nothing that another does
/// not find: where a stem is looked for, so is every word as written that has it; where a character
/// is, so are its pairs; where a word of a phrase is, so is the phrase.
final class Alternatives {

  private final Set<IndexQuery> parts = new LinkedHashSet<>();

  private Alternatives() {}

  static List<IndexQuery> of(IndexQuery query) {
    Alternatives alternatives = new Alternatives();
    alternatives.add(query);
    return alternatives.parts.stream().filter(part -> !alternatives.isFoundAnyway(part)).toList();
  }

  private void add(IndexQuery query) {
    switch (query) {
      case Any any -> any.parts().forEach(this::add);
      case Best best -> best.parts().forEach(this::add);
      case Preferring(var wanted, _) -> add(wanted);
      case Weighted(var part, _) -> add(part);
      case IndexQuery other -> parts.add(other);
    }
  }

  private boolean isFoundAnyway(IndexQuery part) {
    return switch (part) {
      case Term(var field, var kind, var term) -> isFoundAnyway(field, kind, term);
      case Phrase(var field, var terms) ->
          terms.stream()
              .anyMatch(
                  placed ->
                      parts.contains(new Term(field, placed.kind(), placed.term()))
                          || isFoundAnyway(field, placed.kind(), placed.term()));
      case IndexQuery _ -> false;
    };
  }

  private boolean isFoundAnyway(TextField field, Kind kind, String term) {
    return switch (kind) {
      case EXACT -> holds(field, Kind.STEM, term.substring(1));
      case PAIR -> holds(field, Kind.CHARACTER, term);
      case STEM, CODE, CHARACTER -> false;
    };
  }

  /// Whether a term of `kind`, of those that the index makes of `text` at its first place, is
  /// looked for too.
  private boolean holds(TextField field, Kind kind, String text) {
    return IndexTerms.of(text).stream()
        .filter(word -> word.kind() == kind && word.position() == 0)
        .limit(1)
        .anyMatch(word -> parts.contains(new Term(field, kind, word.term())));
  }
}
