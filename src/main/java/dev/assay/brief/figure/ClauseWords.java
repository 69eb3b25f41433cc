package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.text.Word;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the other words in the clause of a figure do to it (`lexicon/figure-words.tsv`). A noun
/// that the claim does not tell may narrow what the figure is of (国内消费市场, "gearboxes"). Immutable;
/// safe for use by many threads.
final class ClauseWords {

  private final Map<Property, Set<String>> ofProperty = new EnumMap<>(Property.class);
  private final Map<String, Set<String>> kinds = new HashMap<>();

  ClauseWords(Lexicon lexicon) {
    addProperties(lexicon.table("zh/properties.tsv"), " ");
    addProperties(lexicon.table("en/properties.tsv"), ", ");
    for (LexiconFile.Row row : lexicon.table("figure-words.tsv").rows()) {
      Set<String> words = kinds.computeIfAbsent(row.cell(0), _ -> new HashSet<>());
      words.addAll(List.of(row.cell(1).split(", ")));
      words.addAll(List.of(row.cell(2).split(" ")));
    }
  }

  private void addProperties(LexiconFile file, String between) {
    for (LexiconFile.Row row : file.rows()) {
      Property property = Property.of(row.cell(2).replaceAll("[+-]$", ""));
      ofProperty
          .computeIfAbsent(property, _ -> new HashSet<>())
          .addAll(List.of(row.cell(0).split(between)));
    }
  }

  private boolean is(String kind, String word) {
    return kinds.getOrDefault(kind, Set.of()).contains(word);
  }

  /// Whether a word of the clause says that it is not so yet: 承诺, "agreed to".
  boolean areAhead(FigureClause clause) {
    return clause.text().words(clause.span()).stream()
        .anyMatch(word -> is("planned", written(word, clause)));
  }

  private static String written(Word word, FigureClause clause) {
    return clause.text().folded().substring(word.start(), word.end());
  }

  /// Whether a word says more of the figure than the claim, or takes it back. What money is given
  /// for narrows nothing.
  boolean narrow(FigureClause clause, Claim claim) {
    int figure = claim.value().span().end();
    boolean narrowed = false;
    boolean ended = false;
    for (Word word : clause.text().words(claim.sentence())) {
      String written = written(word, clause);
      boolean inside = word.start() >= clause.span().start() && word.end() <= clause.span().end();
      if (is(inside ? "refused" : "past", written) && word.start() < clause.span().end()) {
        return true;
      }
      ended |= word.start() >= figure && isEnd(word, written);
      narrowed |=
          inside
              && !ended
              && !clause.isTold(word.start())
              && isContent(word)
              && !isLight(word, written, claim.property());
    }
    return narrowed && claim.property() != Property.INVESTMENT;
  }

  /// A verb, or a word that opens another clause, behind the figure.
  private static boolean isEnd(Word word, String written) {
    return word.part().isVerb()
        || word.part() == Word.Part.CONJUNCTION
        || word.part() == Word.Part.PARTICLE && written.equals("to");
  }

  private static boolean isContent(Word word) {
    return word.part().isNoun()
        || word.part() == Word.Part.ADJECTIVE
        || word.part() == Word.Part.ATTRIBUTE;
  }

  private boolean isLight(Word word, String written, Property property) {
    return is("light", written)
        || is("light", word.base())
        || is("planned", written)
        || ofProperty.getOrDefault(property, Set.of()).contains(written);
  }
}
