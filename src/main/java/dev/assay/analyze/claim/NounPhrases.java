package dev.assay.analyze.claim;

import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.text.Word;
import dev.assay.cite.Span;
import java.util.List;

/// The noun phrases of a text, for what is said of a claim's subject and of what it is of.
final class NounPhrases {

  private final WordedText text;
  private final List<Phrase> wholes;

  /// @param wholes the longest noun phrases of the text
  NounPhrases(WordedText text, List<Phrase> wholes) {
    this.text = text;
    this.wholes = wholes;
  }

  /// The longest noun phrase that holds `place`, or `place` itself.
  Span around(Span place) {
    return wholes.stream()
        .map(whole -> new Span(whole.start(), whole.end()))
        .filter(whole -> whole.contains(place))
        .findFirst()
        .orElse(place);
  }

  /// Whether the stretch is a part of somebody's name, and says nothing by itself.
  boolean isOfName(Span part) {
    return text.isInReadName(part);
  }

  /// Whether the claim says already, by its property and the parts of its scope, what a phrase
  /// says.
  ///
  /// @param verbs whether verbs narrow what the claim says: 居 of 储量居全球 does not
  boolean isSaid(Span phrase, Claim claim, boolean verbs) {
    Phrase words = text.phrase(phrase);
    UnitFamily unit =
        claim.quantity().map(one -> UnitFamily.of(one.unit())).orElse(UnitFamily.COUNT);
    for (int i = words.first(); i <= words.last(); i++) {
      int word = i;
      boolean said =
          isSmall(i)
              || !verbs && text.word(i).part() == Word.Part.VERB
              || text.names(i, claim.property().word(), unit)
              || claim.entity().words().contains(text.written(i))
              || claim.of().stream().anyMatch(part -> part.words().contains(text.written(word)));
      if (!said) {
        return false;
      }
    }
    return true;
  }

  /// A word that joins others and says nothing by itself.
  private boolean isSmall(int i) {
    return switch (text.word(i).part()) {
      case LINK, PREPOSITION, DETERMINER, CONJUNCTION, PARTICLE, SIGN -> true;
      default -> false;
    };
  }
}
